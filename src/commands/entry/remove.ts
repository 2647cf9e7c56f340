import { editDocument, removeEntry } from '../../proceedings/index.ts'
import { openRepository } from '../../store/index.ts'
import { AnnexCommand } from '../../terminal/annex-command.ts'
import { editReport } from '../../terminal/entry-flags.ts'
import { documentArgument, entryArgument } from '../../terminal/flags.ts'
import type { Report } from '../../terminal/report.ts'

export default class EntryRemove extends AnnexCommand {
  static override summary = 'Remove an entry from a document in the work tree.'
  static override examples = ['<%= config.bin %> entry remove annex-1 rabat-2008']
  static override args = { document: documentArgument({ required: true }), entry: entryArgument({ required: true }) }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(EntryRemove)
    const repository = await openRepository(flags.repo ?? '.')
    return editReport(await editDocument(repository, args.document, (document) => removeEntry(document, args.entry)))
  }
}
