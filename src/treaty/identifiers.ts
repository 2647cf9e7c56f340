import type { Change, Entry, Slug } from './generated/files.ts'

/** Returns whether `text` can be the id of a document, an entry, a section or a proposal; it is then safe in a path and a ref. */
export function isSlug(text: string): boolean {
  return text.length <= 80 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text)
}

/** Returns whether Windows has a device of this name: no file or folder can have it there, with any extension. */
export function isDeviceName(text: string): boolean {
  return /^(?:aux|con|nul|prn|com[0-9]|lpt[0-9])$/i.test(text)
}

/** Returns whether `text` has the form of a Party's code: ISO 3166-1 alpha-3, or the register's code of a regional organization. */
export function isPartyCode(text: string): boolean {
  return /^[A-Z][A-Z0-9]{1,11}$/.test(text)
}

/**
 * Returns a function that maps each id of an entry to one and the same id, the first that is known. Ids belong to one entry if a
 * change renames one to the other, or if the entry lists one as an earlier id (`formerly`).
 */
export function idsOfEntries(
  changes: readonly Change[],
  entries: readonly Pick<Entry, 'id' | 'formerly'>[] = [],
): (id: Slug) => Slug {
  const earlierIds = new Map<Slug, Slug>()
  const firstId = (id: Slug) => {
    let first = id
    for (let earlier = earlierIds.get(id); earlier !== undefined; earlier = earlierIds.get(first)) first = earlier
    return first
  }
  const join = (before: Slug, after: Slug) => {
    const [one, other] = [firstId(before), firstId(after)]
    if (one !== other) earlierIds.set(other, one)
  }
  for (const { id, formerly } of entries) if (formerly !== undefined) for (const former of formerly) join(former, id)
  for (const change of changes) if (change.kind === 'renamed') join(change.before, change.after)
  return earlierIds.size === 0 ? (id) => id : firstId
}
