import { type CalendarDay, earliestOf, type Party } from '../../../treaty/index.ts'
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
 * The first day on which an organization is no longer a Party: the first since its deposit on which the denunciations of all
 * its member States have taken effect. It ceases on that day, and who returns later brings back itself alone: only an
 * instrument of its own makes the organization a Party again. Null while any member has not denounced, has come back before
 * the last had left, or never was a Party, and for an organization whose members are not recorded.
 */
export function endOfOrganization(organization: Party, parties: readonly Party[]): CalendarDay | null {
  const members = organization.organization?.members ?? []
  const records = members.map((member) => parties.filter(({ code }) => code === member))
  const ends = records.flat().flatMap((record) => endOfMembership(record) ?? [])
  const days = [organization.deposited, ...ends].filter((day) => day >= organization.deposited)
  return earliestOf(days.filter((day) => isLeftByAll(records, day)))
}

function isLeftByAll(members: readonly (readonly Party[])[], day: CalendarDay): boolean {
  return members.length > 0 && members.every((records) => hasLeft(records, day))
}

// A State that deposited a second instrument, beside the first or after it, has left when none of its records stands.
function hasLeft(records: readonly Party[], day: CalendarDay): boolean {
  const deposited = records.filter((record) => record.deposited <= day)
  const ends = deposited.map(endOfMembership)
  return ends.length > 0 && ends.every((end) => end !== null && end <= day)
}
