import type { Change, Entry, Slug } from '../../treaty/index.ts'

/** A Party's text, and the changes that made it or did not. */
export interface TextOfAParty {
  entries: readonly Entry[]
  /** The changes of the amendments that bind it. */
  made: readonly Change[]
  /** Those of all others known. */
  notMade: readonly Change[]
}

/**
 * Finds the entry that an id names in a Party's text: an id is editorial, and the entry remains the same treaty or term under
 * every later one. Undefined where the text has none.
 *
 * It is the entry of that id; or the one that had it before, as its `formerly` or a renaming made in this text has it; or the
 * one that a renaming not made in this text calls so.
 */
export function entryLookup({ entries, made, notMade }: TextOfAParty): (id: Slug) => Slug | undefined {
  const standing = new Set(entries.map(({ id }) => id))
  const later = new Map<Slug, Slug>()
  const earlier = new Map<Slug, Slug>()
  for (const change of notMade) if (change.kind === 'renamed') earlier.set(change.after, change.before)
  for (const change of made) {
    if (change.kind !== 'renamed') continue
    earlier.set(change.after, change.before)
    later.set(change.before, change.after)
  }
  for (const { id, formerly } of entries) for (const former of formerly ?? []) later.set(former, id)
  return (id) => {
    for (const name of [id, ...following(earlier, id)]) {
      const found = [name, ...following(later, name)].find((each) => standing.has(each))
      if (found !== undefined) return found
    }
    return undefined
  }
}

/** Where an id leads, step by step; a circle ends where it began. */
function following(steps: ReadonlyMap<Slug, Slug>, id: Slug): Slug[] {
  const passed = new Set([id])
  for (let next = steps.get(id); next !== undefined && !passed.has(next); next = steps.get(next)) passed.add(next)
  return [...passed].slice(1)
}
