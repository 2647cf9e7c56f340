import type { Change, ChangelogLine, Document, Entry, EntryPlace, Redline, Section, Slug } from '../../treaty/index.ts'
import { markChange } from '../diff/compare-documents.ts'
import { groupBy } from '../diff/group-by.ts'
import { apply } from '../replay/apply.ts'

/**
 * Describes changes in one sentence per entry, in the order of the changes, with a redline if words changed. If several entries
 * were only renumbered, one sentence describes them together.
 * @param before the document before the changes, for the numbers and titles that the sentences name
 */
export function changeSentences(changes: readonly Change[], before?: Document): ChangelogLine[] {
  const byEntry = groupBy(changes, ({ entry }) => entry)
  const names = entryNames(changes, before)
  const shifted = onlyRenumbered(byEntry)
  const lines = [...byEntry]
    .filter(([entry]) => !shifted.includes(entry))
    .map(([entry, all]): ChangelogLine => {
      const words = wordsOf(all)
      const line = { entry, kinds: all.map(({ kind }) => kind), says: sentence(all, names) }
      return words.length === 0 ? line : { ...line, words }
    })
  return [
    ...lines,
    ...shiftSentence(shifted, byEntry, (entry) => (isNumberShared(entry, before) ? `, ${names.entry(entry)},` : '')),
  ]
}

function wordsOf(changes: readonly Change[]): Redline[] {
  return changes.flatMap((change) => markChange(change).redlines)
}

function sentence(changes: readonly Change[], names: EntryNames): string {
  // The first clause names the entry, the others call it "it".
  const clauses = changes.map((change, index) => clause(change, index === 0 ? subject(change, names) : 'it', names))
  const all = joined(clauses)
  return `${all.charAt(0).toUpperCase()}${all.slice(1)}.`
}

function joined(clauses: readonly string[]): string {
  const last = clauses.at(-1) ?? ''
  if (clauses.length < 2) return last
  const others = clauses.slice(0, -1).join(', ')
  return `${others}${others.endsWith('”') ? ',' : ''} and ${last}`
}

function subject(change: Change, names: EntryNames): string {
  if (change.entry === null) return 'the document'
  return change.kind === 'added' ? nameOf(change.after) : names.entry(change.entry)
}

function clause(change: Change, name: string, names: EntryNames): string {
  // A title after the number is an apposition, so a comma follows it if the sentence goes on.
  const subject = name.startsWith('item ') ? `${name},` : name
  switch (change.kind) {
    case 'added':
      return `adds ${name}`
    case 'removed':
      return `removes ${name}`
    case 'renamed':
      return `renames ${subject} from ${change.before} to ${change.after}`
    case 'moved':
      return `moves ${subject} ${names.place(change.after)}`
    case 'renumbered':
      return `renumbers ${subject} from ${change.before ?? 'no number'} to ${change.after ?? 'no number'}`
    case 'reworded':
      return `rewords ${name} (${[...new Set(change.parts.map(({ field }) => field))].join(', ')})`
    case 'fact':
      return `corrects ${name === 'it' ? 'its editorial facts' : `editorial facts of ${name}`}`
    case 'note':
      return `changes ${name === 'it' ? 'its editorial note' : `the editorial note of ${name}`}`
    case 'title':
      return `retitles ${name}`
    case 'sections':
      return `changes ${name === 'it' ? 'its sections' : `the sections of ${name}`}`
  }
}

/** Returns the entries of which only the number changed, if there are several. */
function onlyRenumbered(byEntry: ReadonlyMap<Slug | null, Change[]>): (Slug | null)[] {
  const entries = [...byEntry]
    .filter(([, all]) => all.every(({ kind }) => kind === 'renumbered'))
    .map(([entry]) => entry)
  return entries.length > 1 ? entries : []
}

function shiftSentence(
  shifted: readonly (Slug | null)[],
  byEntry: ReadonlyMap<Slug | null, Change[]>,
  named: (entry: Slug) => string,
): ChangelogLine[] {
  const [first, last] = [shifted[0], shifted.at(-1)]
  if (first === undefined || last === undefined) return []
  const numbers = (entry: Slug | null) => {
    const [change] = byEntry.get(entry) ?? []
    return change?.kind === 'renumbered'
      ? `${named(change.entry)} from ${change.before ?? 'none'} to ${change.after ?? 'none'}`
      : ''
  }
  const says = `Renumbers ${shifted.length} entries, the first${numbers(first)}, the last${numbers(last)}.`
  return [{ entry: null, kinds: ['renumbered'], says }]
}

/** Returns whether another entry has the same number, as the Convention's second 15: then the number alone names neither. */
function isNumberShared(id: Slug, before?: Document): boolean {
  const number = before?.entries.find((entry) => entry.id === id)?.number
  return number !== undefined && (before?.entries.filter((entry) => entry.number === number).length ?? 0) > 1
}

/** How sentences name the entries of an amendment: by number and first words, or by id if these are not known. */
interface EntryNames {
  /** Names an entry as it was before the amendment: `item 3, “Convention …”`. */
  entry: (id: Slug) => string
  /** Names the place to which an entry was moved: `after item 2, “Convention …”, in section 1, “Software”`. */
  place: (place: EntryPlace) => string
}

/**
 * Returns the names of the entries of an amendment.
 * @param before the document before the amendment; without it, only entries in the changes themselves have a name
 */
function entryNames(changes: readonly Change[], before?: Document): EntryNames {
  const after = before && apply(before, changes).document
  const earlierEntries = byId(before?.entries ?? [])
  const laterEntries = byId(after?.entries ?? [])
  const earlierIds = new Map<Slug, Slug>()
  for (const change of changes) {
    if (change.kind === 'removed') earlierEntries.set(change.entry, change.before)
    if (change.kind === 'added' && !laterEntries.has(change.entry)) laterEntries.set(change.entry, change.after)
    if (change.kind === 'renamed') earlierIds.set(change.after, change.before)
  }
  const sections = new Map([...(before?.sections ?? []), ...(after?.sections ?? [])].map((each) => [each.id, each]))
  return {
    entry: (id) => {
      const entry = earlierEntries.get(earlierIds.get(id) ?? id)
      return entry ? nameOf(entry) : id
    },
    place: (place) => placeOf(place, laterEntries, sections),
  }
}

function byId(entries: readonly Entry[]): Map<Slug, Entry> {
  return new Map(entries.map((entry) => [entry.id, entry]))
}

/** Returns `item 3, “Convention …”`, or `“Worms”` for an entry without a number. */
export function nameOf({ id, number, text }: Entry): string {
  const [first] = Object.values(text)
  return numbered('item', number, first?.en ?? Object.values(first ?? {})[0] ?? id)
}

function numbered(what: string, number: string | undefined, words: string): string {
  return number === undefined ? `“${words}”` : `${what} ${number}, “${words}”`
}

function placeOf(
  { section, after }: EntryPlace,
  entries: ReadonlyMap<Slug, Entry>,
  sections: ReadonlyMap<Slug, Section>,
): string {
  const before = after === null ? undefined : entries.get(after)
  // The entry before it may belong to another section.
  const isFirst = after === null || (section !== undefined && before !== undefined && before.section !== section)
  const at = isFirst ? 'to the first place' : `after ${before === undefined ? after : nameOf(before)}`
  if (section === undefined) return at
  const found = sections.get(section)
  const name = found && numbered('section', found.number, found.title.en ?? Object.values(found.title)[0] ?? section)
  return `${at}${/”$/.test(at) ? ',' : ''} in ${name ?? section}`
}
