import { table } from '../../../render/index.ts'
import { type LoggedChange, logEntries } from '../../../workflows/index.ts'
import { Flags, type Report } from '../../annex-command.ts'
import { documentOption, entryArgument } from '../../flags/flags.ts'
import { RecordCommand } from '../../record-command.ts'

export default class Log extends RecordCommand {
  static override summary =
    'Show what changed an entry, when, and by which proposal; without an entry, the last change of each entry.'
  static override description = 'Shows the days of recording. For what binds a Party from when, use annex explain.'
  static override examples = ['<%= config.bin %> log hague-1970', '<%= config.bin %> log --document annex-1 --json']
  static override args = { entry: entryArgument({ required: false }) }
  static override flags = {
    document: documentOption(),
    at: Flags.string({
      description: 'Start from this revision (default: HEAD).',
      helpValue: 'REV',
      exclusive: ['known-on'],
    }),
  }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(Log)
    const repository = await this.openRecord(flags)
    const question = { entry: args.entry, document: flags.document, revision: flags.at ?? this.knownOn?.commit }
    const changes = await logEntries(repository, question)
    return { json: { entry: args.entry ?? null, changes }, text: textOf(changes) }
  }
}

function textOf(changes: readonly LoggedChange[]): string {
  if (changes.length === 0) return 'No entry is on record.'
  const rows = changes.map((change) => [
    change.recorded.slice(0, 10),
    change.commit.slice(0, 12),
    change.document,
    change.renamedFrom === undefined ? change.entry : `${change.entry}, formerly ${change.renamedFrom}`,
    change.proposal ?? '',
    change.message,
  ])
  return table(rows, { headings: ['recorded', 'commit', 'document', 'entry', 'proposal', 'message'] })
}
