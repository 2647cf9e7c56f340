import { partiesPath } from '../../files/index.ts'
import { isInstrumentInEffectOn } from '../../law/index.ts'
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
  const rank = (party: Party) =>
    [party.deposited === day, isInstrumentInEffectOn(party, day), party.deposited < day, true].indexOf(true)
  const latestFirst = (one: Party, other: Party) => (one.deposited < other.deposited ? 1 : -1)
  const own = parties.filter((party) => party.code === code).sort(latestFirst)
  return own.sort((one, other) => rank(one) - rank(other))
}

/** The same from the register on main. @throws AnnexError not-found for a code that is not in the register */
export function registeredOn({ register }: TreatyRecord, code: string, day: CalendarDay): [Party, ...Party[]] {
  const [first, ...others] = recordsOfTheDay(register.parties, code, day)
  if (first !== undefined) return [first, ...others]
  throw unknownParty(code)
}

/** Returns the register's file with other contents; its comments stay. */
export async function registerFile(
  { snapshot }: TreatyRecord,
  register: PartiesFile,
): Promise<Map<string, Uint8Array>> {
  const previous = (await snapshot.readFile(partiesPath)) ?? undefined
  return new Map([[partiesPath, soundFile('parties', partiesPath, register, previous)]])
}
