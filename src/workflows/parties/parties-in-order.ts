import { entryIntoForceFor, isPartyOn, partiesKnownOn } from '../../law/index.ts'
import type { CalendarDay, PartiesFile, Party } from '../../treaty/index.ts'

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
