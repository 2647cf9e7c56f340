import { AnnexError } from '../../../treaty/index.ts'
import { moveEntry } from '../../../workflows/index.ts'
import { Flags, type Report } from '../../annex-command.ts'
import { EntryCommand } from '../../entry-command.ts'

export default class EntryMove extends EntryCommand {
  static override summary = 'Move an entry to another position, in the work tree.'
  static override examples = [
    '<%= config.bin %> entry move annex-1 new-york-1961 --after vienna-1971',
    '<%= config.bin %> entry move annex-1 vienna-1988 --first',
  ]
  static override args = EntryCommand.args
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
    return this.edit(flags, args.document, (document) =>
      moveEntry(document, args.entry, flags.after ?? null, flags.section),
    )
  }
}
