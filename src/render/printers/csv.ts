import type { Document, Entry } from '../../treaty/index.ts'
import { csv } from '../escape.ts'
import { type DocumentOptions, groupsOf, inOneLanguage, languagesOf, rowsOf, sectionHeading } from '../print/layout.ts'

/**
 * Returns a document as a CSV file (RFC 4180), one row for each entry: id, number, section, a column for each field in each
 * language, and the reason if reasons are given. A section without entries has a row without an id. Its title is in the first
 * language of the document's title, with a column for each other language. Cells that a spreadsheet would read as formulas are
 * escaped.
 */
export function documentCsv(document: Document, options: DocumentOptions = {}): string {
  const { language, reasons } = options
  const printed = language === undefined ? document : inOneLanguage(document, language)
  const sections = sectionColumns(printed)
  const words = wordColumns(printed)
  const headings = ['id', 'number', ...sections.map(({ heading }) => heading), ...words.map(({ heading }) => heading)]
  const row = (entry: Entry, id: string) => [
    id,
    entry.number ?? '',
    ...sections.map(({ cell }) => cell(entry)),
    ...words.map(({ cell }) => cell(entry)),
    ...(reasons ? [reasons.get(entry.id) ?? ''] : []),
  ]
  const rows = groupsOf(printed).flatMap((group) =>
    rowsOf(group).map((entry) => row(entry, group.entries.length === 0 ? '' : entry.id)),
  )
  return csv([[...headings, ...(reasons ? ['why'] : [])], ...rows])
}

interface Column {
  heading: string
  cell: (entry: Entry) => string
}

function sectionColumns({ sections = [], title }: Document): Column[] {
  const first = Object.keys(title)[0] ?? 'en'
  const sectionOf = (entry: Entry) => sections.find(({ id }) => id === entry.section)
  const name = (entry: Entry) => {
    const section = sectionOf(entry)
    return section ? sectionHeading(section, first) : (entry.section ?? '')
  }
  const others = [...new Set(sections.flatMap((section) => Object.keys(section.title)))].filter(
    (each) => each !== first,
  )
  const nameIn = (language: string) => (entry: Entry) => {
    const section = sectionOf(entry)
    return section?.title[language] === undefined ? '' : sectionHeading(section, language)
  }
  return [
    { heading: 'section', cell: name },
    ...others.map((language) => ({ heading: `section (${language})`, cell: nameIn(language) })),
  ]
}

function wordColumns(document: Document): Column[] {
  const fields = [...new Set(document.entries.flatMap(({ text }) => Object.keys(text)))]
  return fields
    .flatMap((field) => languagesOf(document).map((language) => ({ field, language })))
    .filter(({ field, language }) => document.entries.some(({ text }) => text[field]?.[language] !== undefined))
    .map(({ field, language }) => ({
      heading: `${field} (${language})`,
      cell: ({ text }: Entry) => text[field]?.[language] ?? '',
    }))
}
