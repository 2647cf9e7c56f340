import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { type AskCredentials, openRepository, type SyncReport } from '../../../git/index.ts'
import { safeForTerminal } from '../../../render/index.ts'
import { synchronize } from '../../../workflows/index.ts'
import { AnnexCommand } from '../../annex-command.ts'
import { Args, Flags } from '../../oclif.ts'
import type { Report } from '../../output/report.ts'

export default class Sync extends AnnexCommand {
  static override summary = 'Fetch and push main, proposals and tags with any git server, never losing a record.'
  static override description =
    'Over http(s) no git program is needed; ssh and folders go through git. ANNEX_USERNAME and ANNEX_PASSWORD, or a git credential helper, say who you are; else it asks on the terminal. Records that others were faster than are made anew on top of theirs; no proposal is rewritten, and no tag moved that was shared. What cannot stand on theirs, as an adoption that conflicts with one of theirs, is refused before anything moves, and can be left out.'
  static override examples = ['<%= config.bin %> sync', '<%= config.bin %> sync origin --json']
  static override flags = {
    'leave-out': Flags.string({
      description: 'A commit of main, not yet shared, that is not to be made anew: our record is taken back.',
      helpValue: 'COMMIT',
      multiple: true,
      multipleNonGreedy: true,
    }),
  }
  static override args = { remote: Args.string({ description: 'The remote (default: the one that main follows).' }) }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(Sync)
    const repository = await openRepository(flags.repo ?? '.')
    const report = await synchronize(repository, {
      remote: args.remote,
      ask: askCredentials(),
      leaveOut: flags['leave-out'],
    })
    return { json: report, text: textOf(report), exitCode: report.disagreements.length > 0 ? 1 : 0 }
  }
}

function textOf({ remote, url, received, sent, replayed, leftOut, disagreements }: SyncReport): string {
  const lines = [
    `${remote} (${url})`,
    received.length > 0 ? `received: ${received.join(', ')}` : '',
    sent.length > 0 ? `sent: ${sent.join(', ')}` : '',
    replayed > 0 ? `${replayed} of our records now stand on top of those of others` : '',
    ...leftOut.map((record) => `left out: ${record}`),
    received.length + sent.length === 0 ? 'nothing to bring, nothing to send' : '',
    ...disagreements,
  ]
  return lines
    .filter((line) => line !== '')
    .map(safeForTerminal)
    .join('\n')
}

/**
 * Returns a function that asks for the user name and password of a server, on standard error and without showing the password;
 * undefined where there is no terminal.
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
  // Only now does the terminal show no input by itself: the answer may follow at once. Where the answer is shown, readline writes
  // the question, because it writes the line again at each key.
  if (answer === 'hidden') process.stderr.write(question)
  try {
    return await lines.question(answer === 'hidden' ? '' : question)
  } finally {
    lines.close()
    if (answer === 'hidden') process.stderr.write('\n')
  }
}
