import { writeFile } from 'node:fs/promises'
import { changelogOf, editionOf, readSoundDocument } from '../proceedings/index.ts'
import { documentAkn, documentSkos, jsonText } from '../render/index.ts'
import { openRepository } from '../store/index.ts'
import { AnnexCommand } from '../terminal/annex-command.ts'
import { asOfFlag, documentArgument } from '../terminal/flags.ts'
import { Flags } from '../terminal/oclif.ts'
import { placeOf } from '../terminal/place.ts'
import type { Report } from '../terminal/report.ts'
import { today } from '../terminal/today.ts'

export default class Export extends AnnexCommand {
  static override summary = 'A document for other programs: Akoma Ntoso 3.0 (XML), or SKOS in JSON-LD.'
  static override description =
    'With the lifecycle and a reference for each amendment adopted. The text is that of the revision; what binds a Party is what annex show --for says.'
  static override examples = [
    '<%= config.bin %> export annex-1 --format akn -o annex-1.xml',
    '<%= config.bin %> export article-4 --format skos',
  ]
  static override args = { document: documentArgument({ required: true }) }
  static override flags = {
    at: Flags.string({ description: 'A revision instead of the work tree.', helpValue: 'REV' }),
    'as-of': asOfFlag,
    format: Flags.option({ options: ['akn', 'skos'] as const, default: 'akn' as const, description: 'The form.' })(),
    output: Flags.string({ char: 'o', description: 'Write it to this file.', helpValue: 'FILE' }),
  }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(Export)
    const asOf = flags['as-of'] ?? today()
    const repository = await openRepository(flags.repo ?? '.')
    const snapshot = await placeOf(flags.repo, flags.at)
    const document = await readSoundDocument(snapshot, args.document)
    const edition = await editionOf(repository, snapshot, args.document)
    const until = flags.at === undefined ? {} : { to: flags.at }
    const { changelog } = await changelogOf(repository, { ...until, asOf, document: args.document })
    const amendments = changelog.documents.flatMap(({ items }) => items).reverse()
    const skos = documentSkos(document, { amendments })
    const text = flags.format === 'akn' ? documentAkn(document, { asOf, edition, amendments }) : `${jsonText(skos)}\n`
    const json = {
      document: args.document,
      edition,
      format: flags.format,
      content: flags.format === 'akn' ? text : skos,
    }
    if (flags.output === undefined) return { json, text: text.trimEnd() }
    await writeFile(flags.output, text)
    return { json, text: `Written to ${flags.output}.` }
  }
}
