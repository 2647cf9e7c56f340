import type { Finding } from '../../treaty/index.ts'
import { type Choice, otherOptions } from '../readings/choice.ts'
import type { ReadingId } from '../readings/index.ts'

/** The rules of what would be found under another option of one reading. */
export interface FoundOtherwise {
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
export function foundOtherwise(
  ids: readonly ReadingId[],
  choice: Choice,
  found: readonly Finding[],
  under: (other: Choice) => readonly Finding[],
): FoundOtherwise[] {
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
