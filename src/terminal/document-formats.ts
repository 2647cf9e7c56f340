import { type DocumentOptions, documentCsv, documentJson, documentMarkdown, documentText } from '../render/index.ts'
import { serialize } from '../store/index.ts'
import type { Document } from '../treaty/index.ts'
import { colours, columns } from './colour.ts'
import type { Report } from './report.ts'

/** The forms in which a document is shown. */
export const DOCUMENT_FORMATS = ['text', 'yaml', 'json', 'csv', 'md'] as const
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number]

/** A document in the form asked for. @param edition its edition; null where it is none */
export function renderDocument(
  document: Document,
  edition: string | null,
  format: DocumentFormat,
  options: DocumentOptions,
): Report {
  const json = documentJson(document, edition, options)
  const text = {
    text: () => documentText(document, { ...options, colours: colours(), width: columns() }),
    yaml: () => serialize('document', document),
    json: () => JSON.stringify(json, null, 2),
    csv: () => documentCsv(document, options),
    md: () => documentMarkdown(document, options),
  }[format]()
  return { json, text }
}
