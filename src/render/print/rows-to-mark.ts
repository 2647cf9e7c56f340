import type { Document, Entry, Slug, Words } from '../../treaty/index.ts'
import { groupsOf, languageOf, rowsOf, sectionHeading } from './layout.ts'

/** What a version is laid over the other by: its rows, and above which of them a section's heading stands. */
export interface RowsToMark {
  rows: Entry[]
  /** The ids of the rows that stand for a section without entries: such a heading has a place, but no entry that keeps it there. */
  emptySections: Set<Slug>
  /** The headings, language by language, by the first row of each section. */
  headings: Map<Slug, Words>
}

/** The rows of one version, as they are printed. */
export function rowsToMark(document: Document): RowsToMark {
  const groups = groupsOf(document)
  const empty = groups.filter(({ entries }) => entries.length === 0).flatMap(rowsOf)
  const headings = groups.flatMap((group): [Slug, Words][] => {
    const [first] = rowsOf(group)
    return group.section && first ? [[first.id, headingOf(document, group.section.id)]] : []
  })
  return {
    rows: groups.flatMap(rowsOf),
    emptySections: new Set(empty.map(({ id }) => id)),
    headings: new Map(headings),
  }
}

function headingOf(document: Document, id: Slug): Words {
  const section = document.sections?.find((each) => each.id === id)
  if (section === undefined) return { [languageOf(document)]: id }
  return Object.fromEntries(Object.keys(section.title).map((language) => [language, sectionHeading(section, language)]))
}
