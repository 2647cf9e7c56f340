import { serialize } from '../../files/index.ts'
import {
  type DocumentOptions,
  documentCsv,
  documentHtml,
  documentJson,
  documentMarkdown,
  documentText,
  jsonText,
  NO_COLOURS,
} from '../../render/index.ts'
import { AnnexError, type Document } from '../../treaty/index.ts'
import { languageAsked } from '../flags/language-asked.ts'
import { colours, columns } from './colour.ts'
import type { Report } from './report.ts'
import { writeText } from './write-text.ts'
import { writeWord } from './write-word.ts'

/** The forms in which a document is shown. */
export const DOCUMENT_FORMATS = ['text', 'yaml', 'json', 'csv', 'md', 'html', 'docx'] as const
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number]

/** The forms that are the document as it is kept, in all its languages. */
const AS_KEPT: readonly DocumentFormat[] = ['yaml', 'json']

/**
 * A document in the form asked for, written to a file where one is named.
 * @param edition its edition; null where it is none
 * @throws AnnexError not-found for a language that it has no words in; usage for one language of a form that holds all
 */
export async function renderDocument(
  document: Document,
  edition: string | null,
  { format, output, lang }: { format: DocumentFormat; output?: string | undefined; lang?: string | undefined },
  given: DocumentOptions,
): Promise<Report> {
  if (lang !== undefined && AS_KEPT.includes(format)) {
    throw new AnnexError('usage', `${format} holds every language`, 'leave out --lang, or take another --format')
  }
  const options = { ...given, ...languageAsked(document, lang) }
  const json = documentJson(document, edition, options)
  if (format === 'docx') {
    const { documentDocx } = await import('../../render/printers/docx/index.ts')
    return { json, text: await writeWord(documentDocx(document, options), output) }
  }
  const toFile = output !== undefined
  const text = {
    text: () =>
      documentText(document, {
        ...options,
        ...(toFile ? { colours: NO_COLOURS } : { colours: colours(), width: columns() }),
      }),
    yaml: () => serialize('document', document),
    json: () => jsonText(json),
    csv: () => documentCsv(document, options),
    md: () => documentMarkdown(document, options),
    html: () => documentHtml(document, options),
  }[format]()
  return writeText(json, text, { format, output })
}
