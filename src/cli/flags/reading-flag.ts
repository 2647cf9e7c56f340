import { AnnexError, isSlug, type ReadingChoice } from '../../treaty/index.ts'
import { refuseUnknownReadings } from '../../workflows/index.ts'
import { Flags } from '../oclif.ts'

/** `--reading denominator-date=circulation`, as often as needed. */
export const readingFlag = Flags.string({
  multiple: true,
  description: 'Take another reading of an open question (annex readings lists them).',
  helpValue: 'ID=OPTION',
})

/** @throws AnnexError usage for one that is not written ID=OPTION, or that the Convention does not leave open */
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
