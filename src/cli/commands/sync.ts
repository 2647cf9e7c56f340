import { Args, Flags } from '@oclif/core'
import { openRepository, type SyncReport } from '../../git/index.ts'
import { safeForTerminal } from '../../render/index.ts'
import { synchronize } from '../../workflows/index.ts'
import { AnnexCommand } from '../annex-command.ts'
import { askCredentials } from '../ask-credentials.ts'
import type { Report } from '../output/report.ts'

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
