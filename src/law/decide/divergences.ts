import type { Divergence, Finding, Outcome, PartyCode, ReadingChoice, RulePage, Slug } from '../../treaty/index.ts'
import { type Choice, otherOptions } from '../readings/choice.ts'
import type { ReadingId } from '../readings/index.ts'
import { forbids } from './finding.ts'

export const DIVERGENCES_ONE_BY_ONE = {
  id: 'law/divergences-one-by-one',
  level: 'note',
  title: 'The outcome is compared with the other readings',
  why: 'If the outcome depends on few readings, every combination of their options is tried. If it depends on many, they are changed one by one, and this note says so.',
} as const satisfies RulePage

/** The largest number of combinations that are all tried. If there are more, the readings are changed one by one. */
const COMBINATIONS_AT_MOST = 64

/** How another choice differs: another option of one reading, and those of other readings that change together with it. */
export interface Changed {
  reading: Slug
  option: Slug
  together?: ReadingChoice
}

/**
 * Returns what would differ under the other options of some readings. One reading is changed, or several together if no
 * fewer of them make the same difference. If there are too many combinations, they are changed one by one, and a finding
 * says so.
 *
 * @param rested the readings that an answer depends on
 * @param differenceUnder returns what differs if these readings are changed; undefined if nothing does
 * @param atMost the largest number of combinations to try, if one costs more than deciding one proposal
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
 * Returns what would differ in an outcome: another status, or another day for a Party.
 * @param under returns the outcome under another choice
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

/** Returns every other choice of these readings, as the options that it changes. */
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

// If one of the two outcomes binds nobody, its status already says so.
function partiesThatDiffer(outcome: Outcome, other: Outcome): Divergence['parties'] {
  const differ: [PartyCode, string | null][] = Object.entries(other.parties).flatMap(([code, { boundFrom }]) => {
    const before = outcome.parties[code]
    return before === undefined || before.boundFrom === boundFrom ? [] : [[code, boundFrom]]
  })
  return differ.length === 0 ? undefined : Object.fromEntries(differ)
}

// Changing several readings adds nothing if some of them alone make the same difference.
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
  const message = `This depends on ${ids.length} readings. They were changed one by one, not in combination.`
  return forbids(DIVERGENCES_ONE_BY_ONE, message, 'Use --reading to choose a combination yourself.')
}

/** Another option of one reading under which other findings would be reported. */
export interface FindingDivergence {
  reading: ReadingId
  option: string
  /** The ids of the rules broken, each once; empty if nothing would prevent the draft from being sent out. */
  findings: string[]
}

/**
 * Returns the other options of these readings, one by one, under which other findings are reported.
 *
 * @param found the findings under the options chosen
 * @param under returns the findings under another choice
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
      const errors = other.filter(({ level }) => level === 'error')
      return [{ reading, option, findings: [...new Set(errors.map(({ rule }) => rule))] }]
    }),
  )
}

function inFull(findings: readonly Finding[]): string {
  return JSON.stringify(findings.map(({ rule, level, message }) => [rule, level, message]))
}
