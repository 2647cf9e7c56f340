import { locateFindings, readReadings } from '../../files/index.ts'
import type { Snapshot } from '../../git/index.ts'
import { chosenReadings, type Reading, readingOf, readings } from '../../law/index.ts'
import {
  AnnexError,
  didYouMean,
  type Finding,
  nearestNames,
  type ReadingChoice,
  type ReadingDecision,
  type ReadingsFile,
} from '../../treaty/index.ts'
import { dataOf } from './sound-files.ts'

/** A reading, with the option in force in a repository. */
export interface ReadingInForce extends Reading {
  chosen: string
  /** The decision that set it, if one is recorded. */
  decided?: ReadingDecision
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
  const file = parsed === null ? { readings: {} } : dataOf(parsed, 'annex validate')
  const { choice, findings } = chosenReadings(file.readings)
  return {
    readings: readings.map((reading) => {
      const decided = latestDecision(file, reading.id)
      return { ...reading, chosen: choice[reading.id], ...(decided === undefined ? {} : { decided }) }
    }),
    findings: parsed === null ? [] : locateFindings(findings, parsed),
  }
}

/** Returns the latest recorded decision on a reading; undefined if the file has none. */
export function latestDecision({ decisions }: ReadingsFile, id: string): ReadingDecision | undefined {
  return decisions?.findLast(({ reading }) => reading === id)
}

/** @throws AnnexError usage, with the nearest readings or options, when the user asked for one that does not exist */
export function refuseUnknownReadings(asked: ReadingChoice): void {
  for (const [id, option] of Object.entries(asked)) {
    const reading = readingOf(id)
    const known = (reading?.options ?? readings).map((each) => each.id)
    if (reading === undefined) throw unknown(`unknown reading "${id}"`, id, known)
    if (!known.includes(option)) throw unknown(`the reading ${id} has no option "${option}"`, option, known)
  }
}

function unknown(message: string, word: string, known: readonly string[]): AnnexError {
  const meant = didYouMean(nearestNames(word, known))
  return new AnnexError('usage', message, `${meant === '' ? '' : `${meant} `}choose among ${known.join(', ')}`.trim())
}
