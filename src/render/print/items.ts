import type { Document, DocumentDifference, Entry, Redline, Segment, Slug, Words } from '../../treaty/index.ts'
import { groupsOf, languageOf, rowsOf, sectionHeading } from './layout.ts'
import { carriedAlong } from './section-ids.ts'
import type { Field, Item, Line, Presence } from './tree.ts'

/** The rows of one version as they are printed, and which of them have a section's heading above. */
interface Version {
  rows: readonly Entry[]
  /** The ids of the rows that carry the heading of a section without entries. No entry keeps such a heading in its place. */
  emptySections: ReadonlySet<Slug>
  /** The headings by the first row of each section, in each language; empty for a run of entries in no section. */
  headings: ReadonlyMap<Slug, Words>
}

/**
 * Returns the entries of both versions of a document as one list, in reading order.
 * @param languages the order of the lines
 * @param reasons why an entry is in the document, by its id
 */
export function itemsOf(
  difference: DocumentDifference,
  languages: readonly string[],
  reasons: ReadonlyMap<Slug, string> = new Map(),
): Item[] {
  const [before, after] = [versionOf(difference.before), versionOf(difference.after)]
  const { removed, moved, renamed, reworded } = changesByEntry(difference)
  const nameAfter = (id: Slug) => renamed.get(id) ?? id
  const leaves = (id: Slug) => removed.has(id) || moved.has(nameAfter(id)) || before.emptySections.has(id)
  const earlier = new Map(before.rows.map((entry) => [nameAfter(entry.id), entry]))
  const write = itemWriter({ before, after, languages, reasons })
  const items: Item[] = []
  let at = 0
  const passDeleted = (until?: Slug) => {
    for (let entry = before.rows[at]; entry && entry.id !== until && leaves(entry.id); entry = before.rows[at]) {
      items.push(write(entry, null, moved.has(nameAfter(entry.id)) ? nameAfter(entry.id) : null))
      at += 1
    }
  }
  for (const entry of after.rows) {
    const isEmptySection = after.emptySections.has(entry.id)
    const was = earlier.get(entry.id)
    passDeleted(isEmptySection ? entry.id : undefined)
    if (!was || moved.has(entry.id) || (isEmptySection && before.rows[at] !== was)) {
      items.push(write(null, entry, isEmptySection ? null : (was?.id ?? null)))
      continue
    }
    at += 1
    items.push(write(was, entry, null, reworded.get(entry.id)))
  }
  passDeleted()
  return items
}

function versionOf(document: Document): Version {
  const groups = groupsOf(document)
  const empty = groups.filter(({ entries }) => entries.length === 0).flatMap(rowsOf)
  const headings = groups.flatMap((group): [Slug, Words][] => {
    const [first] = rowsOf(group)
    return first ? [[first.id, group.section === null ? {} : headingsOf(document, group.section.id)]] : []
  })
  return {
    rows: groups.flatMap(rowsOf),
    emptySections: new Set(empty.map(({ id }) => id)),
    headings: new Map(headings),
  }
}

function headingsOf(document: Document, id: Slug): Words {
  const section = document.sections?.find((each) => each.id === id)
  if (section === undefined) return { [languageOf(document)]: id }
  return Object.fromEntries(Object.keys(section.title).map((language) => [language, sectionHeading(section, language)]))
}

function changesByEntry(difference: DocumentDifference) {
  const removed = new Set<Slug>()
  const moved = new Set<Slug>()
  const renamed = new Map<Slug, Slug>()
  const reworded = new Map<Slug, readonly Redline[]>()
  for (const { change, redlines } of difference.changes) {
    if (change.kind === 'removed') removed.add(change.entry)
    if (change.kind === 'moved') moved.add(change.entry)
    if (change.kind === 'renamed') renamed.set(change.before, change.after)
    if (change.kind === 'reworded') reworded.set(change.entry, redlines)
  }
  for (const id of carriedAlong(difference)) moved.delete(id)
  return { removed, moved, renamed, reworded }
}

/** What items are made from. */
interface Sources {
  before: Version
  after: Version
  languages: readonly string[]
  reasons: ReadonlyMap<Slug, string>
}

function itemWriter({ before, after, languages, reasons }: Sources) {
  return (was: Entry | null, is: Entry | null, elsewhere: Slug | null, redlines: readonly Redline[] = []): Item => {
    const { id = '' } = is ?? was ?? {}
    const presence: Presence = was === null ? 'inserted' : is === null ? 'deleted' : 'both'
    const [wasAbove, isAbove] = [was && before.headings.get(was.id), is && after.headings.get(is.id)]
    const heading = linesIn(wasAbove ?? {}, isAbove ?? {}, languages).filter(({ segments }) => segments.length > 0)
    const fields = interleaved(Object.keys(was?.text ?? {}), Object.keys(is?.text ?? {})).map((name): Field => {
      const own = redlines.filter(({ field }) => field === name)
      return { name, lines: linesIn(was?.text[name] ?? {}, is?.text[name] ?? {}, languages, own) }
    })
    return {
      ...{ id, presence, elsewhere, heading, fields },
      startsGroup: Boolean(wasAbove ?? isAbove),
      isPlaceholder: (is ? after : before).emptySections.has(id),
      number: replaced(stopped(was?.number), stopped(is?.number)),
      reason: reasons.get(id),
    }
  }
}

/** Returns words of both versions, a line for each language; a redline shows word by word what changed. */
export function linesIn(
  was: Words,
  is: Words,
  languages: readonly string[],
  redlines: readonly Omit<Redline, 'field'>[] = [],
): Line[] {
  return languages
    .filter((language) => was[language] !== undefined || is[language] !== undefined)
    .map((language) => {
      const redline = redlines.find((each) => each.language === language)
      return redline ?? { language, segments: replaced(was[language] ?? '', is[language] ?? '') }
    })
}

/** Merges both lists; where they agree, each keeps its order. What only the earlier list has comes after its predecessor there. */
function interleaved(was: readonly string[], is: readonly string[]): string[] {
  const all = [...is]
  let next = 0
  for (const each of was) {
    const position = all.indexOf(each)
    if (position === -1) all.splice(next, 0, each)
    next = (position === -1 ? next : position) + 1
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
