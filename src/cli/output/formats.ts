// The output formats: for each kind of answer, one map from a format's name to its printer. The names are the options of
// --format. A printer is loaded when its format is asked for. To add a format: write its printer, and add one line here.
import { serialize } from '../../files/index.ts'
import type { AknOptions, DocumentOptions, FeedOptions, FindingsJson, Names, Revision } from '../../render/index.ts'
import {
  diffJson,
  diffText,
  documentJson,
  documentText,
  findingsText,
  githubAnnotations,
  gitlabCodeQuality,
  jsonText,
  junit,
  type Sources,
  sarif,
  type Tool,
} from '../../render/index.ts'
import type { Changelog, Difference, Document, Finding } from '../../treaty/index.ts'
import { colours, columns } from './write.ts'

/** Text, or the bytes of a Word file. */
export type Printed = string | Uint8Array

type Printers<Of> = Record<string, (value: Of) => Printed | Promise<Printed>>

/** A document, and how it is asked for. */
export interface DocumentToPrint {
  document: Document
  /** `annex-1/v2`; null if the text is not an edition. */
  edition: string | null
  options: DocumentOptions
  isForTerminal: boolean
}

/** A difference, and how it is asked for. */
export interface DifferenceToPrint {
  difference: Difference
  /** The author and the day of tracked changes in a Word file. */
  revision: Revision
  isForTerminal: boolean
}

/** A changelog, with what its printers need. */
export interface ChangelogToPrint {
  changelog: Changelog
  names: Names
  /** What identifies the Atom feed. */
  feed: () => Promise<FeedOptions>
}

/** A document for other programs, with its amendments. */
export interface DocumentToExport {
  document: Document
  options: AknOptions
}

/** What a command found, and in which files. */
export interface FindingsToPrint {
  /** The command as the user types it: `annex validate`. */
  command: string
  /** One sentence: what was checked, and how many findings there are. */
  verdict: string
  findings: readonly Finding[]
  files: readonly string[]
  /** What `--json` prints. */
  json: FindingsJson
}

/** The formats of `annex show`. */
export const DOCUMENT_FORMATS = {
  text: ({ document, options, isForTerminal }) =>
    documentText(document, {
      ...options,
      ...(isForTerminal ? { colours: colours(), width: columns() } : {}),
    }),
  yaml: ({ document }) => serialize('document', document),
  json: ({ document, edition, options }) => jsonText(documentJson(document, edition, options)),
  csv: async ({ document, options }) => (await import('../../render/printers/csv.ts')).documentCsv(document, options),
  md: async ({ document, options }) => (await markdownPrinter()).documentMarkdown(document, options),
  html: async ({ document, options }) => (await htmlPrinter()).documentHtml(document, options),
  docx: async ({ document, options }) => (await wordPrinter()).documentDocx(document, options),
} satisfies Printers<DocumentToPrint>
export type DocumentFormat = keyof typeof DOCUMENT_FORMATS

/** The formats of a document that hold all its languages, whatever language is asked for. */
export const FORMATS_OF_ALL_LANGUAGES: readonly DocumentFormat[] = ['yaml', 'json']

/** The formats of `annex diff` and `annex proposal diff`. */
export const DIFF_FORMATS = {
  text: ({ difference, isForTerminal }) => diffText(difference, isForTerminal ? colours() : undefined),
  json: ({ difference }) => jsonText(diffJson(difference)),
  md: async ({ difference }) => (await markdownPrinter()).diffMarkdown(difference),
  html: async ({ difference }) => (await htmlPrinter()).diffHtml(difference),
  docx: async ({ difference, revision }) => (await wordPrinter()).diffDocx(difference, revision),
} satisfies Printers<DifferenceToPrint>
export type DiffFormat = keyof typeof DIFF_FORMATS

/** The formats of `annex changelog`. */
export const CHANGELOG_FORMATS = {
  md: async ({ changelog, names }) => (await markdownPrinter()).changelogMarkdown(changelog, names),
  html: async ({ changelog, names }) => (await htmlPrinter()).changelogHtml(changelog, names),
  json: ({ changelog }) => `${jsonText(changelog)}\n`,
  atom: async ({ changelog, names, feed }) =>
    (await import('../../render/printers/atom.ts')).changelogAtom(changelog, names, await feed()),
} satisfies Printers<ChangelogToPrint>
export type ChangelogFormat = keyof typeof CHANGELOG_FORMATS

/** The formats of `annex export`. */
export const EXPORT_FORMATS = {
  akn: async ({ document, options }) =>
    (await import('../../render/printers/akn/index.ts')).documentAkn(document, options),
  skos: async ({ document, options: { amendments } }) =>
    `${jsonText((await import('../../render/printers/skos.ts')).documentSkos(document, { amendments }))}\n`,
} satisfies Printers<DocumentToExport>
export type ExportFormat = keyof typeof EXPORT_FORMATS

/** The formats of findings. Here, `sources` are the texts of the files, for the lines that `text` shows. */
export const FINDINGS_FORMATS = {
  text: ({ findings, verdict }, _, sources) => [findingsText(findings, sources), verdict].filter(Boolean).join('\n\n'),
  json: ({ json }) => jsonText(json),
  github: ({ findings, command, verdict }) =>
    [githubAnnotations(findings, command), verdict].filter(Boolean).join('\n'),
  sarif: ({ findings }, tool) => jsonText(sarif(findings, tool)),
  junit: ({ findings, files, command }) => junit(findings, files, command),
  gitlab: ({ findings }) => jsonText(gitlabCodeQuality(findings)),
} satisfies Record<string, (found: FindingsToPrint, tool: Tool, sources: Sources) => string>
export type FindingsFormat = keyof typeof FINDINGS_FORMATS

const markdownPrinter = () => import('../../render/printers/markdown/index.ts')
const htmlPrinter = () => import('../../render/printers/html/index.ts')
const wordPrinter = () => import('../../render/printers/docx/index.ts')
