import type { Finding, ReadingChoice, Reason, RulePage } from '../../treaty/index.ts'
import { forbids } from '../decide/finding.ts'
import { type OptionOf, type ReadingId, readingOf, readings } from './index.ts'

export const UNKNOWN_READING = {
  id: 'law/unknown-reading',
  level: 'error',
  title: 'A reading chosen exists',
  why: 'Each question that the Convention leaves open has a name. With a misspelt name its default would be used without notice.',
} as const satisfies RulePage

export const UNKNOWN_OPTION = {
  id: 'law/unknown-option',
  level: 'error',
  title: 'The option chosen exists',
  why: 'With an option that does not exist, the default would be used without notice.',
} as const satisfies RulePage

/** The option chosen for every reading. */
export type Choice = Readonly<Record<ReadingId, string>>

/**
 * Returns the option for every reading: the one chosen, or the default if none is chosen or the one named does not exist.
 * The findings report each reading or option that does not exist.
 */
export function chosenReadings(choice: ReadingChoice): { choice: Choice; findings: Finding[] } {
  const findings = Object.entries(choice).flatMap(([id, option]) => unknown(id, option))
  const options = readings.map(({ id, options, default: first }) => {
    const chosen = Object.hasOwn(choice, id) ? choice[id] : undefined
    return [id, options.some((option) => option.id === chosen) ? chosen : first]
  })
  return { choice: Object.fromEntries(options) as Choice, findings }
}

/** Returns whether this option is chosen. */
export function reads<Id extends ReadingId>(choice: Choice, id: Id, option: OptionOf<Id>): boolean {
  return choice[id] === option
}

/** Returns the other options of a reading. */
export function otherOptions(choice: Choice, id: string): string[] {
  const options = (readingOf(id)?.options ?? []).map((option) => option.id)
  return options.filter((option) => option !== choice[id as ReadingId])
}

/** Returns a step of reasoning that depends on the option chosen for a reading. */
export function restingOn(choice: Choice, id: ReadingId, reason: Omit<Reason, 'reading'>): Reason {
  return { ...reason, reading: { id, option: choice[id] } }
}

function unknown(id: string, option: string): Finding[] {
  const reading = readingOf(id)
  const at = { path: ['readings', id] }
  if (reading === undefined) {
    const hint = `Choose one of ${readings.map((known) => known.id).join(', ')}.`
    return [forbids(UNKNOWN_READING, `Unknown reading "${id}".`, hint, { at })]
  }
  if (reading.options.some((known) => known.id === option)) return []
  const hint = `Choose one of ${reading.options.map((known) => known.id).join(', ')}.`
  return [forbids(UNKNOWN_OPTION, `The reading ${id} has no option "${option}".`, hint, { at })]
}
