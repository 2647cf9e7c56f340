import type { Document, Entry, Slug } from '../../treaty/index.ts'
import { type Matching, matchEntries } from '../diff/match-entries.ts'
import { movedEntries } from '../diff/order-of-entries.ts'
import type { ThreeVersions } from './three-way.ts'

/** What identifies an entry in all three versions: `=` and its id in the base, or `+` and the id of an entry that a side added. */
export type Key = string

/** One version of a document, its entries by key. */
export interface AlignedVersion {
  entries: ReadonlyMap<Key, Entry>
  /** In the order of this version. */
  keys: readonly Key[]
  /** The entries that this version added or moved, so that it decides their position. */
  addedOrMoved: ReadonlySet<Key>
  /** Those of them that it moved to another section. */
  changedSection: ReadonlySet<Key>
}

/** Matches the entries of three versions. @throws AnnexError `invalid` if an id occurs twice in a version */
export function alignVersions(base: Document, ours: Document, theirs: Document): ThreeVersions<AlignedVersion> {
  const keys = base.entries.map(({ id }) => `=${id}`)
  const entries = new Map(base.entries.map((entry) => [`=${entry.id}`, entry]))
  const none = new Set<Key>()
  const origin = { entries, keys, addedOrMoved: none, changedSection: none }
  return { base: origin, ours: alignSide(base, ours), theirs: alignSide(base, theirs) }
}

function alignSide(base: Document, side: Document): AlignedVersion {
  const matching = matchEntries(base, side)
  const moved = [...movedEntries(side, matching)]
  const changedSection = moved.filter((id) => {
    const match = matching.byAfter.get(id)
    return match && match.before.section !== match.after.section
  })
  const keyed = (ids: readonly Slug[]) => ids.map((id) => keyOf(id, matching))
  return {
    entries: new Map(side.entries.map((entry) => [keyOf(entry.id, matching), entry])),
    keys: keyed(side.entries.map(({ id }) => id)),
    addedOrMoved: new Set(keyed([...matching.added.map(({ id }) => id), ...moved])),
    changedSection: new Set(keyed(changedSection)),
  }
}

function keyOf(id: Slug, matching: Matching): Key {
  const match = matching.byAfter.get(id)
  return match ? `=${match.before.id}` : `+${id}`
}

/** Returns the id in a key. */
export function idOf(key: Key): Slug {
  return key.slice(1)
}
