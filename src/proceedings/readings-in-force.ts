import { chosenReadings, type Reading, readingOf, readings } from '../law/index.ts'
import { readReadings, type Snapshot } from '../store/index.ts'
import { AnnexError, type ReadingChoice } from '../treaty/index.ts'
import { dataOf } from './data-of.ts'

/** An open question, and the option in force in a repository. */
export interface ReadingInForce extends Reading {
  chosen: string
}

/**
 * Every open question with the option in force: the one that the repository chose, or the default.
 * @param snapshot the repository's files; null outside of any: the defaults
 */
export async function readingsInForce(snapshot: Snapshot | null): Promise<ReadingInForce[]> {
  const file = snapshot === null ? null : dataOf(await readReadings(snapshot), 'annex validate')
  const { choice } = chosenReadings(file?.readings ?? {})
  return readings.map((reading) => ({ ...reading, chosen: choice[reading.id] }))
}

/**
 * Stops at a reading asked for that does not exist: whoever types one wants it, and would get the default instead.
 * @throws AnnexError usage, with those there are
 */
export function refuseUnknownReadings(asked: ReadingChoice): void {
  for (const [id, option] of Object.entries(asked)) {
    const reading = readingOf(id)
    const known = (reading?.options ?? readings).map((each) => each.id)
    const remedy = `choose among ${known.join(', ')}`
    if (reading === undefined) throw new AnnexError('usage', `there is no reading "${id}"`, remedy)
    if (known.includes(option)) continue
    throw new AnnexError('usage', `the reading ${id} has no option "${option}"`, remedy)
  }
}
