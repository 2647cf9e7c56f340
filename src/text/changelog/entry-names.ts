import type { Change, Document, Entry, EntryPlace, Section, Slug } from '../../treaty/index.ts'
import { apply } from '../replay/apply.ts'

/** How a reader knows the entries that an amendment speaks of: by number and first words, and only where need be by id. */
export interface EntryNames {
  /** The entry as the amendment found it: `item 3, “Convention …”`. */
  entry: (id: Slug) => string
  /** Where it put one: `behind item 2, “Convention …”, in section 1, “Software”`. */
  place: (place: EntryPlace) => string
}

/** @param before the document as the amendment found it; without it, only what the changes themselves hold is known */
export function entryNames(changes: readonly Change[], before?: Document): EntryNames {
  const after = before && apply(before, changes).document
  const found = byId(before?.entries ?? [])
  const left = byId(after?.entries ?? [])
  const earlier = new Map<Slug, Slug>()
  for (const change of changes) {
    if (change.kind === 'removed') found.set(change.entry, change.before)
    if (change.kind === 'added' && !left.has(change.entry)) left.set(change.entry, change.after)
    if (change.kind === 'renamed') earlier.set(change.after, change.before)
  }
  const sections = new Map([...(before?.sections ?? []), ...(after?.sections ?? [])].map((each) => [each.id, each]))
  return {
    entry: (id) => {
      const entry = found.get(earlier.get(id) ?? id)
      return entry ? nameOf(entry) : id
    },
    place: (place) => placeOf(place, left, sections),
  }
}

function byId(entries: readonly Entry[]): Map<Slug, Entry> {
  return new Map(entries.map((entry) => [entry.id, entry]))
}

/** `item 3, “Convention …”`; `“Worms”` for an entry without a number. */
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
  // The entry before it may be the last of another section.
  const isFirst = after === null || (section !== undefined && before !== undefined && before.section !== section)
  const at = isFirst ? 'to the first place' : `behind ${before === undefined ? after : nameOf(before)}`
  if (section === undefined) return at
  const found = sections.get(section)
  const name = found && numbered('section', found.number, found.title.en ?? Object.values(found.title)[0] ?? section)
  return `${at}${/”$/.test(at) ? ',' : ''} in ${name ?? section}`
}
