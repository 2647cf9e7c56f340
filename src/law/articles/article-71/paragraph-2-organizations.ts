import { type CalendarDay, earliestOf, type Party } from '../../../treaty/index.ts'
import { inForceFor } from '../article-67/index.ts'
import { provision } from '../provision.ts'
import { endByDenunciation } from './paragraph-1-denunciation.ts'

export const quote =
  '2. A regional economic integration organization shall cease to be a Party to this Convention when all States participating in such organization have denounced this Convention.'

export const paragraph2 = provision('71(2)', quote)

/**
 * Returns the first day on which an organization is no longer a Party: the first day since its deposit on which the
 * denunciations of all its member States have taken effect. A member State that returns later does not bring the
 * organization back: it needs a new instrument of its own. Null if a member has not denounced, came back before the last
 * one left, or never was a Party, and if the members are not recorded.
 *
 * @param convention the day on which the Convention enters into force
 */
export function endOfOrganization(
  organization: Party,
  parties: readonly Party[],
  convention: CalendarDay,
): CalendarDay | null {
  const members = organization.organization?.members ?? []
  const records = members.map((member) => parties.filter(({ code }) => code === member).map(period))
  const ends = records.flat().flatMap(({ end }) => end ?? [])
  const days = [organization.deposited, ...ends].filter((day) => day >= organization.deposited)
  return earliestOf(days.filter((day) => isLeftByAll(records, day)))

  function period(member: Party): Period {
    const { deposited } = member
    return { deposited, end: endByDenunciation(member, inForceFor(deposited, convention)) }
  }
}

interface Period {
  deposited: CalendarDay
  /** The first day on which its denunciation has taken effect; null if it has none. */
  end: CalendarDay | null
}

function isLeftByAll(members: readonly (readonly Period[])[], day: CalendarDay): boolean {
  return members.length > 0 && members.every((records) => hasLeft(records, day))
}

// A State with two instruments has left when both have ended.
function hasLeft(periods: readonly Period[], day: CalendarDay): boolean {
  const begun = periods.filter(({ deposited }) => deposited <= day)
  return begun.length > 0 && begun.every(({ end }) => end !== null && end <= day)
}
