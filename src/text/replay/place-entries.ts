import type { Added, EntryPlace, Moved, Slug } from '../../treaty/index.ts'
import { type EditableDocument, type EntryNode, insertAfter, nodeOf } from './editable-document.ts'

/**
 * Returns after which entry an amendment that is not applied would have put an entry that is missing here (null: first), or
 * undefined if no such amendment adds or renames it.
 */
export type AnchorOfUntaken = (missing: Slug) => Slug | null | undefined

/** An added or moved node that has no position yet. */
export interface PendingPlacement {
  change: Added | Moved
  node: EntryNode
  place: EntryPlace
}

/**
 * Puts each node after the entry that its place names; if that entry is itself pending, it is put first. If that entry is not in the
 * document, the node goes to the first of these positions that is known: where that entry was before its removal; where an
 * amendment that is not applied would have put it; before the entry that was to follow; at the end of its section; at the end.
 */
export function placeEntries(
  editable: EditableDocument,
  placements: readonly PendingPlacement[],
  anchorOfUntaken?: AnchorOfUntaken,
): void {
  const pending = new Map<Slug, PendingPlacement>(placements.map((placement) => [placement.node.id, placement]))
  for (const placement of placements) {
    for (const next of withThoseBefore(placement, pending)) {
      pending.delete(next.node.id)
      insertAfter(previousOf(editable, next, pending, anchorOfUntaken), next.node)
    }
  }
}

/** Returns the placement and the pending ones that it depends on, those first. */
function withThoseBefore(
  placement: PendingPlacement,
  pending: ReadonlyMap<Slug, PendingPlacement>,
): PendingPlacement[] {
  const chain = new Set<PendingPlacement>()
  let next: PendingPlacement | undefined = pending.get(placement.node.id)
  while (next && !chain.has(next)) {
    chain.add(next)
    next = next.place.after === null ? undefined : pending.get(next.place.after)
  }
  return [...chain].reverse()
}

function previousOf(
  editable: EditableDocument,
  { node, place, change }: PendingPlacement,
  pending: ReadonlyMap<Slug, PendingPlacement>,
  anchorOfUntaken?: AnchorOfUntaken,
): EntryNode {
  const anchor = anchorNode(editable, place, pending, anchorOfUntaken)
  if (change.kind === 'moved') return anchor
  node.addedAfter = anchor
  return afterEarlierAdditions(anchor, editable.amendments, place.followedBy ?? null)
}

function anchorNode(
  editable: EditableDocument,
  place: EntryPlace,
  pending: ReadonlyMap<Slug, PendingPlacement>,
  anchorOfUntaken?: AnchorOfUntaken,
): EntryNode {
  const placed = (id: Slug) => (pending.has(id) ? undefined : nodeOf(editable, id))
  let anchor: Slug | null | undefined = place.after
  const seen = new Set<Slug>()
  while (anchor !== null && anchor !== undefined && !seen.has(anchor)) {
    const node = placed(anchor)
    if (node) return node
    seen.add(anchor)
    anchor = anchorOfUntaken?.(anchor)
  }
  if (anchor === null) return editable.top
  const following = place.followedBy ? placed(place.followedBy) : undefined
  return following?.previous ?? lastOf(editable, place.section)
}

// If two amendments, each drafted without the other, add entries at one place, the earlier amendment's entries come first.
function afterEarlierAdditions(anchor: EntryNode, amendment: number, followedBy: Slug | null): EntryNode {
  const passed = new Set([anchor])
  let last = anchor
  for (let next = anchor.next; next && next.id !== followedBy; next = next.next) {
    const isEarlier = next.addedBy !== undefined && next.addedBy < amendment
    if (!isEarlier || !next.addedAfter || !passed.has(next.addedAfter)) break
    passed.add(next)
    last = next
  }
  return last
}

function lastOf(editable: EditableDocument, section: Slug | undefined): EntryNode {
  let last = editable.top
  let lastInSection: EntryNode | null = null
  for (let node = editable.top.next; node; node = node.next) {
    last = node
    if (section !== undefined && !node.isRemoved && node.entry.section === section) lastInSection = node
  }
  return lastInSection ?? last
}
