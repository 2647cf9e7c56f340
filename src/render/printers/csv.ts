import type { Document, Entry } from '../../treaty/index.ts'
import { csv } from '../escape.ts'
import { languagesOf, printOf } from '../print/languages.ts'
import { type DocumentOptions, groupsOf, rowsOf, sectionHeading } from '../print/layout.ts'

/**
 * A document as a CSV file (RFC 4180), one entry a row: id, number, section, a column for each field in each language, and the
 * reason where reasons are given. A section in which no entry stands has a row without an id. The section stands in the title's first language, and once more in each other that section
 * titles are in. Cells that a spreadsheet would take for formulas are defused.
 */
export function documentCsv(document: Document, options: DocumentOptions = {}): string {
  const printed = printOf(document, options).document
  const sections = sectionColumns(printed)
  const words = wordColumns(printed)
  const headings = ['id', 'number', ...sections.map(({ heading }) => heading), ...words.map(({ heading }) => heading)]
  const row = (entry: Entry, id: string) => [
    id,
    entry.number ?? '',
    ...sections.map(({ cell }) => cell(entry)),
    ...words.map(({ cell }) => cell(entry)),
    ...(options.reasons ? [options.reasons.get(entry.id) ?? ''] : []),
  ]
  const rows = groupsOf(printed).flatMap((group) =>
    rowsOf(group).map((entry) => row(entry, group.entries.length === 0 ? '' : entry.id)),
  )
  return csv([[...headings, ...(options.reasons ? ['why'] : [])], ...rows])
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
