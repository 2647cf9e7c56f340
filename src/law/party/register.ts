import {
  type CalendarDay,
  compareDays,
  earliestOf,
  type Finding,
  type Party,
  type PartyCode,
  type Reason,
  type RulePage,
} from '../../treaty/index.ts'
import { conventionEntryIntoForce, inForceFor } from '../articles/article-67/index.ts'
import { endByDenunciation, endOfOrganization } from '../articles/article-71/index.ts'
import { oncePerRegister, partiesKnownOn } from '../check/known-facts.ts'
import { forbids } from '../decide/finding.ts'
import { dayInWords } from '../decide/wording.ts'

/** One period in which a State or an organization is a Party. A State that left and came back has two. */
export interface Membership {
  party: Party
  /** The first day. */
  from: CalendarDay
  /** The first day on which it is no longer a Party; null if none is known. */
  until: CalendarDay | null
}

/** The register of Parties after Articles 67 and 71 are applied. */
export interface Register {
  /** The day on which the Convention enters into force; null if it does not. */
  inForce: CalendarDay | null
  /** The records of the register. */
  parties: readonly Party[]
  /** In the order of the register; empty if the Convention does not enter into force. */
  memberships: readonly Membership[]
  /** The memberships by code. */
  byCode: ReadonlyMap<PartyCode, readonly Membership[]>
}

/** Applies Articles 67 and 71 to the register once. Each later question only compares days. */
export const registerOf = oncePerRegister((parties): Register => {
  const inForce = conventionEntryIntoForce(parties)
  const memberships = inForce === null ? [] : parties.map((party) => ({ party, ...periodOf(party, parties, inForce) }))
  return { inForce, parties, memberships, byCode: byCode(memberships) }
})

/** Returns whether the day is within the membership. */
function isMembershipOn(membership: Membership, day: CalendarDay): boolean {
  return membership.from <= day && (membership.until === null || day < membership.until)
}

/** Returns the membership of a State or an organization on the day, if it is a Party. */
export function membershipOn(register: Register, code: PartyCode, day: CalendarDay): Membership | undefined {
  return register.byCode.get(code)?.find((membership) => isMembershipOn(membership, day))
}

/** Returns the memberships of the States Parties on the day, each State once. Organizations are not States. */
export function statesOn(register: Register, day: CalendarDay): Membership[] {
  return register.memberships.filter(
    (membership) =>
      membership.party.organization === undefined &&
      isMembershipOn(membership, day) &&
      membershipOn(register, membership.party.code, day) === membership,
  )
}

/** Returns whether a State or an organization is a Party on the day, by what is known on that day (Articles 67 and 71). */
export function isPartyOn(code: PartyCode, parties: readonly Party[], day: CalendarDay): boolean {
  return membershipOn(registerOf(partiesKnownOn(parties, day)), code, day) !== undefined
}

/** Returns the States Parties on the day, as known on that day (Articles 67 and 71). */
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

function periodOf(party: Party, parties: readonly Party[], inForce: CalendarDay): Pick<Membership, 'from' | 'until'> {
  const from = inForceFor(party.deposited, inForce)
  return { from, until: earliestOf([endByDenunciation(party, from), endOfOrganization(party, parties, inForce)]) }
}

/** Returns since when the Convention binds a Party, as steps of reasoning (Articles 67 and 71). */
export function reasonsForMembership({ party, from, until }: Membership, register: Register): Reason[] {
  const cite = from === register.inForce ? '67(1)' : '67(2)'
  const says = `${party.code} deposited its instrument of ${party.instrument} on ${dayInWords(party.deposited)}. The Convention is in force for it from ${dayInWords(from)}.`
  const deposit = { cite, says, event: { on: party.deposited, ...(party.ref === undefined ? {} : { ref: party.ref }) } }
  if (until === null) return [deposit]
  const { denounced, denouncedRef: ref, organization } = party
  const leaving = `A denunciation takes effect on ${dayInWords(until)}. ${party.code} is a Party until the day before.`
  if (denounced === undefined || organization !== undefined) return [deposit, { cite: '71(2)', says: leaving }]
  const event = { on: denounced, ...(ref === undefined ? {} : { ref }) }
  return [deposit, { cite: '71(1)', says: leaving, event }]
}

export const NOT_A_PARTY = {
  id: 'law/not-a-party',
  level: 'error',
  title: 'A State that acts is a Party on that day',
  why: 'A State is a Party from the day the Convention enters into force for it (Article 67) until its denunciation takes effect (Article 71). What it proposes or notifies before or after has no effect.',
} as const satisfies RulePage

/** Returns why nothing binds a State or an organization that is not a Party on the day. */
export function notAParty(code: PartyCode, register: Register, day: CalendarDay): Finding {
  const [message, cite] = why(code, register, day)
  return forbids(NOT_A_PARTY, message, 'Check the code and the day against the register of Parties.', { cite })
}

function why(code: PartyCode, { inForce, byCode }: Register, day: CalendarDay): [string, string] {
  const memberships = byCode.get(code) ?? []
  if (inForce === null || day < inForce) return [`The Convention is not in force on ${dayInWords(day)}.`, '67(1)']
  const coming = memberships.find(({ from }) => from > day)
  if (coming !== undefined)
    return [`The Convention enters into force for ${code} only on ${dayInWords(coming.from)}.`, '67(2)']
  const last = [...memberships].sort((one, other) => compareDays(one.from, other.from)).at(-1)
  const left = last?.until ?? null
  const cite = last?.party.organization === undefined ? '71(1)' : '71(2)'
  if (left !== null) return [`${code} ceased to be a Party on ${dayInWords(left)}.`, cite]
  return [`${code} is not in the register of Parties.`, '67']
}
