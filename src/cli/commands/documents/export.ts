import { documentSkos, languageOf, languagesOf } from '../../../render/index.ts'
import { AnnexError, type Document } from '../../../treaty/index.ts'
import { changelogOf, editionNumber, editionOf, readSoundDocument } from '../../../workflows/index.ts'
import { AnnexCommand, Flags, type Report } from '../../annex-command.ts'
import {
  asOfFlag,
  documentArgument,
  formatFlag,
  languageAsked,
  languageFlag,
  outputFlag,
  today,
} from '../../flags/flags.ts'
import { EXPORT_FORMATS } from '../../output/formats.ts'
import { writePrinted } from '../../output/printed-report.ts'
import { snapshotOf } from '../../targets/work-tree.ts'

export default class Export extends AnnexCommand {
  static override summary = 'Export a document for other programs: Akoma Ntoso 3.0 (XML), or SKOS in JSON-LD.'
  static override description =
    'Includes the lifecycle and a reference for each adopted amendment. The text is that of the revision; for the text that binds a Party, use annex show --for. Akoma Ntoso holds one language, chosen with --lang; SKOS holds all languages.'
  static override examples = [
    '<%= config.bin %> export annex-1 --format akn -o annex-1.xml',
    '<%= config.bin %> export article-4 --format skos',
  ]
  static override args = { document: documentArgument({ required: true }) }
  static override flags = {
    at: Flags.string({ description: 'Export this revision instead of the work tree.', helpValue: 'REV' }),
    'as-of': asOfFlag,
    format: formatFlag(EXPORT_FORMATS, 'akn'),
    lang: languageFlag,
    output: outputFlag,
  }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(Export)
    const isAkn = flags.format === 'akn'
    if (!isAkn && flags.lang !== undefined) {
      throw new AnnexError('usage', 'SKOS holds every language', 'leave out --lang, or use --format akn')
    }
    const asOf = flags['as-of'] ?? today()
    const repository = await this.open(flags.repo)
    const snapshot = await snapshotOf(flags.repo, flags.at)
    const document = await readSoundDocument(snapshot, args.document)
    const edition = await editionOf(repository, snapshot, args.document)
    const until = flags.at === undefined ? {} : { to: flags.at }
    const { changelog, made } = await changelogOf(repository, { ...until, asOf, document: args.document })
    const amendments = changelog.documents
      .flatMap(({ items }) => items)
      .filter(
        (item) => edition === null || (item.edition !== null && editionNumber(item.edition) <= editionNumber(edition)),
      )
      .map((item) => ({ ...item, made: made.get(item.proposal) ?? [] }))
      .reverse()
    const options = { edition, amendments, ...languageAsked(document, flags.lang) }
    const printed = await EXPORT_FORMATS[flags.format]({ document, options })
    const content = isAkn ? printed : documentSkos(document, { amendments })
    const json = { document: args.document, edition, format: flags.format, content }
    const report = await writePrinted(json, printed, flags)
    if (flags.output === undefined || !isAkn) return report
    return { ...report, text: `Written to ${flags.output}${inWhichLanguage(document, flags.lang)}.` }
  }
}

/** Names the languages that an export in one language leaves out. */
function inWhichLanguage(document: Document, asked: string | undefined): string {
  const language = languageOf(document, asked)
  const others = languagesOf(document).filter((each) => each !== language)
  return others.length === 0 ? '' : `, in ${language} (other languages, for --lang: ${others.join(', ')})`
}
