import { AnnexError, isSlug, type ReadingChoice } from '../../treaty/index.ts'
import { refuseUnknownReadings } from '../../workflows/index.ts'
import { Flags } from '../annex-command.ts'

/** `--reading denominator-date=circulation`, may be repeated. */
export const readingFlag = Flags.string({
  multiple: true,
  description: 'Choose another reading of an open question; annex readings lists them. May be repeated.',
  helpValue: 'ID=OPTION',
})

/** Reads the values of `--reading`. @throws AnnexError usage for one not written ID=OPTION, or for an unknown reading */
export function readReadingFlags(values: readonly string[] = []): ReadingChoice {
  const chosen = Object.fromEntries(
    values.map((value) => {
      const [id = '', option = '', ...rest] = value.split('=')
      if (isSlug(id) && isSlug(option) && rest.length === 0) return [id, option]
      throw new AnnexError('usage', `"${value}" is not a reading`, 'write it as denominator-date=circulation')
    }),
  )
  refuseUnknownReadings(chosen)
  return chosen
}

/** Returns a line to print after a list of outcomes: the readings they depend on and the options taken. Empty for none. */
export function readingsTaken(outcomes: readonly { readings?: ReadingChoice }[]): string {
  const taken = new Map(outcomes.flatMap(({ readings }) => Object.entries(readings ?? {})))
  if (taken.size === 0) return ''
  return `\n\nReadings taken: ${[...taken].map(([reading, option]) => `${reading}: ${option}`).join('; ')}.`
}
