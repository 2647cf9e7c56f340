import type { Added, EntryPlace, Moved, Slug } from '../../treaty/index.ts'
import { insertLine, type Line, lineOf, type Manuscript } from './editable-document.ts'

/**
 * Where an amendment that was not taken would have put the entry that an anchor names: behind which other (null: first). Undefined
 * where none of them speaks of it.
 */
export type AnchorElsewhere = (anchor: Slug) => Slug | null | undefined

/** A line that waits for its place. */
export interface Placing {
  change: Added | Moved
  line: Line
  place: EntryPlace
}

/**
 * Puts each line behind the entry that its place names; what waits for another that waits goes after it. Where the entry named
 * is not there, the line goes behind the nearest earlier one that is known: where the struck-out entry stood; where an amendment
 * not taken would have put it; before the entry that was to follow; at the end of its section; at the end.
 */
export function placeLines(manuscript: Manuscript, placings: readonly Placing[], elsewhere?: AnchorElsewhere): void {
  const waiting = new Map<Slug, Placing>(placings.map((placing) => [placing.line.id, placing]))
  for (const placing of placings) {
    for (const next of inOrder(placing, waiting)) {
      waiting.delete(next.line.id)
      insertLine(next.line, spot(manuscript, next, waiting, elsewhere))
    }
  }
}

/** The line and those it waits for, those first. */
function inOrder(placing: Placing, waiting: ReadonlyMap<Slug, Placing>): Placing[] {
  const chain = new Set<Placing>()
  let next: Placing | undefined = waiting.get(placing.line.id)
  while (next && !chain.has(next)) {
    chain.add(next)
    next = next.place.after === null ? undefined : waiting.get(next.place.after)
  }
  return [...chain].reverse()
}

function spot(
  manuscript: Manuscript,
  { line, place, change }: Placing,
  waiting: ReadonlyMap<Slug, Placing>,
  elsewhere?: AnchorElsewhere,
): Line {
  const anchor = anchorLine(manuscript, place, waiting, elsewhere)
  if (change.kind === 'moved') return anchor
  line.addedBehind = anchor
  return behindEarlierAdditions(anchor, manuscript.taken, place.followedBy ?? null)
}

function anchorLine(
  manuscript: Manuscript,
  place: EntryPlace,
  waiting: ReadonlyMap<Slug, Placing>,
  elsewhere?: AnchorElsewhere,
): Line {
  const known = (id: Slug) => (waiting.has(id) ? undefined : lineOf(manuscript, id))
  let anchor: Slug | null | undefined = place.after
  const seen = new Set<Slug>()
  while (anchor !== null && anchor !== undefined && !seen.has(anchor)) {
    const line = known(anchor)
    if (line) return line
    seen.add(anchor)
    anchor = elsewhere?.(anchor)
  }
  if (anchor === null) return manuscript.top
  const following = place.followedBy ? known(place.followedBy) : undefined
  return following?.previous ?? lastOf(manuscript, place.section)
}

// Two amendments that each add at one place, without knowing of one another: the earlier one's stands first.
function behindEarlierAdditions(anchor: Line, taken: number, followedBy: Slug | null): Line {
  const passed = new Set([anchor])
  let last = anchor
  for (let next = anchor.next; next && next.id !== followedBy; next = next.next) {
    const earlier = next.addedBy !== undefined && next.addedBy < taken
    if (!earlier || !next.addedBehind || !passed.has(next.addedBehind)) break
    passed.add(next)
    last = next
  }
  return last
}

function lastOf(manuscript: Manuscript, section: Slug | undefined): Line {
  let last = manuscript.top
  let lastInSection: Line | null = null
  for (let line = manuscript.top.next; line; line = line.next) {
    last = line
    if (section !== undefined && !line.struck && line.entry.section === section) lastInSection = line
  }
  return lastInSection ?? last
}
