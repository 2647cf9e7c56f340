import { editDocument, renameEntry } from '../../proceedings/index.ts'
import { openRepository } from '../../store/index.ts'
import { AnnexCommand } from '../../terminal/annex-command.ts'
import { editReport } from '../../terminal/entry-flags.ts'
import { documentArgument, entryArgument } from '../../terminal/flags.ts'
import { Args } from '../../terminal/oclif.ts'
import type { Report } from '../../terminal/report.ts'

export default class EntryRename extends AnnexCommand {
  static override summary = 'Give an entry another id; the earlier one stays with it as `formerly`.'
  static override examples = ['<%= config.bin %> entry rename annex-1 vienna-1980 nuclear-material-1980']
  static override args = {
    document: documentArgument({ required: true }),
    entry: entryArgument({ required: true }),
    name: Args.string({ required: true, description: 'The new id.' }),
  }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(EntryRename)
    const repository = await openRepository(flags.repo ?? '.')
    return editReport(
      await editDocument(repository, args.document, (document) => renameEntry(document, args.entry, args.name)),
    )
  }
}
