import { longestIncreasing } from '../diff/order-of-entries.ts'
import type { Key, ThreeVersions } from './three-way.ts'

/** The order of one version. */
export interface Order {
  keys: readonly Key[]
  addedOrMoved: ReadonlySet<Key>
  /** Those that were moved to another section, and so count as moved wherever they are. */
  changedSection?: ReadonlySet<Key>
}

/** Compares two entries that both sides put at one place: negative if the first comes first. */
export type Precedence = (one: Key, other: Key) => number

/** The merged order, and the entries for which the two sides do not agree on a place. */
export interface MergedOrder {
  keys: Key[]
  conflicts: Key[]
}

/**
 * Merges the orders of three versions.
 *
 * - Entries that neither side moved are *fixed*: they keep the order of the base.
 * - An entry that a side added or moved comes after the same fixed entry as on that side: each fixed entry is followed by a *gap*.
 * - If both sides put entries into one gap, `precedence` orders them; consecutive entries of one side (a *run*) keep their order.
 *
 * So the result is the same if the sides are exchanged, or if several versions are merged in another order.
 */
export function mergeOrder(
  { base, ours, theirs }: ThreeVersions<Order>,
  isKept: (key: Key) => boolean,
  precedence: Precedence,
): MergedOrder {
  const isAddedOrMoved = (key: Key) => ours.addedOrMoved.has(key) || theirs.addedOrMoved.has(key)
  const fixed = base.keys.filter((key) => isKept(key) && !isAddedOrMoved(key))
  const isFixed = new Set(fixed)
  const oursByGap = runsByGap(ours, isFixed, isKept)
  const theirsByGap = runsByGap(theirs, isFixed, isKept)
  const apart = new Set(movedToTwoGaps(oursByGap, theirsByGap))
  const regions = regionsByGap(base.keys, isFixed)
  const unclear = [
    ...nextToMoved(oursByGap, regions, theirs.addedOrMoved, isKept),
    ...nextToMoved(theirsByGap, regions, ours.addedOrMoved, isKept),
    ...rankedDifferently(oursByGap, theirsByGap, precedence),
  ]
  const keys: Key[] = []
  for (const gap of [null, ...fixed]) {
    if (gap !== null) keys.push(gap)
    const theirRuns = (theirsByGap.get(gap) ?? []).map((run) => run.filter((key) => !apart.has(key)))
    for (const key of mergeRuns([...(oursByGap.get(gap) ?? []), ...theirRuns], precedence)) keys.push(key)
  }
  const changedSection = new Set([...(ours.changedSection ?? []), ...(theirs.changedSection ?? [])])
  const sequence = (list: readonly Key[]) => list.filter((key) => !changedSection.has(key))
  const lost = lostMoves(sequence(base.keys), sequence(keys), isFixed)
  return { keys, conflicts: [...new Set([...apart, ...unclear, ...lost])] }
}

/** The runs in each gap, by the fixed entry before the gap (null: before the first). Entries that do not stay there separate runs. */
type Runs = Map<Key | null, Key[][]>

function runsByGap({ keys, addedOrMoved }: Order, isFixed: ReadonlySet<Key>, isKept: (key: Key) => boolean): Runs {
  const runs: Runs = new Map()
  let gap: Key | null = null
  let run: Key[] = []
  for (const key of keys) {
    if (addedOrMoved.has(key) && isKept(key)) {
      if (run.length === 0) runs.set(gap, [...(runs.get(gap) ?? []), run])
      run.push(key)
      continue
    }
    if (isFixed.has(key)) gap = key
    run = []
  }
  return runs
}

function movedToTwoGaps(ours: Runs, theirs: Runs): Key[] {
  const gapOf = new Map<Key, Key | null>()
  for (const [gap, runs] of ours) for (const key of runs.flat()) gapOf.set(key, gap)
  const apart: Key[] = []
  for (const [gap, runs] of theirs) {
    for (const key of runs.flat()) if (gapOf.has(key) && gapOf.get(key) !== gap) apart.push(key)
  }
  return apart
}

/** Returns the base's entries that are not fixed, by gap. */
function regionsByGap(keys: readonly Key[], isFixed: ReadonlySet<Key>): Runs {
  const all = new Set(keys.filter((key) => !isFixed.has(key)))
  return runsByGap({ keys, addedOrMoved: all }, isFixed, () => true)
}

/**
 * Returns the entries that a side put into the gap of an entry that the other side moved away. Their place depends on whether they
 * were meant to come before or after that entry, which is not known.
 */
function nextToMoved(runs: Runs, regions: Runs, movedByOther: ReadonlySet<Key>, isKept: (key: Key) => boolean): Key[] {
  const unclear: Key[] = []
  for (const [gap, each] of runs) {
    const run = each.flat()
    const left = (regions.get(gap) ?? [])
      .flat()
      .some((key) => movedByOther.has(key) && isKept(key) && !run.includes(key))
    if (left) for (const key of run) if (!movedByOther.has(key)) unclear.push(key)
  }
  return unclear
}

/** Returns the entries that both sides put into a gap, but in different orders relative to other entries. */
function rankedDifferently(ours: Runs, theirs: Runs, precedence: Precedence): Key[] {
  const ranks = (runs: Runs) =>
    new Map(
      [...runs.values()]
        .flat()
        .flatMap((run) => ranked(run, precedence))
        .map((each) => [each.key, each.rank]),
    )
  const theirRanks = ranks(theirs)
  return [...ranks(ours)]
    .filter(([key, rank]) => theirRanks.has(key) && theirRanks.get(key) !== rank)
    .map(([key]) => key)
}

/**
 * Returns the entries that were moved past entries that the other side removed or moved. In the merged order they no longer count as
 * moved, so the next merge would not know of the move. That matters only if another entry is in the same gap: if the entry is alone
 * there, both sides agree.
 */
function lostMoves(base: readonly Key[], merged: readonly Key[], isFixed: ReadonlySet<Key>): Key[] {
  const positions = new Map(base.map((key, index) => [key, index]))
  const present = merged.filter((key) => positions.has(key))
  const stay = new Set(longestIncreasing(present.map((key) => positions.get(key) ?? 0)).map((index) => present[index]))
  const isAlone = (key: Key) => gapAround(key, merged, isFixed).length === 1
  return present.filter((key) => (stay.has(key) ? !isFixed.has(key) && !isAlone(key) : isFixed.has(key)))
}

/** Returns all entries in the gap that contains a moved entry. */
function gapAround(key: Key, merged: readonly Key[], isFixed: ReadonlySet<Key>): readonly Key[] {
  const at = merged.indexOf(key)
  const start = merged.slice(0, at).findLastIndex((each) => isFixed.has(each)) + 1
  const end = merged.findIndex((each, index) => index > at && isFixed.has(each))
  return merged.slice(start, end === -1 ? merged.length : end)
}

interface Ranked {
  key: Key
  /** The last by precedence of this entry and those before it in its run: an entry comes after all entries before it in the run. */
  rank: Key
  /** How many entries after that one it is. */
  distance: number
}

function mergeRuns(runs: readonly (readonly Key[])[], precedence: Precedence): Key[] {
  const all = runs.flatMap((run) => ranked(run, precedence))
  // An entry that both sides put here occurs once, at the later of its two positions.
  const latest = new Map<Key, Ranked>()
  for (const each of all) {
    const other = latest.get(each.key)
    if (!other || precedence(other.rank, each.rank) < 0) latest.set(each.key, each)
  }
  const sorted = [...latest.values()].sort((one, other) => compareRanked(one, other, precedence))
  return sorted.map(({ key }) => key)
}

function compareRanked(one: Ranked, other: Ranked, precedence: Precedence): number {
  return precedence(one.rank, other.rank) || one.distance - other.distance || precedence(one.key, other.key)
}

function ranked(run: readonly Key[], precedence: Precedence): Ranked[] {
  let rank: Key | undefined
  let distance = 0
  return run.map((key) => {
    distance += 1
    if (rank === undefined || precedence(rank, key) < 0) {
      rank = key
      distance = 0
    }
    return { key, rank, distance }
  })
}
