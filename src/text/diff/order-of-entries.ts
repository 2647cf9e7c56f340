import type { Document, EntryPlace, Slug } from '../../treaty/index.ts'
import { longestIncreasing } from './longest-increasing.ts'
import type { Matching } from './match-entries.ts'

/** Says where the entry at a position stands. */
export type PlaceAt = (position: number) => EntryPlace

/**
 * Where the entries of a document stand: the section, the entry before, and the next one behind that stays in its place.
 *
 * @param stays whether an entry is there on both sides, and was not moved
 */
export function placesOf({ entries }: Document, stays: (id: Slug) => boolean): PlaceAt {
  const following: (Slug | null)[] = []
  let followedBy: Slug | null = null
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    following[index] = followedBy
    const id = entries[index]?.id
    if (id !== undefined && stays(id)) followedBy = id
  }
  return (position) => {
    const section = entries[position]?.section
    const neighbours = { after: entries[position - 1]?.id ?? null, followedBy: following[position] ?? null }
    return section === undefined ? neighbours : { section, ...neighbours }
  }
}

/**
 * The ids (in `after`) of the entries that were moved: the smallest set whose moving turns the one order into the other. An
 * entry that went to another section was moved in any case, so it does not hold others in place.
 */
export function movedEntries(after: Document, matching: Matching): Set<Slug> {
  const moved = new Set<Slug>()
  const staying: Slug[] = []
  const positions: number[] = []
  for (const { id, section } of after.entries) {
    const match = matching.byAfter.get(id)
    if (!match) continue
    if (match.before.section !== section) {
      moved.add(id)
      continue
    }
    staying.push(id)
    positions.push(match.position)
  }
  const kept = longestIncreasing(positions)
  let next = 0
  staying.forEach((id, index) => {
    if (kept[next] === index) next += 1
    else moved.add(id)
  })
  return moved
}
