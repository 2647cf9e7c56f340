import type { Document, Entry } from '../../treaty/index.ts'
import { csv } from '../escape/csv.ts'
import { type DocumentOptions, languagesOf, sectionHeading } from './layout.ts'

/**
 * A document as a CSV file (RFC 4180), one entry a row: id, number, section, a column for each field in each language, and the
 * reason where reasons are given. Cells that a spreadsheet would take for formulas are defused.
 */
export function documentCsv(document: Document, options: DocumentOptions = {}): string {
  const fields = [...new Set(document.entries.flatMap(({ text }) => Object.keys(text)))]
  const languages = options.language === undefined ? languagesOf(document) : [options.language]
  const columns = fields.flatMap((field) => languages.map((language) => ({ field, language })))
  const used = columns.filter(({ field, language }) =>
    document.entries.some(({ text }) => text[field]?.[language] !== undefined),
  )
  const headings = ['id', 'number', 'section', ...used.map(({ field, language }) => `${field} (${language})`)]
  const row = (entry: Entry) => [
    entry.id,
    entry.number ?? '',
    sectionName(document, entry),
    ...used.map(({ field, language }) => entry.text[field]?.[language] ?? ''),
    ...(options.reasons ? [options.reasons.get(entry.id) ?? ''] : []),
  ]
  return csv([[...headings, ...(options.reasons ? ['why'] : [])], ...document.entries.map(row)])
}

function sectionName({ sections = [], title }: Document, entry: Entry): string {
  const section = sections.find(({ id }) => id === entry.section)
  return section ? sectionHeading(section, Object.keys(title)[0] ?? 'en') : (entry.section ?? '')
}
