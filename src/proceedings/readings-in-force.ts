import { chosenReadings, type Reading, readings } from '../law/index.ts'
import { readReadings, type Snapshot } from '../store/index.ts'
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
