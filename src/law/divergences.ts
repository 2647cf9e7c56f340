import type { Divergence, Finding, Outcome, PartyCode, ReadingChoice } from '../treaty/index.ts'
import { type Choice, otherOptions } from './readings/choice.ts'

/** So many combinations are recomputed in full; beyond that the readings are changed one by one. */
const COMBINATIONS_AT_MOST = 64

/**
 * What would be otherwise under the other options of the readings that the outcome rests on: one reading changed, or
 * several together where no fewer of them give the same difference.
 *
 * @param under the outcome under another choice
 */
export function divergencesOf(
  outcome: Outcome,
  choice: Choice,
  under: (other: Choice) => Outcome,
): { divergences: Divergence[]; findings: Finding[] } {
  const rested = Object.keys(outcome.readings)
  const all = variations(choice, rested)
  const few = all.length < COMBINATIONS_AT_MOST
  const tried = few ? all : all.filter((changed) => Object.keys(changed).length === 1)
  const found: Found[] = []
  for (const changed of tried.sort((one, other) => Object.keys(one).length - Object.keys(other).length)) {
    const difference = differenceBetween(outcome, under({ ...choice, ...changed }))
    if (difference !== undefined && !isExplained(changed, difference, found)) found.push({ changed, difference })
  }
  return { divergences: found.map(asDivergence), findings: few ? [] : [oneByOne(rested)] }
}

type Difference = Pick<Divergence, 'status' | 'parties'>
interface Found {
  changed: ReadingChoice
  difference: Difference
}

/** Every choice that differs from the one taken in one or more of the readings, as what it changes. */
function variations(choice: Choice, ids: readonly string[]): ReadingChoice[] {
  const all: ReadingChoice[] = [{}]
  for (const id of ids) {
    const before = [...all]
    for (const option of otherOptions(choice, id)) all.push(...before.map((changed) => ({ ...changed, [id]: option })))
  }
  return all.slice(1)
}

function differenceBetween(outcome: Outcome, other: Outcome): Difference | undefined {
  const parties = partiesThatDiffer(outcome, other)
  if (outcome.status === other.status && parties === undefined) return undefined
  return { status: other.status, ...(parties === undefined ? {} : { parties }) }
}

// Where one of the two binds nobody, its status says so.
function partiesThatDiffer(outcome: Outcome, other: Outcome): Difference['parties'] {
  const differ: [PartyCode, string | null][] = Object.entries(other.parties).flatMap(([code, { boundFrom }]) => {
    const before = outcome.parties[code]
    return before === undefined || before.boundFrom === boundFrom ? [] : [[code, boundFrom]]
  })
  return differ.length === 0 ? undefined : Object.fromEntries(differ)
}

// A change of several readings says nothing new if some of them alone make the same difference.
function isExplained(changed: ReadingChoice, difference: Difference, found: readonly Found[]): boolean {
  const same = JSON.stringify(difference)
  return found.some(
    (earlier) =>
      JSON.stringify(earlier.difference) === same &&
      Object.entries(earlier.changed).every(([id, option]) => changed[id] === option),
  )
}

function asDivergence({ changed, difference }: Found): Divergence {
  const [[reading, option] = ['', ''], ...others] = Object.entries(changed)
  return { reading, option, ...difference, ...(others.length === 0 ? {} : { together: Object.fromEntries(others) }) }
}

function oneByOne(ids: readonly string[]): Finding {
  return {
    rule: 'law/divergences-one-by-one',
    level: 'note',
    message: `The outcome rests on ${ids.length} readings: they were changed one by one, not in combination.`,
    hint: 'Ask again with --reading for a combination of your own.',
  }
}
