import { longestIncreasing } from '../diff/longest-increasing.ts'
import type { Key } from './align.ts'
import type { Three } from './three-way.ts'

/** The order of one side. */
export interface Order {
  keys: readonly Key[]
  /** What this side added or moved. */
  floating: ReadonlySet<Key>
  /** What of it went to another section, and so was moved wherever it stands. */
  resectioned?: ReadonlySet<Key>
}

/** Which of two that come to stand at one place stands first: negative, the first. */
export type Precedence = (one: Key, other: Key) => number

/** The order come to, and what has no place that both sides would agree to. */
export interface MergedOrder {
  keys: Key[]
  conflicts: Key[]
}

/**
 * One order from three. What neither side moved stays as the base has it; what a side added or moved stands behind the same
 * unmoved entry as on that side; what both bring to one place is put in order by `precedence`, without parting what a side put
 * in an order of its own. So it does not matter which side is which, nor in what order several are merged.
 */
export function mergeOrder(
  { base, ours, theirs }: Three<Order>,
  survives: (key: Key) => boolean,
  precedence: Precedence,
): MergedOrder {
  const floats = (key: Key) => ours.floating.has(key) || theirs.floating.has(key)
  const fixed = base.keys.filter((key) => survives(key) && !floats(key))
  const isFixed = new Set(fixed)
  const oursByGap = runsByGap(ours, isFixed, survives)
  const theirsByGap = runsByGap(theirs, isFixed, survives)
  const apart = new Set(movedApart(oursByGap, theirsByGap))
  const regions = regionsByGap(base.keys, isFixed)
  const unclear = [
    ...besideMoved(oursByGap, regions, theirs.floating, survives),
    ...besideMoved(theirsByGap, regions, ours.floating, survives),
    ...broughtApart(oursByGap, theirsByGap, precedence),
  ]
  const keys: Key[] = []
  for (const gap of [null, ...fixed]) {
    if (gap !== null) keys.push(gap)
    const theirRuns = (theirsByGap.get(gap) ?? []).map((run) => run.filter((key) => !apart.has(key)))
    keys.push(...mergeRuns([...(oursByGap.get(gap) ?? []), ...theirRuns], precedence))
  }
  const resectioned = new Set([...(ours.resectioned ?? []), ...(theirs.resectioned ?? [])])
  const sequence = (list: readonly Key[]) => list.filter((key) => !resectioned.has(key))
  unclear.push(...lostMoves(sequence(base.keys), sequence(keys), isFixed))
  return { keys, conflicts: [...new Set([...apart, ...unclear])] }
}

/** What stands behind each unmoved entry, in runs: what a side put in an order of its own, parted by what does not stay there. */
type Runs = Map<Key | null, Key[][]>

function runsByGap({ keys, floating }: Order, isFixed: ReadonlySet<Key>, survives: (key: Key) => boolean): Runs {
  const runs: Runs = new Map()
  let gap: Key | null = null
  let run: Key[] = []
  for (const key of keys) {
    if (floating.has(key) && survives(key)) {
      if (run.length === 0) runs.set(gap, [...(runs.get(gap) ?? []), run])
      run.push(key)
      continue
    }
    if (isFixed.has(key)) gap = key
    run = []
  }
  return runs
}

function movedApart(ours: Runs, theirs: Runs): Key[] {
  const gapOf = new Map<Key, Key | null>()
  for (const [gap, runs] of ours) for (const key of runs.flat()) gapOf.set(key, gap)
  const apart: Key[] = []
  for (const [gap, runs] of theirs) {
    for (const key of runs.flat()) if (gapOf.has(key) && gapOf.get(key) !== gap) apart.push(key)
  }
  return apart
}

/** The base's entries that do not stay, by the one before them that does. */
function regionsByGap(keys: readonly Key[], isFixed: ReadonlySet<Key>): Runs {
  const all = new Set(keys.filter((key) => !isFixed.has(key)))
  return runsByGap({ keys, floating: all }, isFixed, () => true)
}

/**
 * What a side put beside an entry that the other side moved away: whether it was to stand before or behind that entry decides
 * where it stands now, and nobody has said.
 */
function besideMoved(
  runs: Runs,
  regions: Runs,
  movedByOther: ReadonlySet<Key>,
  survives: (key: Key) => boolean,
): Key[] {
  const unclear: Key[] = []
  for (const [gap, each] of runs) {
    const run = each.flat()
    const left = (regions.get(gap) ?? [])
      .flat()
      .some((key) => movedByOther.has(key) && survives(key) && !run.includes(key))
    if (left) unclear.push(...run.filter((key) => !movedByOther.has(key)))
  }
  return unclear
}

/** What both sides brought to one place, each in another order beside other things. */
function broughtApart(ours: Runs, theirs: Runs, precedence: Precedence): Key[] {
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
 * What was moved past entries that the other side removed or moved, so that in the merged order it is no longer that which was
 * moved: the next merge would not know of it. It matters only where something else comes to the same place: of an entry that
 * stands there alone, both sides say the same.
 */
function lostMoves(base: readonly Key[], merged: readonly Key[], isFixed: ReadonlySet<Key>): Key[] {
  const positions = new Map(base.map((key, index) => [key, index]))
  const present = merged.filter((key) => positions.has(key))
  const stay = new Set(longestIncreasing(present.map((key) => positions.get(key) ?? 0)).map((index) => present[index]))
  const isAlone = (key: Key) => gapAround(key, merged, isFixed).length === 1
  return present.filter((key) => (stay.has(key) ? !isFixed.has(key) && !isAlone(key) : isFixed.has(key)))
}

/** What stands between the same two unmoved entries as a key that was moved. */
function gapAround(key: Key, merged: readonly Key[], isFixed: ReadonlySet<Key>): readonly Key[] {
  const at = merged.indexOf(key)
  const start = merged.slice(0, at).findLastIndex((each) => isFixed.has(each)) + 1
  const end = merged.findIndex((each, index) => index > at && isFixed.has(each))
  return merged.slice(start, end === -1 ? merged.length : end)
}

interface Ranked {
  key: Key
  /** The latest by precedence of this and all before it in its run: what follows one that comes late comes later still. */
  rank: Key
  /** How far behind that one it stands. */
  behind: number
}

function mergeRuns(runs: readonly (readonly Key[])[], precedence: Precedence): Key[] {
  const all = runs.flatMap((run) => ranked(run, precedence))
  // What both sides brought stands once, where the later of the two puts it.
  const latest = new Map<Key, Ranked>()
  for (const each of all) {
    const other = latest.get(each.key)
    if (!other || precedence(other.rank, each.rank) < 0) latest.set(each.key, each)
  }
  const sorted = [...latest.values()].sort((one, other) => compare(one, other, precedence))
  return sorted.map(({ key }) => key)
}

function compare(one: Ranked, other: Ranked, precedence: Precedence): number {
  return precedence(one.rank, other.rank) || one.behind - other.behind || precedence(one.key, other.key)
}

function ranked(run: readonly Key[], precedence: Precedence): Ranked[] {
  let rank: Key | undefined
  let behind = 0
  return run.map((key) => {
    behind += 1
    if (rank === undefined || precedence(rank, key) < 0) {
      rank = key
      behind = 0
    }
    return { key, rank, behind }
  })
}
