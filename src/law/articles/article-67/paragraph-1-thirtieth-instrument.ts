import { type CalendarDay, compareDays, daysAfter, type Party } from '../../../treaty/index.ts'
import { provision } from '../provision.ts'

export const quote =
  '1. This Convention shall enter into force on the ninetieth day after the date of deposit of the thirtieth instrument of ratification, acceptance, approval or accession. For the purposes of this paragraph, any such instrument deposited by a regional economic integration organization shall not be counted as additional to those deposited by States participating in such an organization.'

export const paragraph1 = provision('67(1)', quote)

const INSTRUMENTS_NEEDED = 30
const DAYS_AFTER_THE_THIRTIETH = 90

/**
 * Returns the day on which the Convention enters into force; null while fewer than thirty States have deposited an
 * instrument. Each State counts once, and organizations do not count. No State leaves before that day, because only a Party
 * can denounce (71(1)). The day does not change when Parties leave later (Vienna Convention on the Law of Treaties, Art. 55).
 */
export function conventionEntryIntoForce(parties: readonly Party[]): CalendarDay | null {
  const deposits = parties
    .filter((party) => party.organization === undefined)
    .sort((one, other) => compareDays(one.deposited, other.deposited))
  const states = new Set<string>()
  for (const { code, deposited } of deposits) {
    if (states.add(code).size >= INSTRUMENTS_NEEDED) return daysAfter(deposited, DAYS_AFTER_THE_THIRTIETH)
  }
  return null
}
