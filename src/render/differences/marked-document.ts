import type { Document, DocumentDifference, Entry, Redline, Reworded, Segment, Slug } from '../../treaty/index.ts'
import { layoutOf, sectionHeading } from '../documents/layout.ts'

/** An entry in a document that shows both versions at once. An entry that moved is there twice: where it was and where it is. */
export interface MarkedEntry {
  id: Slug
  presence: 'both' | 'deleted' | 'inserted'
  moved: boolean
  /** The heading of its section, where it is the section's first in one of the versions or both. */
  heading: Segment[]
  /** The number, with its stop; empty where it has none. */
  number: Segment[]
  /** The words, field by field and language by language. */
  words: Redline[]
}

/**
 * Both versions of a document in one, in reading order: without what is inserted it is the earlier text, without what is deleted the
 * later one.
 */
export function markedEntries(difference: DocumentDifference, language: string): MarkedEntry[] {
  const { before, after } = difference
  const headings = { before: headingsOf(before, language), after: headingsOf(after, language) }
  const { removed, moved, renamed, reworded } = changesByEntry(difference)
  const nameAfter = (id: Slug) => renamed.get(id) ?? id
  const leaves = (id: Slug) => removed.has(id) || moved.has(nameAfter(id))
  const earlier = new Map(before.entries.map((entry) => [nameAfter(entry.id), entry]))
  const marked: MarkedEntry[] = []
  let at = 0
  const passLeaving = () => {
    for (let entry = before.entries[at]; entry && leaves(entry.id); entry = before.entries[at]) {
      marked.push(whole(entry, 'deleted', !removed.has(entry.id), headings.before.get(entry.id)))
      at += 1
    }
  }
  for (const entry of after.entries) {
    const was = earlier.get(entry.id)
    if (!was || moved.has(entry.id)) {
      passLeaving()
      marked.push(whole(entry, 'inserted', was !== undefined, headings.after.get(entry.id)))
      continue
    }
    passLeaving()
    at += 1
    const heading = replaced(headings.before.get(was.id) ?? '', headings.after.get(entry.id) ?? '')
    marked.push(changed(was, entry, heading, reworded.get(entry.id)))
  }
  passLeaving()
  return marked
}

/** Whether both versions in one are a table: each that has entries is. */
export function isTable({ before, after }: DocumentDifference): boolean {
  const versions = [before, after].filter(({ entries }) => entries.length > 0)
  return versions.length > 0 && versions.every((version) => layoutOf(version) === 'table')
}

function changesByEntry({ changes }: DocumentDifference) {
  const removed = new Set<Slug>()
  const moved = new Set<Slug>()
  const renamed = new Map<Slug, Slug>()
  const reworded = new Map<Slug, { change: Reworded; redlines: Redline[] }>()
  for (const { change, redlines } of changes) {
    if (change.kind === 'removed') removed.add(change.entry)
    if (change.kind === 'moved') moved.add(change.entry)
    if (change.kind === 'renamed') renamed.set(change.before, change.after)
    if (change.kind === 'reworded') reworded.set(change.entry, { change, redlines })
  }
  return { removed, moved, renamed, reworded }
}

/** The headings by the first entry of each section. */
function headingsOf({ sections = [], entries }: Document, language: string): Map<Slug, string> {
  const headings = new Map<Slug, string>()
  let last: Slug | undefined
  for (const { id, section } of entries) {
    const found = sections.find((each) => each.id === section)
    if (section !== undefined && section !== last) headings.set(id, found ? sectionHeading(found, language) : section)
    last = section
  }
  return headings
}

function whole(entry: Entry, presence: 'deleted' | 'inserted', moved: boolean, heading = ''): MarkedEntry {
  const mark = (words: string): Segment[] => (words === '' ? [] : [{ kind: presence, words }])
  const words = wordsOf(entry).map(({ field, language, words }) => ({ field, language, segments: mark(words) }))
  return { id: entry.id, presence, moved, heading: mark(heading), number: mark(stopped(entry.number)), words }
}

function changed(was: Entry, is: Entry, heading: Segment[], reworded?: { redlines: Redline[] }): MarkedEntry {
  const redlines = reworded?.redlines ?? []
  const kept = wordsOf(is)
    .filter(({ field, language }) => !redlines.some((each) => each.field === field && each.language === language))
    .map(({ field, language, words }): Redline => ({ field, language, segments: [{ kind: 'same', words }] }))
  const order = [...wordsOf(is), ...wordsOf(was)].map(lineKey)
  const words = [...kept, ...redlines].sort((one, other) => order.indexOf(lineKey(one)) - order.indexOf(lineKey(other)))
  const number = replaced(stopped(was.number), stopped(is.number))
  return { id: is.id, presence: 'both', moved: false, heading, number, words }
}

function replaced(was: string, is: string): Segment[] {
  if (was === is) return is === '' ? [] : [{ kind: 'same', words: is }]
  const segments: Segment[] = [
    { kind: 'deleted', words: was },
    { kind: 'inserted', words: is },
  ]
  return segments.filter(({ words }) => words !== '')
}

function stopped(number: string | undefined): string {
  return number === undefined ? '' : `${number}.`
}

function wordsOf({ text }: Entry): { field: string; language: string; words: string }[] {
  return Object.entries(text).flatMap(([field, words]) =>
    Object.entries(words).map(([language, each]) => ({ field, language, words: each })),
  )
}

function lineKey({ field, language }: { field: string; language: string }): string {
  return `${field} ${language}`
}
