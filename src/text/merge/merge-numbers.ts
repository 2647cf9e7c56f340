import type { Entry } from '../../treaty/index.ts'
import { groupBy } from '../diff/group-by.ts'
import { wholeNumber } from '../replay/renumber.ts'
import {
  type AlignedVersion,
  asText,
  idOf,
  type Key,
  type MergeContext,
  mapVersions,
  mergeValue,
  type ThreeVersions,
} from './three-way.ts'

type NumberByKey = Map<Key, string | undefined>

/** The merged entries in order, by key, and the three versions that they come from. */
export interface EntriesToNumber {
  entries: ReadonlyMap<Key, Entry>
  keys: readonly Key[]
  versions: ThreeVersions<AlignedVersion>
}

/**
 * Returns the numbers of the merged entries. If all three versions are numbered without a gap, the merged document is too: each
 * number is the previous number plus the step that the entry has on its side (0 for the Convention's second 15). If a version has a
 * gap, numbers are merged as other values are, and additions whose number is taken get the next numbers.
 */
export function mergeNumbers(toNumber: EntriesToNumber, context: MergeContext): NumberByKey {
  const disputed: Key[] = []
  const merged = mergedNumbers(toNumber, disputed)
  const steps = mapVersions(toNumber.versions, stepsOf)
  const isGapless = hasNoGap(steps.base) && hasNoGap(steps.ours) && hasNoGap(steps.theirs)
  const isDerived = isGapless ? () => true : additionsIfOneCollides(toNumber, merged)
  const numbers = derivedNumbers(toNumber, merged, steps, isDerived)
  const unsettled = disputed.filter((key) => !isGapless || wholeNumber(merged.get(key) ?? null) === null)
  for (const key of new Set([...unsettled, ...collidingKeys(toNumber, numbers)])) report(key, toNumber, context)
  return numbers
}

/** Merges each number as another value; our side's if the sides do not agree. */
function mergedNumbers({ keys, versions }: EntriesToNumber, disputed: Key[]): NumberByKey {
  const numbers: NumberByKey = new Map()
  for (const key of keys) {
    const three = mapVersions(versions, ({ entries }) => entries.get(key))
    if (!three.ours || !three.theirs) {
      numbers.set(key, (three.ours ?? three.theirs)?.number)
      continue
    }
    const merged = mergeValue(mapVersions(three, (entry) => entry?.number))
    if (!merged.agreed) disputed.push(key)
    numbers.set(key, merged.agreed ? merged.value : three.ours.number)
  }
  return numbers
}

/** If the number of one addition is taken, the numbers of all additions are derived from their order. */
function additionsIfOneCollides(toNumber: EntriesToNumber, numbers: NumberByKey): (key: Key) => boolean {
  const isAddition = (key: Key) => !toNumber.versions.base.entries.has(key)
  return collidingKeys(toNumber, numbers).some(isAddition) ? isAddition : () => false
}

/** Returns the entries that would have the same number as another entry, unless they have the same number in one of the versions. */
function collidingKeys({ keys, entries, versions }: EntriesToNumber, numbers: NumberByKey): Key[] {
  const numbered = keys.filter((key) => numbers.get(key) !== undefined)
  const byNumber = groupBy(numbered, (key) => `${entries.get(key)?.section ?? ''} ${numbers.get(key)}`)
  const colliding = new Set<Key>()
  for (const [first, ...others] of byNumber.values()) {
    if (first === undefined) continue
    for (const other of others) if (!shareNumber(versions, first, other)) colliding.add(first).add(other)
  }
  return [...colliding]
}

function shareNumber({ base, ours, theirs }: ThreeVersions<AlignedVersion>, one: Key, other: Key): boolean {
  return [base, ours, theirs].some(({ entries }) => {
    const [first, second] = [entries.get(one), entries.get(other)]
    return first?.number !== undefined && first.number === second?.number
  })
}

function derivedNumbers(
  { keys, entries }: EntriesToNumber,
  merged: NumberByKey,
  steps: ThreeVersions<NumberSteps>,
  isDerived: (key: Key) => boolean,
): NumberByKey {
  const numbers: NumberByKey = new Map()
  const last = new Map<string | undefined, number>()
  for (const key of keys) {
    const number = wholeNumber(merged.get(key) ?? null)
    if (number === null) {
      numbers.set(key, merged.get(key))
      continue
    }
    const section = entries.get(key)?.section
    const step = mergedStep(steps, key)
    const settled = isDerived(key) && step !== null ? (last.get(section) ?? 0) + step : number
    numbers.set(key, String(settled))
    last.set(section, settled)
  }
  return numbers
}

function mergedStep(steps: ThreeVersions<NumberSteps>, key: Key): number | null {
  const { base, ours, theirs } = mapVersions(steps, (each) => each.get(key))
  if (ours === undefined || theirs === undefined) return ours ?? theirs ?? null
  const merged = mergeValue({ base, ours, theirs })
  // If both sides changed the step, the number is the next one.
  return merged.agreed ? (merged.value ?? null) : 1
}

function report(key: Key, { versions }: EntriesToNumber, { document, conflicts }: MergeContext): void {
  const three = mapVersions(versions, ({ entries }) => asText(entries.get(key)?.number))
  conflicts.push({ document, entry: idOf(key), field: 'number', language: null, ...three })
}

/** The difference of each whole number to the previous one in its section; the first number of a section is compared with 0. */
type NumberSteps = ReadonlyMap<Key, number>

function stepsOf({ keys, entries }: AlignedVersion): NumberSteps {
  const steps = new Map<Key, number>()
  const last = new Map<string | undefined, number>()
  for (const key of keys) {
    const entry = entries.get(key)
    const number = wholeNumber(entry?.number ?? null)
    if (number === null) continue
    steps.set(key, number - (last.get(entry?.section) ?? 0))
    last.set(entry?.section, number)
  }
  return steps
}

/** Returns whether the numbers have no gap; a number printed twice is not a gap. */
function hasNoGap(steps: NumberSteps): boolean {
  return [...steps.values()].every((step) => step === 0 || step === 1)
}
