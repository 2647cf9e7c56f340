import { type CalendarDay, earliestOf } from '../../treaty/index.ts'
import type { Membership, Register } from '../party/register.ts'
import type { Effect } from './verdict.ts'

/** The first day on which an amendment is in force for any Party; null while it is for none. */
export function firstDayFor(
  register: Register,
  effectOn: (membership: Membership) => Effect | null,
): CalendarDay | null {
  const days = register.memberships.flatMap((membership) => {
    const boundFrom = effectOn(membership)?.boundFrom ?? null
    const stays = boundFrom !== null && (membership.until === null || boundFrom < membership.until)
    return stays ? [boundFrom] : []
  })
  return earliestOf(days)
}
