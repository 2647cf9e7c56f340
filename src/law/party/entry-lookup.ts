import type { Change, Entry, Slug } from '../../treaty/index.ts'

/** A Party's text, and the changes that are part of it or not. */
export interface TextOfAParty {
  entries: readonly Entry[]
  /** The changes of the amendments that bind it. */
  made: readonly Change[]
  /** The changes of the other amendments known. */
  notMade: readonly Change[]
}

/**
 * Returns a function that finds the entry that an id names in a Party's text; undefined if the text does not have it. An id
 * is editorial: the entry remains the same treaty or term when its id changes.
 *
 * The entry has this id; or it had this id before (its `formerly`, or a renaming in this text); or a renaming that is not
 * part of this text gives it this id.
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

/**
 * Returns the ids reached from an id by following renamings, one after the other. Stops before an id that was already
 * passed, so a cycle ends.
 */
function following(steps: ReadonlyMap<Slug, Slug>, id: Slug): Slug[] {
  const passed = new Set([id])
  for (let next = steps.get(id); next !== undefined && !passed.has(next); next = steps.get(next)) passed.add(next)
  return [...passed].slice(1)
}
