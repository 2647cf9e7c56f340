import { AnnexError } from '../../../treaty/index.ts'
import { rewordEntry } from '../../../workflows/index.ts'
import { Flags, type Report } from '../../annex-command.ts'
import { EntryCommand, fieldFlag, readFields, wordsLanguageFlag } from '../../entry-command.ts'

export default class EntryReword extends EntryCommand {
  static override summary = 'Change the text of an entry, in the work tree.'
  static override examples = [
    '<%= config.bin %> entry reword annex-1 new-york-1979 --text "International Convention against the Taking of Hostages (New York, 17 December 1979)"',
    '<%= config.bin %> entry reword technical-annex keygen --field "description=A program that makes keys"',
  ]
  static override args = EntryCommand.args
  static override flags = {
    text: Flags.string({
      description: "The new text of the document's main field: title, name or term.",
      helpValue: 'TEXT',
    }),
    field: fieldFlag,
    language: wordsLanguageFlag,
  }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(EntryReword)
    const words = { ...(flags.text === undefined ? {} : { '': flags.text }), ...readFields(flags.field) }
    if (Object.keys(words).length === 0) {
      throw new AnnexError('usage', 'the new text is missing', 'add --text TEXT or --field NAME=TEXT')
    }
    return this.edit(flags, args.document, (document) => rewordEntry(document, args.entry, words, flags.language))
  }
}
