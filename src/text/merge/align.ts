import type { Document, Entry, Slug } from '../../treaty/index.ts'
import { type Matching, matchEntries } from '../diff/match-entries.ts'
import { movedEntries } from '../diff/order-of-entries.ts'
import type { Three } from './three-way.ts'

/** What an entry is known by in all three versions: `=` and its id in the base, or `+` and the id that a side gave it. */
export type Key = string

/** One side of a merge, its entries by key. */
export interface Side {
  entries: ReadonlyMap<Key, Entry>
  /** In the side's own order. */
  keys: readonly Key[]
  /** The entries that this side added or moved, so that they stand where it says. */
  floating: ReadonlySet<Key>
  /** Those of them that it moved to another section. */
  resectioned: ReadonlySet<Key>
}

/** Finds out which entries of three versions are the same. @throws AnnexError `invalid` where one holds an id twice */
export function align(base: Document, ours: Document, theirs: Document): Three<Side> {
  const keys = base.entries.map(({ id }) => `=${id}`)
  const entries = new Map(base.entries.map((entry) => [`=${entry.id}`, entry]))
  const origin = { entries, keys, floating: new Set<Key>(), resectioned: new Set<Key>() }
  return { base: origin, ours: side(base, ours), theirs: side(base, theirs) }
}

function side(base: Document, document: Document): Side {
  const matching = matchEntries(base, document)
  const moved = movedEntries(document, matching)
  const keys = document.entries.map(({ id }) => keyOf(id, matching))
  const entries = new Map(document.entries.map((entry) => [keyOf(entry.id, matching), entry]))
  const floating = new Set(matching.added.map(({ id }) => `+${id}`))
  for (const id of moved) floating.add(keyOf(id, matching))
  const resectioned = [...moved].filter((id) => {
    const match = matching.byAfter.get(id)
    return match && match.before.section !== match.after.section
  })
  return { entries, keys, floating, resectioned: new Set(resectioned.map((id) => keyOf(id, matching))) }
}

function keyOf(id: Slug, matching: Matching): Key {
  const match = matching.byAfter.get(id)
  return match ? `=${match.before.id}` : `+${id}`
}

/** The id that a key was made of. */
export function idOf(key: Key): Slug {
  return key.slice(1)
}
