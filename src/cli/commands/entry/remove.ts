import { editDocument, openTreatyRepository, removeEntry } from '../../../workflows/index.ts'
import { AnnexCommand } from '../../annex-command.ts'
import { editReport } from '../../flags/entry-flags.ts'
import { documentArgument, entryArgument } from '../../flags/flags.ts'
import type { Report } from '../../output/report.ts'

export default class EntryRemove extends AnnexCommand {
  static override summary = 'Remove an entry from a document in the work tree.'
  static override examples = ['<%= config.bin %> entry remove annex-1 rabat-2008']
  static override args = { document: documentArgument({ required: true }), entry: entryArgument({ required: true }) }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(EntryRemove)
    const repository = await openTreatyRepository(flags.repo ?? '.')
    return editReport(await editDocument(repository, args.document, (document) => removeEntry(document, args.entry)))
  }
}
