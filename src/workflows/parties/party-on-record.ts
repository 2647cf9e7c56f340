import { partiesPath } from '../../files/index.ts'
import {
  conventionEntryIntoForce,
  entryIntoForceFor,
  isInstrumentInEffectOn,
  isPartyOn,
  partiesKnownOn,
} from '../../law/index.ts'
import type { CalendarDay, PartiesFile, Party } from '../../treaty/index.ts'
import { unknownParty } from '../record/refusals.ts'
import { soundFile } from '../record/sound-files.ts'
import type { TreatyRecord } from '../record/treaty-record.ts'

/**
 * Returns the instruments of a Party, first the one that an act of a day belongs to: the instrument deposited on that day, then
 * those in effect on it, then earlier ones, then later ones; the latest first among equals. An instrument stays in effect until
 * its denunciation does (Article 71).
 */
export function recordsOfTheDay(parties: readonly Party[], code: string, day: CalendarDay): Party[] {
  const convention = conventionEntryIntoForce(parties)
  const rank = (party: Party) =>
    [party.deposited === day, isInstrumentInEffectOn(party, day, convention), party.deposited < day, true].indexOf(true)
  const latestFirst = (one: Party, other: Party) => (one.deposited < other.deposited ? 1 : -1)
  const own = parties.filter((party) => party.code === code).sort(latestFirst)
  return own.sort((one, other) => rank(one) - rank(other))
}

/** The same from the register on main. @throws AnnexError not-found for a code that is not in the register */
export function registeredOn({ register }: TreatyRecord, code: string, day: CalendarDay): [Party, ...Party[]] {
  const [first, ...others] = recordsOfTheDay(register.parties, code, day)
  if (first !== undefined) return [first, ...others]
  throw unknownParty(code, register.parties)
}

/** Returns the register's file with other contents; its comments stay. */
export async function registerFile(
  { snapshot }: TreatyRecord,
  register: PartiesFile,
): Promise<Map<string, Uint8Array>> {
  const previous = (await snapshot.readFile(partiesPath)) ?? undefined
  return new Map([[partiesPath, soundFile('parties', partiesPath, register, previous)]])
}

/** A record of the register, with its legal effect on a day. */
export interface ListedParty extends Party {
  /** The day the Convention enters into force for the State (Article 67); null while fewer than thirty have deposited. */
  inForce: CalendarDay | null
  /** Whether the State is a Party on that day by this instrument. */
  isParty: boolean
}

/**
 * Returns the register of Parties as known on a day, sorted by code and day of deposit; later facts are left out. A State that
 * denounced and came back is listed twice.
 */
export function partiesInOrder({ parties }: PartiesFile, asOf: CalendarDay): ListedParty[] {
  const known = partiesKnownOn(parties, asOf)
  const listed = known.map((party) => ({
    ...party,
    inForce: entryIntoForceFor(party, known),
    isParty: isPartyOn(party.code, known, asOf) && latestInstrument(party.code, known, asOf) === party,
  }))
  return listed.sort((one, other) => (one.code + one.deposited < other.code + other.deposited ? -1 : 1))
}

function latestInstrument(code: string, parties: readonly Party[], asOf: CalendarDay): Party | undefined {
  const effective = parties.filter((party) => party.code === code && (entryIntoForceFor(party, parties) ?? '9') <= asOf)
  return effective.sort((one, other) => (one.deposited < other.deposited ? -1 : 1)).at(-1)
}
