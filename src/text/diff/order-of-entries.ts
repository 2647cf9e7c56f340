import type { Document, EntryPlace, Slug } from '../../treaty/index.ts'
import type { Matching } from './match-entries.ts'

/** Returns the place of the entry at a position of the document. */
export type PlaceAt = (position: number) => EntryPlace

/**
 * Returns a function that gives the place of each entry: its section, the entry before it, and the next entry that stays in place.
 *
 * @param stays whether an entry is in both versions and was not moved
 */
export function placesOf({ entries }: Document, stays: (id: Slug) => boolean): PlaceAt {
  const following: (Slug | null)[] = []
  let nextStaying: Slug | null = null
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    following[index] = nextStaying
    const id = entries[index]?.id
    if (id !== undefined && stays(id)) nextStaying = id
  }
  return (position) => {
    const section = entries[position]?.section
    const neighbours = { after: entries[position - 1]?.id ?? null, followedBy: following[position] ?? null }
    return section === undefined ? neighbours : { section, ...neighbours }
  }
}

/**
 * Returns the ids (in `after`) of the entries that were moved: the smallest set of moves that turns the old order into the new one.
 * An entry that is now in another section always counts as moved.
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

/**
 * Returns the positions in `values` of one longest strictly increasing subsequence, in order. Patience sorting, n log n.
 * Source: C. Schensted, Longest increasing and decreasing subsequences, 1961.
 */
export function longestIncreasing(values: readonly number[]): number[] {
  const tails: number[] = []
  const previous: (number | undefined)[] = []
  values.forEach((value, position) => {
    const length = firstTailNotBelow(values, tails, value)
    previous[position] = length === 0 ? undefined : tails[length - 1]
    tails[length] = position
  })
  const chosen: number[] = []
  for (let at = tails.at(-1); at !== undefined; at = previous[at]) chosen.push(at)
  return chosen.reverse()
}

function firstTailNotBelow(values: readonly number[], tails: readonly number[], value: number): number {
  let low = 0
  let high = tails.length
  while (low < high) {
    const middle = (low + high) >> 1
    const tail = values[tails[middle] ?? 0] ?? 0
    if (tail < value) low = middle + 1
    else high = middle
  }
  return low
}
