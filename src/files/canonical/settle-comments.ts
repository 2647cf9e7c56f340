import { type Anchor, anchorOf, type Comments, ROOT } from './comments.ts'

/** Returns the keys and names that an anchor consists of. */
export function pathOf(anchor: Anchor): string[] {
  return anchor.split('\u0000').slice(1)
}

/** The lists whose items are removed as a whole: what is said about an item goes with it. */
const LISTS = ['entries', 'sections', 'parties'].map((key) => anchorOf(ROOT, key))

/**
 * Moves comments on a value that does not exist to the nearest existing value around it. Comments on an item or a key of the file
 * that does not exist are left out.
 * @param present the anchors that exist
 */
export function settle(comments: Comments, present: ReadonlySet<Anchor>): Comments {
  const above = new Map<Anchor, string[]>()
  const atLineEnd = new Map<Anchor, string[]>()
  for (const [anchor, lines] of comments.above) add(above, existing(anchor, present), lines)
  for (const [anchor, lines] of comments.atLineEnd) {
    const place = existing(anchor, present)
    add(place === anchor ? atLineEnd : above, place, lines)
  }
  return { ...comments, above, atLineEnd }
}

function add(into: Map<Anchor, string[]>, anchor: Anchor | undefined, lines: readonly string[]): void {
  if (anchor !== undefined) into.set(anchor, [...(into.get(anchor) ?? []), ...lines])
}

/** Returns an anchor, or that of the nearest existing value around it; undefined if the item or the key of the file is missing. */
export function existing(anchor: Anchor, present: ReadonlySet<Anchor>): Anchor | undefined {
  let place = anchor
  while (!present.has(place)) {
    place = place.slice(0, place.lastIndexOf('\u0000'))
    if (place === ROOT || LISTS.includes(place)) return undefined
  }
  return place
}

/** Returns the comments with other names of the entries in their anchors. */
export function renameEntries(comments: Comments, nameOf: (id: string) => string): Comments {
  const renamed = (map: ReadonlyMap<Anchor, string[]>) =>
    new Map([...map].map(([anchor, lines]) => [renameEntry(anchor, nameOf), lines]))
  return { ...comments, above: renamed(comments.above), atLineEnd: renamed(comments.atLineEnd) }
}

/** Returns an anchor with another name of the entry in it. */
export function renameEntry(anchor: Anchor, nameOf: (id: string) => string): Anchor {
  const [list, id, ...rest] = pathOf(anchor)
  if (list !== 'entries' || id === undefined) return anchor
  return [list, nameOf(id), ...rest].reduce(anchorOf, ROOT)
}
