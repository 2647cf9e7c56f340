import { openRepository } from '../../../git/index.ts'
import { table } from '../../../render/index.ts'
import { type LoggedChange, logEntries } from '../../../workflows/index.ts'
import { AnnexCommand } from '../../annex-command.ts'
import { documentOption, entryArgument } from '../../flags/flags.ts'
import { Flags } from '../../oclif.ts'
import type { Report } from '../../output/report.ts'

export default class Log extends AnnexCommand {
  static override summary =
    'What changed an entry, when, by which proposal; without an entry, what changed each one last.'
  static override description =
    'The times are those of recording. What binds whom from when is another question: annex explain.'
  static override examples = ['<%= config.bin %> log hague-1970', '<%= config.bin %> log --document annex-1 --json']
  static override args = { entry: entryArgument({ required: false }) }
  static override flags = {
    document: documentOption(),
    at: Flags.string({ description: 'Look back from this revision (default: HEAD).', helpValue: 'REV' }),
  }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(Log)
    const repository = await openRepository(flags.repo ?? '.')
    const question = { entry: args.entry, document: flags.document, revision: flags.at }
    const changes = await logEntries(repository, question)
    return { json: { entry: args.entry ?? null, changes }, text: textOf(changes) }
  }
}

function textOf(changes: readonly LoggedChange[]): string {
  if (changes.length === 0) return 'No entry was ever recorded.'
  const rows = changes.map((change) => [
    change.recorded.slice(0, 10),
    change.commit.slice(0, 12),
    change.document,
    change.renamedFrom === undefined ? change.entry : `${change.entry}, before ${change.renamedFrom}`,
    change.proposal ?? '',
    change.message,
  ])
  return table(rows, { headings: ['recorded', 'commit', 'document', 'entry', 'proposal', 'what was said'] })
}
