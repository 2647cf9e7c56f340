import {
  type CalendarDay,
  earliestOf,
  type FiledEvent,
  type Finding,
  type Outcome,
  type Reason,
} from '../../treaty/index.ts'
import type { Membership, Register } from '../party/register.ts'

/** What an amendment means for one Party: the day from which it is bound (null: it is not), and why. */
export interface Effect {
  boundFrom: CalendarDay | null
  reasons: Reason[]
}

/** What one procedure says of a proposal on a day. */
export interface Verdict
  extends Pick<
    Outcome,
    'status' | 'deadline' | 'entersIntoForce' | 'ratifying' | 'objections' | 'blocksAt' | 'votes' | 'because'
  > {
  /** The day on which it was sent out, submitted or recommended: what orders amendments of one day. */
  opened: CalendarDay | null
  /**
   * The day from which its changes are replayed among those of other amendments; null while there is none. It is the
   * day of entry into force, but for a correction: that replaces the text from the beginning, and yet can only be
   * applied to the words that stood when it was made.
   */
  replayedFrom: CalendarDay | null
  findings: Finding[]
  /** What it means for a Party; null while the outcome is not known or there is nothing to be bound by. */
  effectOn: ((membership: Membership) => Effect) | null
}

/** The event that a step of reasoning met, by its file, its reference and its day. */
export function referenceTo(event: FiledEvent): Reason['event'] {
  return {
    ...(event.file === undefined ? {} : { file: event.file }),
    ...(event.ref === undefined ? {} : { ref: event.ref }),
    on: event.on,
  }
}

/** The first day on which an amendment is in force for any Party; null while it is for none. */
export function firstDayInForce(
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
