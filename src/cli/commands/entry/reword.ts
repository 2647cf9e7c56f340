import { AnnexError } from '../../../treaty/index.ts'
import { editDocument, openTreatyRepository, rewordEntry } from '../../../workflows/index.ts'
import { AnnexCommand } from '../../annex-command.ts'
import { editReport, fieldFlag, readFields, wordsLanguageFlag } from '../../flags/entry-flags.ts'
import { documentArgument, entryArgument } from '../../flags/flags.ts'
import { Flags } from '../../oclif.ts'
import type { Report } from '../../output/report.ts'

export default class EntryReword extends AnnexCommand {
  static override summary = 'Change the text of an entry, in the work tree.'
  static override examples = [
    '<%= config.bin %> entry reword annex-1 new-york-1979 --text "International Convention against the Taking of Hostages (New York, 17 December 1979)"',
    '<%= config.bin %> entry reword technical-annex keygen --field "description=A program that makes keys"',
  ]
  static override args = { document: documentArgument({ required: true }), entry: entryArgument({ required: true }) }
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
    const repository = await openTreatyRepository(flags.repo ?? '.')
    const edited = await editDocument(repository, args.document, (document) =>
      rewordEntry(document, args.entry, words, flags.language),
    )
    return editReport(edited)
  }
}
