import type { Finding, ReadingChoice, Reason } from '../../treaty/index.ts'
import { type OptionOf, type ReadingId, readingOf, readings } from './index.ts'

/** An option for every question. */
export type Choice = Readonly<Record<ReadingId, string>>

/**
 * The option taken for every question: the one chosen, or the default where none is or the one named does not exist;
 * the findings name each question or option that does not exist.
 */
export function chosenReadings(choice: ReadingChoice): { choice: Choice; findings: Finding[] } {
  const findings = Object.entries(choice).flatMap(([id, option]) => unknown(id, option))
  const options = readings.map(({ id, options, default: first }) => {
    const chosen = Object.hasOwn(choice, id) ? choice[id] : undefined
    return [id, options.some((option) => option.id === chosen) ? chosen : first]
  })
  return { choice: Object.fromEntries(options) as Choice, findings }
}

/** Whether the option is the one taken. */
export function reads<Id extends ReadingId>(choice: Choice, id: Id, option: OptionOf<Id>): boolean {
  return choice[id] === option
}

/** The options of a reading beside the one taken. */
export function otherOptions(choice: Choice, id: string): string[] {
  const options = (readingOf(id)?.options ?? []).map((option) => option.id)
  return options.filter((option) => option !== choice[id as ReadingId])
}

/** A step of reasoning that rests on the option taken for a question. */
export function restingOn(choice: Choice, id: ReadingId, reason: Omit<Reason, 'reading'>): Reason {
  return { ...reason, reading: { id, option: choice[id] } }
}

function unknown(id: string, option: string): Finding[] {
  const reading = readingOf(id)
  if (reading === undefined) {
    return [
      {
        rule: 'law/unknown-reading',
        level: 'error',
        message: `There is no reading ${id}.`,
        hint: `Choose among ${readings.map((known) => known.id).join(', ')}.`,
        at: { path: ['readings', id] },
      },
    ]
  }
  if (reading.options.some((known) => known.id === option)) return []
  return [
    {
      rule: 'law/unknown-option',
      level: 'error',
      message: `The reading ${id} has no option ${option}.`,
      hint: `Choose among ${reading.options.map((known) => known.id).join(', ')}.`,
      at: { path: ['readings', id] },
    },
  ]
}
