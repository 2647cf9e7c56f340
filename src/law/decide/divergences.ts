import type { Divergence, Finding, Outcome, PartyCode, ReadingChoice, Slug } from '../../treaty/index.ts'
import { type Choice, otherOptions } from '../readings/choice.ts'
import type { ReadingId } from '../readings/index.ts'

/** So many combinations are recomputed in full; beyond that the readings are changed one by one. */
const COMBINATIONS_AT_MOST = 64

/** What is changed of a choice: one option of one reading, and those of others that it takes together with it. */
export interface Changed {
  reading: Slug
  option: Slug
  together?: ReadingChoice
}

/**
 * What would be otherwise under the other options of some readings: one reading changed, or several together where no fewer
 * of them give the same difference. Where there are too many combinations, they are changed one by one, and a finding says so.
 *
 * @param rested the readings that an answer rests on
 * @param differenceUnder what differs where these readings are changed; undefined: nothing
 * @param atMost how many combinations are few enough, where each of them costs more than one proposal's outcome
 */
export function differencesUnder<Difference extends object>(
  rested: readonly string[],
  choice: Choice,
  differenceUnder: (changed: ReadingChoice) => Difference | undefined,
  atMost = COMBINATIONS_AT_MOST,
): { divergences: (Changed & Difference)[]; findings: Finding[] } {
  const all = variations(choice, rested)
  const few = all.length < Math.min(atMost, COMBINATIONS_AT_MOST)
  const tried = few ? all : all.filter((changed) => Object.keys(changed).length === 1)
  const found: Found<Difference>[] = []
  for (const changed of tried.sort((one, other) => Object.keys(one).length - Object.keys(other).length)) {
    const difference = differenceUnder(changed)
    if (difference !== undefined && !isExplained(changed, difference, found)) found.push({ changed, difference })
  }
  return { divergences: found.map(asDivergence), findings: few ? [] : [oneByOne(rested)] }
}

/**
 * The same of an outcome: another status, or another day for a Party.
 * @param under the outcome under another choice
 */
export function divergencesOf(
  outcome: Outcome,
  choice: Choice,
  under: (other: Choice) => Outcome,
): { divergences: Divergence[]; findings: Finding[] } {
  return differencesUnder(Object.keys(outcome.readings), choice, (changed) =>
    differenceBetween(outcome, under({ ...choice, ...changed })),
  )
}

interface Found<Difference> {
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

function differenceBetween(outcome: Outcome, other: Outcome): Pick<Divergence, 'status' | 'parties'> | undefined {
  const parties = partiesThatDiffer(outcome, other)
  if (outcome.status === other.status && parties === undefined) return undefined
  return { status: other.status, ...(parties === undefined ? {} : { parties }) }
}

// Where one of the two binds nobody, its status says so.
function partiesThatDiffer(outcome: Outcome, other: Outcome): Divergence['parties'] {
  const differ: [PartyCode, string | null][] = Object.entries(other.parties).flatMap(([code, { boundFrom }]) => {
    const before = outcome.parties[code]
    return before === undefined || before.boundFrom === boundFrom ? [] : [[code, boundFrom]]
  })
  return differ.length === 0 ? undefined : Object.fromEntries(differ)
}

// A change of several readings says nothing new if some of them alone make the same difference.
function isExplained<Difference>(
  changed: ReadingChoice,
  difference: Difference,
  found: readonly Found<Difference>[],
): boolean {
  const same = JSON.stringify(difference)
  return found.some(
    (earlier) =>
      JSON.stringify(earlier.difference) === same &&
      Object.entries(earlier.changed).every(([id, option]) => changed[id] === option),
  )
}

function asDivergence<Difference>({ changed, difference }: Found<Difference>): Changed & Difference {
  const [[reading, option] = ['', ''], ...others] = Object.entries(changed)
  return { reading, option, ...difference, ...(others.length === 0 ? {} : { together: Object.fromEntries(others) }) }
}

function oneByOne(ids: readonly string[]): Finding {
  return {
    rule: 'law/divergences-one-by-one',
    level: 'note',
    message: `This rests on ${ids.length} readings: they were changed one by one, not in combination.`,
    hint: 'Ask again with --reading for a combination of your own.',
  }
}

/** The rules of what would be found under another option of one reading. */
export interface FindingDivergence {
  reading: ReadingId
  option: string
  /** Rule ids, each once; empty: nothing would be found. */
  findings: string[]
}

/**
 * The other options of these readings, one by one, under which something else is found.
 *
 * @param found what is found under the choice taken
 * @param under what is found under another
 */
export function findingsUnderOtherReadings(
  ids: readonly ReadingId[],
  choice: Choice,
  found: readonly Finding[],
  under: (other: Choice) => readonly Finding[],
): FindingDivergence[] {
  const same = inFull(found)
  return ids.flatMap((reading) =>
    otherOptions(choice, reading).flatMap((option) => {
      const other = under({ ...choice, [reading]: option })
      if (inFull(other) === same) return []
      return [{ reading, option, findings: [...new Set(other.map(({ rule }) => rule))] }]
    }),
  )
}

function inFull(findings: readonly Finding[]): string {
  return JSON.stringify(findings.map(({ rule, message }) => [rule, message]))
}
