import type { Change, Entry, Slug } from './generated/files.ts'

/**
 * Which entry an id names, whichever of its ids that is: for all ids of one entry the same one is given. What is known of
 * them are the renamings, and the earlier ids that entries carry (`formerly`).
 */
export function idsOfEntries(
  changes: readonly Change[],
  entries: readonly Pick<Entry, 'id' | 'formerly'>[] = [],
): (id: Slug) => Slug {
  const earlier = new Map<Slug, Slug>()
  const first = (id: Slug) => {
    let at = id
    for (let before = earlier.get(at); before !== undefined; before = earlier.get(at)) at = before
    return at
  }
  const join = (before: Slug, after: Slug) => {
    const [one, other] = [first(before), first(after)]
    if (one !== other) earlier.set(other, one)
  }
  for (const { id, formerly } of entries) if (formerly !== undefined) for (const former of formerly) join(former, id)
  for (const change of changes) if (change.kind === 'renamed') join(change.before, change.after)
  return earlier.size === 0 ? (id) => id : first
}
