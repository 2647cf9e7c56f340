import { editDocument, openTreatyRepository, renameEntry } from '../../../workflows/index.ts'
import { AnnexCommand } from '../../annex-command.ts'
import { editReport } from '../../flags/entry-flags.ts'
import { documentArgument, entryArgument } from '../../flags/flags.ts'
import { Args } from '../../oclif.ts'
import type { Report } from '../../output/report.ts'

export default class EntryRename extends AnnexCommand {
  static override summary = 'Change the id of an entry, in the work tree; the earlier id is kept as `formerly`.'
  static override examples = ['<%= config.bin %> entry rename annex-1 vienna-1980 nuclear-material-1980']
  static override args = {
    document: documentArgument({ required: true }),
    entry: entryArgument({ required: true }),
    name: Args.string({ required: true, description: 'The new id.' }),
  }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(EntryRename)
    const repository = await openTreatyRepository(flags.repo ?? '.')
    return editReport(
      await editDocument(repository, args.document, (document) => renameEntry(document, args.entry, args.name)),
    )
  }
}
