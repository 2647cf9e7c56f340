import { locateFindings, readReadings } from '../../files/index.ts'
import type { Snapshot } from '../../git/index.ts'
import { chosenReadings, type Reading, readingOf, readings } from '../../law/index.ts'
import { AnnexError, type Finding, type ReadingChoice } from '../../treaty/index.ts'
import { dataOf } from './sound-files.ts'

/** A reading, with the option in force in a repository. */
export interface ReadingInForce extends Reading {
  chosen: string
}

/** All readings, and the findings about the repository's choice. A reading chosen wrongly keeps its default. */
export interface ReadingsInForce {
  readings: ReadingInForce[]
  findings: Finding[]
}

/**
 * Returns every reading with the option in force: the one that the repository chose, or the default.
 * @param snapshot the repository's files; null outside a repository, which gives the defaults
 */
export async function readingsInForce(snapshot: Snapshot | null): Promise<ReadingsInForce> {
  const parsed = snapshot === null ? null : await readReadings(snapshot)
  const chosen = parsed === null ? {} : dataOf(parsed, 'annex validate').readings
  const { choice, findings } = chosenReadings(chosen)
  return {
    readings: readings.map((reading) => ({ ...reading, chosen: choice[reading.id] })),
    findings: parsed === null ? [] : locateFindings(findings, parsed),
  }
}

/** @throws AnnexError usage, with the readings or options that exist, when the user asked for one that does not */
export function refuseUnknownReadings(asked: ReadingChoice): void {
  for (const [id, option] of Object.entries(asked)) {
    const reading = readingOf(id)
    const known = (reading?.options ?? readings).map((each) => each.id)
    const remedy = `choose among ${known.join(', ')}`
    if (reading === undefined) throw new AnnexError('usage', `unknown reading "${id}"`, remedy)
    if (known.includes(option)) continue
    throw new AnnexError('usage', `the reading ${id} has no option "${option}"`, remedy)
  }
}
