import { type CalendarDay, laterOf, type Party, type PartyCode } from '../../treaty/index.ts'
import type { Provision } from '../provision.ts'
import { endOfMembership } from './paragraph-1-denunciation.ts'

export const quote =
  '2. A regional economic integration organization shall cease to be a Party to this Convention when all States participating in such organization have denounced this Convention.'

export const paragraph2: Provision = {
  cite: '71(2)',
  cases: 'article-71/paragraph-2',
  quote,
  of: 'convention',
  readings: [],
}

/**
 * The first day on which an organization is no longer a Party: the day on which the last of its member States'
 * denunciations takes effect. Null while any member has not denounced, has come back, or never was a Party, and for an
 * organization whose members are not recorded.
 */
export function endOfOrganization(organization: Party, parties: readonly Party[]): CalendarDay | null {
  const members = organization.organization?.members ?? []
  return endOfAll(members.map((member) => endOfState(member, parties)))
}

// A State that came back, or deposited a second instrument beside the first, is gone when none of its records stands.
function endOfState(code: PartyCode, parties: readonly Party[]): CalendarDay | null {
  return endOfAll(parties.filter((party) => party.code === code).map(endOfMembership))
}

function endOfAll(ends: readonly (CalendarDay | null)[]): CalendarDay | null {
  return ends.length > 0 && ends.every((end) => end !== null) ? ends.reduce(laterOf) : null
}
