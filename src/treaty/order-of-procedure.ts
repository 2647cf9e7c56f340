import { compareDays } from './calendar-day.ts'
import type { CalendarDay, EventKind } from './generated/files.ts'

/** The step at which each kind of event stands in a procedure. */
const STEPS: Readonly<Record<EventKind, number>> = {
  circulated: 1,
  submitted: 2,
  recommended: 3,
  'conference-vote': 4,
  suggested: 5,
  objection: 6,
  'objection-withdrawn': 7,
  'correction-objection': 8,
  consent: 9,
  acceptance: 10,
  ratification: 10,
  withdrawn: 11,
}
const BEHIND_ALL = 12

/** What tells where an event stands: its legal date, and its kind. */
export interface Step {
  on: CalendarDay
  event: EventKind
}

/**
 * The order in which events are heard: by their days, and of one day as the procedure goes. The Convention knows days
 * and nothing shorter, so that of one day what opens a proposal comes before the vote on it, the vote before what Parties
 * do, an objection before it is withdrawn, and the withdrawal of the proposal last. 0 for two of one day and one step: they
 * keep the order in which they are given.
 */
export function inOrderOfProcedure(one: Step, other: Step): number {
  return compareDays(one.on, other.on) || stepOf(one) - stepOf(other)
}

// A file that cannot be read may name a kind that there is not: it stands behind all that there are.
function stepOf({ event }: Step): number {
  return STEPS[event] ?? BEHIND_ALL
}
