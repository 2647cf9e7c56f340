import type { Document, EntryPlace, Slug } from '../treaty/index.ts'
import { longestIncreasing } from './longest-increasing.ts'
import type { Matching } from './match-entries.ts'

/**
 * Where each entry of a document stands: its section, the entry before it, and the next one behind it that stays in its place.
 *
 * @param stays whether an entry is there on both sides, and was not moved
 */
export function placesOf({ entries }: Document, stays: (id: Slug) => boolean): Map<Slug, EntryPlace> {
  const places = new Map<Slug, EntryPlace>()
  let followedBy: Slug | null = null
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    const { id, section } = entries[index] ?? { id: '' }
    const neighbours = { after: entries[index - 1]?.id ?? null, followedBy }
    places.set(id, section === undefined ? neighbours : { section, ...neighbours })
    if (stays(id)) followedBy = id
  }
  return places
}

/**
 * The ids (in `after`) of the entries that were moved: the smallest set whose moving turns the one order into the other. An
 * entry that went to another section was moved in any case, so it does not hold others in place.
 */
export function movedEntries(before: Document, after: Document, matching: Matching): Set<Slug> {
  const position = new Map(before.entries.map((entry, index) => [entry.id, index]))
  const moved = new Set<Slug>()
  const staying: Slug[] = []
  const positions: number[] = []
  for (const entry of after.entries) {
    const match = matching.byAfter.get(entry.id)
    if (!match) continue
    moved.add(entry.id)
    if (match.before.section !== entry.section) continue
    staying.push(entry.id)
    positions.push(position.get(match.before.id) ?? 0)
  }
  for (const index of longestIncreasing(positions)) moved.delete(staying[index] ?? '')
  return moved
}
