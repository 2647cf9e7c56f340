import type { Entry } from '../../treaty/index.ts'
import { wholeNumber } from '../replay/renumber.ts'
import { idOf, type Key, type Side } from './align.ts'
import { type Reconciling, shown } from './reconcile.ts'
import { isGapless, type Steps, stepsOf } from './steps.ts'
import { mapThree, mergeThree, type Three } from './three-way.ts'

type Numbers = Map<Key, string | undefined>

/** The merged entries in their order, by key; and the three versions they come from. */
export interface Numbering {
  entries: ReadonlyMap<Key, Entry>
  keys: readonly Key[]
  sides: Three<Side>
}

/**
 * The numbers of the merged entries. Where all three versions number without a gap, so does the merged one: each number follows
 * the one before it by the step that it has on its side (the Convention's second 15 keeps its step of none). Where a version leaves
 * a gap, numbers are taken as words are, and additions whose number is taken follow in order.
 */
export function mergeNumbers(numbering: Numbering, into: Reconciling): Numbers {
  const disputed: Key[] = []
  const taken = takenNumbers(numbering, disputed)
  const steps = mapThree(numbering.sides, stepsOf)
  const gapless = isGapless(steps.base) && isGapless(steps.ours) && isGapless(steps.theirs)
  const derives = gapless ? () => true : additionsThatCollide(numbering, taken)
  const numbers = derived(numbering, taken, steps, derives)
  const unsettled = disputed.filter((key) => !gapless || wholeNumber(taken.get(key) ?? null) === null)
  for (const key of new Set([...unsettled, ...collisions(numbering, numbers)])) report(key, numbering, into)
  return numbers
}

/** Each number as words are merged, ours where the sides do not agree. */
function takenNumbers({ keys, sides }: Numbering, disputed: Key[]): Numbers {
  const numbers: Numbers = new Map()
  for (const key of keys) {
    const three = mapThree(sides, ({ entries }) => entries.get(key))
    if (!three.ours || !three.theirs) {
      numbers.set(key, (three.ours ?? three.theirs)?.number)
      continue
    }
    const merged = mergeThree(mapThree(three, (entry) => entry?.number))
    if (!merged.agreed) disputed.push(key)
    numbers.set(key, merged.agreed ? merged.value : three.ours.number)
  }
  return numbers
}

/** All additions, once one of them collides: they follow in order then. */
function additionsThatCollide(numbering: Numbering, numbers: Numbers): (key: Key) => boolean {
  const isAddition = (key: Key) => !numbering.sides.base.entries.has(key)
  return collisions(numbering, numbers).some(isAddition) ? isAddition : () => false
}

/** The entries that would share a number that they share in none of the three versions. */
function collisions({ keys, entries, sides }: Numbering, numbers: Numbers): Key[] {
  const bearers = new Map<string, Key[]>()
  for (const key of keys) {
    const number = numbers.get(key)
    if (number === undefined) continue
    const place = `${entries.get(key)?.section ?? ''} ${number}`
    bearers.set(place, [...(bearers.get(place) ?? []), key])
  }
  const colliding = new Set<Key>()
  for (const [first, ...others] of bearers.values()) {
    if (first === undefined) continue
    for (const other of others) if (!shareNumber(sides, first, other)) colliding.add(first).add(other)
  }
  return [...colliding]
}

function shareNumber({ base, ours, theirs }: Three<Side>, one: Key, other: Key): boolean {
  return [base, ours, theirs].some(({ entries }) => {
    const [first, second] = [entries.get(one), entries.get(other)]
    return first?.number !== undefined && first.number === second?.number
  })
}

function derived(
  { keys, entries }: Numbering,
  taken: Numbers,
  steps: Three<Steps>,
  derives: (key: Key) => boolean,
): Numbers {
  const numbers: Numbers = new Map()
  const last = new Map<string | undefined, number>()
  for (const key of keys) {
    const number = wholeNumber(taken.get(key) ?? null)
    if (number === null) {
      numbers.set(key, taken.get(key))
      continue
    }
    const section = entries.get(key)?.section
    const step = mergedStep(steps, key)
    const settled = derives(key) && step !== null ? (last.get(section) ?? 0) + step : number
    numbers.set(key, String(settled))
    last.set(section, settled)
  }
  return numbers
}

function mergedStep(steps: Three<Steps>, key: Key): number | null {
  const { base, ours, theirs } = mapThree(steps, (each) => each.get(key))
  if (ours === undefined || theirs === undefined) return ours ?? theirs ?? null
  const merged = mergeThree({ base, ours, theirs })
  // Both changed it: one after the other is what a sequence does.
  return merged.agreed ? (merged.value ?? null) : 1
}

function report(key: Key, { sides }: Numbering, { document, conflicts }: Reconciling): void {
  const three = mapThree(sides, ({ entries }) => shown(entries.get(key)?.number))
  conflicts.push({ document, entry: idOf(key), field: 'number', language: null, ...three })
}
