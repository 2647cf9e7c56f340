import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import type { AskCredentials, SyncReport } from '../../../git/index.ts'
import { safeForTerminal } from '../../../render/index.ts'
import { synchronize } from '../../../workflows/index.ts'
import { AnnexCommand, Args, Flags, type Report } from '../../annex-command.ts'

export default class Sync extends AnnexCommand {
  static override summary = 'Fetch and push main, proposals and tags with any git server, without losing a record.'
  static override description =
    'http(s) needs no git program; ssh and folders use git. What the server sends is checked before anything of it enters the repository. Credentials come from ANNEX_USERNAME and ANNEX_PASSWORD or from a git credential helper; otherwise the terminal asks for them. If main has moved on the remote, local commits are replayed on top of it. No proposal is rewritten, and no shared tag is moved. A commit that cannot be replayed, such as an adoption that conflicts with one on the remote, is refused before anything changes; --leave-out drops it. The clone remembers the last main that it synchronized or verified: a main on the server that does not continue it is refused, with the commits that are missing.'
  static override examples = ['<%= config.bin %> sync', '<%= config.bin %> sync origin --json']
  static override flags = {
    'leave-out': Flags.string({
      description: 'A local commit of main to drop instead of replaying it; its record is withdrawn.',
      helpValue: 'COMMIT',
      multiple: true,
      multipleNonGreedy: true,
    }),
  }
  static override args = { remote: Args.string({ description: 'The remote (default: the upstream remote of main).' }) }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(Sync)
    const repository = await this.open(flags.repo)
    const report = await synchronize(repository, {
      remote: args.remote,
      ask: askCredentials(),
      leaveOut: flags['leave-out'],
    })
    return { json: report, text: textOf(report), exitCode: report.disagreements.length > 0 ? 1 : 0 }
  }
}

function textOf({ remote, url, received, sent, replayed, leftOut, disagreements, retries }: SyncReport): string {
  const lines = [
    `${remote} (${url})`,
    received.length > 0 ? `received: ${received.join(', ')}` : '',
    sent.length > 0 ? `sent: ${sent.join(', ')}` : '',
    replayed > 0 ? `replayed on top of the remote: ${replayed} local ${replayed === 1 ? 'commit' : 'commits'}` : '',
    ...leftOut.map((record) => `left out: ${record}`),
    received.length + sent.length === 0 ? 'already up to date' : '',
    ...triedAgain(retries),
    ...disagreements,
  ]
  return lines
    .filter((line) => line !== '')
    .map(safeForTerminal)
    .join('\n')
}

function triedAgain(retries: readonly string[]): string[] {
  const last = retries.at(-1)
  if (last === undefined) return []
  return [`tried again: ${retries.length} ${retries.length === 1 ? 'time' : 'times'}, the last because ${last}`]
}

/**
 * Returns a function that asks for the user name and password of a server, on standard error and without showing the password;
 * undefined if there is no terminal.
 */
function askCredentials(): AskCredentials | undefined {
  if (process.stdin.isTTY !== true || process.stderr.isTTY !== true) return undefined
  return async (place, known) => {
    const username = known ?? (await ask(`Username for ${safeForTerminal(place)}: `, 'shown'))
    const at = known === undefined ? '' : ` at ${safeForTerminal(place)}`
    const password = await ask(`Password or token for ${safeForTerminal(username)}${at}: `, 'hidden')
    return password === '' ? null : { username, password }
  }
}

async function ask(question: string, answer: 'shown' | 'hidden'): Promise<string> {
  const output = answer === 'shown' ? process.stderr : new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output, terminal: true })
  // Input is hidden only from here. If the answer is shown, readline writes
  // the question, because it writes the line again at each key.
  if (answer === 'hidden') process.stderr.write(question)
  try {
    return await lines.question(answer === 'hidden' ? '' : question)
  } finally {
    lines.close()
    if (answer === 'hidden') process.stderr.write('\n')
  }
}
