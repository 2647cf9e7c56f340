import type { ReadingChoice } from '../../treaty/index.ts'

/** A line, below a list of outcomes, that names the readings they rest on and the options taken; nothing for none. */
export function readingsTaken(outcomes: readonly { readings?: ReadingChoice }[]): string {
  const taken = new Map(outcomes.flatMap(({ readings }) => Object.entries(readings ?? {})))
  if (taken.size === 0) return ''
  return `\n\nReadings taken: ${[...taken].map(([reading, option]) => `${reading}: ${option}`).join('; ')}.`
}
