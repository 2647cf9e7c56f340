import { openRepository } from '../../../git/index.ts'
import { documentSkos, languageOf, languagesOf } from '../../../render/index.ts'
import { AnnexError, type Document } from '../../../treaty/index.ts'
import { changelogOf, editionNumber, editionOf, readSoundDocument } from '../../../workflows/index.ts'
import { AnnexCommand } from '../../annex-command.ts'
import { asOfFlag, documentArgument, languageAsked, languageFlag, today } from '../../flags/flags.ts'
import { Flags } from '../../oclif.ts'
import { EXPORT_FORMATS, namesOf } from '../../output/formats.ts'
import { writePrinted } from '../../output/printed-report.ts'
import type { Report } from '../../output/report.ts'
import { snapshotOf } from '../../targets/work-tree.ts'

export default class Export extends AnnexCommand {
  static override summary = 'A document for other programs: Akoma Ntoso 3.0 (XML), or SKOS in JSON-LD.'
  static override description =
    'With the lifecycle and a reference for each amendment adopted. The text is that of the revision; what binds a Party is what annex show --for says. Akoma Ntoso is in one language, which --lang chooses; SKOS is in all.'
  static override examples = [
    '<%= config.bin %> export annex-1 --format akn -o annex-1.xml',
    '<%= config.bin %> export article-4 --format skos',
  ]
  static override args = { document: documentArgument({ required: true }) }
  static override flags = {
    at: Flags.string({ description: 'A revision instead of the work tree.', helpValue: 'REV' }),
    'as-of': asOfFlag,
    format: Flags.option({ options: namesOf(EXPORT_FORMATS), default: 'akn' as const, description: 'The form.' })(),
    lang: languageFlag,
    output: Flags.string({ char: 'o', description: 'Write it to this file.', helpValue: 'FILE' }),
  }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(Export)
    const isAkn = flags.format === 'akn'
    if (!isAkn && flags.lang !== undefined) {
      throw new AnnexError('usage', 'SKOS holds every language', 'leave out --lang, or take --format akn')
    }
    const asOf = flags['as-of'] ?? today()
    const repository = await openRepository(flags.repo ?? '.')
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

/** Said where an expression in one language leaves others out. */
function inWhichLanguage(document: Document, asked: string | undefined): string {
  const language = languageOf(document, asked)
  const others = languagesOf(document).filter((each) => each !== language)
  return others.length === 0 ? '' : `, in ${language} (--lang takes ${others.join(', ')})`
}
