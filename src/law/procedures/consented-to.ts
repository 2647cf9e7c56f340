import type { CalendarDay, Status } from '../../treaty/index.ts'
import { firstDayFor } from '../decide/first-day.ts'
import type { Matter } from '../decide/matter.ts'
import type { Effect, Verdict } from '../decide/verdict.ts'
import type { Membership } from '../party/register.ts'

type Own = (membership: Membership) => Effect | null
type Bound = (matter: Matter, membership: Membership, consent: Effect | null, entry: CalendarDay | null) => Effect

/**
 * What binds each Party from the day its own act gives it: in force from the first such day, until then as it was.
 *
 * @param before the status until the amendment is in force for a Party
 */
export function consentedTo(
  matter: Matter,
  before: Status,
  own: Own,
  bound: Bound,
): Pick<Verdict, 'status' | 'entersIntoForce' | 'replayedFrom' | 'effectOn'> {
  const entry = firstDayFor(matter.register, own)
  return {
    status: entry !== null && entry <= matter.asOf ? 'in-force' : before,
    entersIntoForce: entry,
    replayedFrom: entry,
    effectOn: (membership) => bound(matter, membership, own(membership), entry),
  }
}
