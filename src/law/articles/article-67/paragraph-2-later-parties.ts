import { type CalendarDay, daysAfter, laterOf, type Party } from '../../../treaty/index.ts'
import { provision } from '../provision.ts'
import { conventionEntryIntoForce } from './paragraph-1-thirtieth-instrument.ts'

export const quote =
  '2. For each State Party or regional economic integration organization ratifying, accepting, approving or acceding to this Convention after the deposit of the thirtieth instrument of such action, this Convention shall enter into force on the thirtieth day after the date of deposit by such State Party or organization of the relevant instrument or on the date this Convention enters into force pursuant to paragraph 1 of this Article, whichever is later.'

export const paragraph2 = provision('67(2)', quote)

const DAYS_AFTER_DEPOSIT = 30

/**
 * Returns the day on which the Convention enters into force for a Party, from the day of its deposit and the day of the
 * Convention's own entry into force. For the first thirty this is always the Convention's own day, because the ninetieth
 * day after the thirtieth deposit is later than the thirtieth day after their own.
 */
export function inForceFor(deposited: CalendarDay, convention: CalendarDay): CalendarDay {
  return laterOf(daysAfter(deposited, DAYS_AFTER_DEPOSIT), convention)
}

/** Returns the day on which the Convention enters into force for a Party; null if it does not enter into force. */
export function entryIntoForceFor(party: Party, parties: readonly Party[]): CalendarDay | null {
  const convention = conventionEntryIntoForce(parties)
  return convention === null ? null : inForceFor(party.deposited, convention)
}
