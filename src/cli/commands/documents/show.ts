import { documentPath, listDocuments } from '../../../files/index.ts'
import type { Repository, Snapshot } from '../../../git/index.ts'
import { findingsText, jsonText, table } from '../../../render/index.ts'
import { AnnexError, type Finding, isKnownError, type ReadingChoice } from '../../../treaty/index.ts'
import { documentFor, editionOf, readSoundDocument } from '../../../workflows/index.ts'
import { Flags, type Report } from '../../annex-command.ts'
import {
  asOfFlag,
  documentArgument,
  formatFlag,
  languageFlag,
  outputFlag,
  partyFlag,
  today,
} from '../../flags/flags.ts'
import { readingFlag, readReadingFlags } from '../../flags/readings.ts'
import { DOCUMENT_FORMATS, type DocumentFormat } from '../../output/formats.ts'
import { documentReport } from '../../output/printed-report.ts'
import { exitCodeFor } from '../../output/report.ts'
import { RecordCommand } from '../../record-command.ts'
import { snapshotOf } from '../../targets/work-tree.ts'

/** The hint for the user of the command. */
const HOW_TO_ASK = 'For the text that binds a Party on a day, add --for CODE --as-of DATE.'

/** The notice in a file, for its readers. */
const FOR_READERS = 'This is the text on record; what binds a Party on a day may differ.'

export default class Show extends RecordCommand {
  static override summary = 'Show a document as it is at a revision, or as it binds a Party on a day.'
  static override description =
    'The text of Annex 1 depends on the Party and the day: --for and --as-of choose them, and each line then says why. A document in several languages is printed in all of them; --lang chooses one. Without DOCUMENT: the list of documents, as text or JSON.'
  static override examples = [
    '<%= config.bin %> show',
    '<%= config.bin %> show annex-1 --at annex-1/v1',
    '<%= config.bin %> show annex-1 --for FRA --as-of 2021-08-14',
    '<%= config.bin %> show technical-annex --format csv',
    '<%= config.bin %> show annex-1 --lang en --format md',
  ]
  static override args = { document: documentArgument() }
  static override flags = {
    at: Flags.string({
      description: 'Show this revision instead of the work tree.',
      helpValue: 'REV',
      exclusive: ['for', 'known-on'],
    }),
    for: partyFlag({ description: 'Show the text that binds this Party.' }),
    'as-of': asOfFlag,
    reading: readingFlag,
    format: formatFlag(DOCUMENT_FORMATS, 'text'),
    lang: languageFlag,
    output: outputFlag,
  }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(Show)
    const readings = readReadingFlags(flags.reading)
    if (flags.for !== undefined) {
      return this.binding(args.document ?? 'annex-1', flags.for, flags['as-of'] ?? today(), readings, flags)
    }
    if (args.document === undefined) refuseForList(flags)
    const repository = await nullOutsideRepository(this.openRecord(flags))
    const snapshot = await snapshotOf(flags.repo, flags.at ?? this.knownOn?.commit)
    if (args.document === undefined) return this.list(snapshot, repository, flags)
    const document = await readSoundDocument(snapshot, args.document)
    const edition = repository === null ? null : await editionOf(repository, snapshot, args.document)
    const where = flags.at ?? (this.knownOn === null ? 'the work tree' : 'main')
    const heading = [
      `${documentPath(args.document)} in ${where}${edition === null ? '' : `, edition ${edition}`}.`,
      flags.format === 'text' && flags.output === undefined ? HOW_TO_ASK : FOR_READERS,
    ]
    return documentReport(document, edition, flags, { heading })
  }

  private async binding(
    document: string,
    party: string,
    asOf: string,
    readings: ReadingChoice,
    flags: { repo?: string; 'known-on'?: string; format: DocumentFormat; lang?: string; output?: string },
  ): Promise<Report> {
    const repository = await this.openRecord(flags)
    const bound = await documentFor(repository, document, party, asOf, readings)
    const report = await documentReport(bound.document, null, flags, {
      heading: bound.heading,
      reasons: bound.reasons,
    })
    const { findings } = bound.answer
    return {
      ...report,
      ...withFindings(report.text, findings, flags.format === 'text' && flags.output === undefined),
      json: { ...Object(report.json), ...bound.answer },
      exitCode: exitCodeFor(findings, 'error'),
    }
  }

  private async list(
    snapshot: Snapshot,
    repository: Repository | null,
    { format, lang: language = 'en' }: { format: DocumentFormat; lang?: string },
  ): Promise<Report> {
    const documents: { document: string; title: string; entries: number; edition: string | null }[] = []
    for (const id of await listDocuments(snapshot)) {
      const { title, entries } = await readSoundDocument(snapshot, id)
      const edition = repository === null ? null : await editionOf(repository, snapshot, id)
      documents.push({
        document: id,
        title: title[language] ?? title.en ?? Object.values(title)[0] ?? '',
        entries: entries.length,
        edition,
      })
    }
    if (format === 'json') return { json: { documents }, text: jsonText({ documents }), form: 'file' }
    const rows = documents.map((row) => [row.document, row.title, String(row.entries), row.edition ?? 'no edition'])
    return { json: { documents }, text: table(rows, { headings: ['document', 'title', 'entries', 'edition'] }) }
  }
}

/** Refuses the flags that need a document. @throws AnnexError usage */
function refuseForList({ format, output, reading }: { format: DocumentFormat; output?: string; reading?: string[] }) {
  const asked = output !== undefined ? '-o' : reading !== undefined ? '--reading' : `--format ${format}`
  if (output === undefined && reading === undefined && (format === 'text' || format === 'json')) return
  throw new AnnexError(
    'usage',
    `annex show without a document takes no ${asked}`,
    'name a document; annex show lists them',
  )
}

// Findings follow a text for people; a program may read the other formats, so there they go to standard error.
function withFindings(text: string, findings: readonly Finding[], under: boolean): Pick<Report, 'text' | 'remarks'> {
  if (findings.length === 0) return { text }
  const found = findingsText(findings)
  return under ? { text: `${text}\n\n${found}` } : { text, remarks: found }
}

async function nullOutsideRepository(opening: Promise<Repository>): Promise<Repository | null> {
  try {
    return await opening
  } catch (error) {
    if (isKnownError(error, 'not-a-repository')) return null
    throw error
  }
}
