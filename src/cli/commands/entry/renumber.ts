import { editDocument, openTreatyRepository, renumberEntry } from '../../../workflows/index.ts'
import { AnnexCommand } from '../../annex-command.ts'
import { editReport } from '../../flags/entry-flags.ts'
import { documentArgument, entryArgument } from '../../flags/flags.ts'
import { Flags } from '../../oclif.ts'
import type { Report } from '../../output/report.ts'

export default class EntryRenumber extends AnnexCommand {
  static override summary = 'Change the number of an entry, in the work tree.'
  static override examples = ['<%= config.bin %> entry renumber annex-1 vienna-1988 --number 16']
  static override args = { document: documentArgument({ required: true }), entry: entryArgument({ required: true }) }
  static override flags = {
    number: Flags.string({ required: true, description: 'The new number; "none" removes it.', helpValue: 'N' }),
  }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(EntryRenumber)
    const repository = await openTreatyRepository(flags.repo ?? '.')
    const number = flags.number === 'none' ? null : flags.number
    return editReport(
      await editDocument(repository, args.document, (document) => renumberEntry(document, args.entry, number)),
    )
  }
}
