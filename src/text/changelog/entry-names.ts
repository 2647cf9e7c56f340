import type { Change, Document, Entry, EntryPlace, Section, Slug } from '../../treaty/index.ts'
import { apply } from '../replay/apply.ts'

/** How sentences name the entries of an amendment: by number and first words, or by id if these are not known. */
export interface EntryNames {
  /** Names an entry as it was before the amendment: `item 3, “Convention …”`. */
  entry: (id: Slug) => string
  /** Names the place to which an entry was moved: `after item 2, “Convention …”, in section 1, “Software”`. */
  place: (place: EntryPlace) => string
}

/**
 * Returns the names of the entries of an amendment.
 * @param before the document before the amendment; without it, only entries in the changes themselves have a name
 */
export function entryNames(changes: readonly Change[], before?: Document): EntryNames {
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
