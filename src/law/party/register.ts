import { type CalendarDay, earliestOf, type Party, type PartyCode } from '../../treaty/index.ts'
import { conventionEntryIntoForce, inForceFor } from '../articles/article-67/index.ts'
import { endOfMembership, endOfOrganization } from '../articles/article-71/index.ts'
import { partiesKnownOn } from '../check/known-facts.ts'

/** One stretch of days on which a State or an organization is a Party. A State that left and came back has two. */
export interface Membership {
  party: Party
  /** The first day. */
  from: CalendarDay
  /** The first day on which it is a Party no more; null while none is known. */
  until: CalendarDay | null
}

/** The register of Parties with the law applied to it (Articles 67 and 71). */
export interface Register {
  /** The day on which the Convention enters into force; null while it does not. */
  inForce: CalendarDay | null
  /** What it was read from. */
  parties: readonly Party[]
  /** In the register's order; empty while the Convention does not enter into force. */
  memberships: readonly Membership[]
  /** The same, by code. */
  byCode: ReadonlyMap<PartyCode, readonly Membership[]>
}

/** Reads the register once, so that each question after it is a comparison of days. */
export function registerOf(parties: readonly Party[]): Register {
  const inForce = conventionEntryIntoForce(parties)
  const memberships =
    inForce === null
      ? []
      : parties.map((party) => ({ party, from: inForceFor(party.deposited, inForce), until: endOf(party, parties) }))
  return { inForce, parties, memberships, byCode: byCode(memberships) }
}

/** Whether it is a Party on the day. */
export function lastsOn(membership: Membership, day: CalendarDay): boolean {
  return membership.from <= day && (membership.until === null || day < membership.until)
}

/** The membership of a Party on the day, if it is one. */
export function membershipOn(register: Register, code: PartyCode, day: CalendarDay): Membership | undefined {
  return register.byCode.get(code)?.find((membership) => lastsOn(membership, day))
}

/**
 * The memberships of the States that are Parties on the day, each State once; regional organizations are no States.
 */
export function statesOn(register: Register, day: CalendarDay): Membership[] {
  return register.memberships.filter(
    (membership) =>
      membership.party.organization === undefined &&
      lastsOn(membership, day) &&
      membershipOn(register, membership.party.code, day) === membership,
  )
}

/** Whether a State or an organization is a Party on the day, by what is known on it (Articles 67 and 71). */
export function isPartyOn(code: PartyCode, parties: readonly Party[], day: CalendarDay): boolean {
  return membershipOn(registerOf(partiesKnownOn(parties, day)), code, day) !== undefined
}

/** The States that are Parties on the day, with what is known of them on it (Articles 67 and 71). */
export function statesPartiesOn(parties: readonly Party[], day: CalendarDay): Party[] {
  return statesOn(registerOf(partiesKnownOn(parties, day)), day).map((membership) => membership.party)
}

function byCode(memberships: readonly Membership[]): Map<PartyCode, Membership[]> {
  const groups = new Map<PartyCode, Membership[]>()
  for (const membership of memberships) {
    const group = groups.get(membership.party.code)
    if (group === undefined) groups.set(membership.party.code, [membership])
    else group.push(membership)
  }
  return groups
}

function endOf(party: Party, parties: readonly Party[]): CalendarDay | null {
  return earliestOf([endOfMembership(party), endOfOrganization(party, parties)])
}
