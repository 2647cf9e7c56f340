import { renumberEntry } from '../../../workflows/index.ts'
import { Flags, type Report } from '../../annex-command.ts'
import { EntryCommand } from '../../entry-command.ts'

export default class EntryRenumber extends EntryCommand {
  static override summary = 'Change the number of an entry, in the work tree.'
  static override examples = ['<%= config.bin %> entry renumber annex-1 vienna-1988 --number 16']
  static override args = EntryCommand.args
  static override flags = {
    number: Flags.string({ required: true, description: 'The new number; "none" removes it.', helpValue: 'N' }),
  }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(EntryRenumber)
    const number = flags.number === 'none' ? null : flags.number
    return this.edit(flags, args.document, (document) => renumberEntry(document, args.entry, number))
  }
}
