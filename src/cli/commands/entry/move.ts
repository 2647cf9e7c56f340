import { AnnexError } from '../../../treaty/index.ts'
import { editDocument, moveEntry, openTreatyRepository } from '../../../workflows/index.ts'
import { AnnexCommand } from '../../annex-command.ts'
import { editReport } from '../../flags/entry-flags.ts'
import { documentArgument, entryArgument } from '../../flags/flags.ts'
import { Flags } from '../../oclif.ts'
import type { Report } from '../../output/report.ts'

export default class EntryMove extends AnnexCommand {
  static override summary = 'Move an entry to another position, in the work tree.'
  static override examples = [
    '<%= config.bin %> entry move annex-1 new-york-1961 --after vienna-1971',
    '<%= config.bin %> entry move annex-1 vienna-1988 --first',
  ]
  static override args = { document: documentArgument({ required: true }), entry: entryArgument({ required: true }) }
  static override flags = {
    after: Flags.string({ description: 'Move it after this entry.', exclusive: ['first'], helpValue: 'ENTRY' }),
    first: Flags.boolean({ description: 'Make it the first entry.' }),
    section: Flags.string({
      description: 'Move it to this section (default: the section of the entry before it).',
      helpValue: 'SECTION',
    }),
  }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(EntryMove)
    if (!flags.first && flags.after === undefined) {
      throw new AnnexError('usage', 'the new position is missing', 'add --after ENTRY or --first')
    }
    const repository = await openTreatyRepository(flags.repo ?? '.')
    const edited = await editDocument(repository, args.document, (document) =>
      moveEntry(document, args.entry, flags.after ?? null, flags.section),
    )
    return editReport(edited)
  }
}
