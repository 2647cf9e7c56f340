import type { DocumentDifference, Entry, Redline, Reworded, Segment, Slug, Words } from '../../treaty/index.ts'
import { layoutOf } from './layout.ts'
import { rowsToMark } from './rows-to-mark.ts'
import { carriedAlong } from './section-ids.ts'

/** Words in one language, marked up. */
export type Line = Omit<Redline, 'field'>

/** An entry in a document that shows both versions at once. An entry that moved is there twice: where it was and where it is. */
export interface MarkedEntry {
  id: Slug
  presence: 'both' | 'deleted' | 'inserted'
  /** Where it moved: its id at its other place, which a renaming may have changed too. */
  elsewhere: Slug | null
  /** The heading of its section in each language, where it is the section's first in one of the versions or both. */
  heading: Line[]
  /** The number, with its stop; empty where it has none. */
  number: Segment[]
  /** The words, field by field and language by language. */
  words: Redline[]
}

/** The title of both versions in one, in each language that either has. */
export function markedTitle({ before, after, changes }: DocumentDifference): Line[] {
  const redlines = changes.flatMap((marked) => (marked.change.kind === 'title' ? marked.redlines : []))
  return languagesIn(after.title, before.title).flatMap((language) => {
    const redline = redlines.find((each) => each.language === language)
    return redline ?? { language, segments: replaced(before.title[language] ?? '', after.title[language] ?? '') }
  })
}

/**
 * Both versions of a document in one, in reading order: without what is inserted it is the earlier text, without what is deleted the
 * later one.
 */
export function markedEntries(difference: DocumentDifference): MarkedEntry[] {
  const before = rowsToMark(difference.before)
  const after = rowsToMark(difference.after)
  const { removed, moved, renamed, reworded } = changesByEntry(difference)
  for (const id of carriedAlong(difference)) moved.delete(id)
  const nameAfter = (id: Slug) => renamed.get(id) ?? id
  const leaves = (id: Slug) => removed.has(id) || moved.has(nameAfter(id)) || before.emptySections.has(id)
  const earlier = new Map(before.rows.map((entry) => [nameAfter(entry.id), entry]))
  const marked: MarkedEntry[] = []
  let at = 0
  const passLeaving = (until?: Slug) => {
    for (let entry = before.rows[at]; entry && entry.id !== until && leaves(entry.id); entry = before.rows[at]) {
      const elsewhere = moved.has(nameAfter(entry.id)) ? nameAfter(entry.id) : null
      marked.push(whole(entry, 'deleted', elsewhere, before.headings.get(entry.id)))
      at += 1
    }
  }
  for (const entry of after.rows) {
    const isEmptySection = after.emptySections.has(entry.id)
    const was = earlier.get(entry.id)
    passLeaving(isEmptySection ? entry.id : undefined)
    if (!was || moved.has(entry.id) || (isEmptySection && before.rows[at] !== was)) {
      marked.push(whole(entry, 'inserted', isEmptySection ? null : (was?.id ?? null), after.headings.get(entry.id)))
      continue
    }
    at += 1
    const heading = headingLines(before.headings.get(was.id), after.headings.get(entry.id))
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

function headingLines(was: Words = {}, is: Words = {}): Line[] {
  return languagesIn(is, was)
    .map((language) => ({ language, segments: replaced(was[language] ?? '', is[language] ?? '') }))
    .filter(({ segments }) => segments.length > 0)
}

function languagesIn(is: Words, was: Words): string[] {
  return interleaved(Object.keys(was), Object.keys(is))
}

function whole(entry: Entry, presence: 'deleted' | 'inserted', elsewhere: Slug | null, title: Words = {}): MarkedEntry {
  const mark = (words: string): Segment[] => (words === '' ? [] : [{ kind: presence, words }])
  const words = wordsOf(entry).map(({ field, language, words }) => ({ field, language, segments: mark(words) }))
  const heading = Object.entries(title).map(([language, words]) => ({ language, segments: mark(words) }))
  return { id: entry.id, presence, elsewhere, heading, number: mark(stopped(entry.number)), words }
}

function changed(was: Entry, is: Entry, heading: Line[], reworded?: { redlines: Redline[] }): MarkedEntry {
  const redlines = reworded?.redlines ?? []
  const kept = wordsOf(is)
    .filter(({ field, language }) => !redlines.some((each) => each.field === field && each.language === language))
    .map(({ field, language, words }): Redline => ({ field, language, segments: replaced(words, words) }))
  const order = interleaved(wordsOf(was).map(lineKey), wordsOf(is).map(lineKey))
  const words = [...kept, ...redlines].sort((one, other) => order.indexOf(lineKey(one)) - order.indexOf(lineKey(other)))
  const number = replaced(stopped(was.number), stopped(is.number))
  return { id: is.id, presence: 'both', elsewhere: null, heading, number, words }
}

/** Both lists in one, in which each keeps its order where the two agree; what only the earlier has stands behind what it stood behind. */
function interleaved(was: readonly string[], is: readonly string[]): string[] {
  const all = [...is]
  let behind = 0
  for (const each of was) {
    const place = all.indexOf(each)
    if (place === -1) all.splice(behind, 0, each)
    behind = (place === -1 ? behind : place) + 1
  }
  return all
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
