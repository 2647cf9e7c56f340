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
const STEP_OF: ReadonlyMap<string, number> = new Map(Object.entries(STEPS))
const AFTER_ALL = 12

/** The day of an event, and its kind: an EventKind, or any other word from the name of a file that cannot be read. */
export interface Step {
  on: CalendarDay
  event: string
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

function stepOf({ event }: Step): number {
  return STEP_OF.get(event) ?? AFTER_ALL
}
