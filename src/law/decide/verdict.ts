import {
  type CalendarDay,
  earliestOf,
  type FiledEvent,
  type Finding,
  type Outcome,
  type Reason,
  rectifiedInWords,
} from '../../treaty/index.ts'
import type { Membership, Register } from '../party/register.ts'

/** What an amendment means for one Party: the day from which it is bound (null: it is not), and why. */
export interface Effect {
  boundFrom: CalendarDay | null
  reasons: Reason[]
}

/** What one procedure says about a proposal on a day. */
export interface Verdict
  extends Pick<
    Outcome,
    'status' | 'deadline' | 'entersIntoForce' | 'ratifying' | 'objections' | 'blocksAt' | 'votes' | 'because'
  > {
  /** The day on which the proposal was sent out, submitted or recommended. It orders amendments of the same day. */
  opened: CalendarDay | null
  /**
   * The day by which the changes of this proposal are sorted among those of other amendments; null if there is no such day.
   * It is the day of entry into force, except for a correction. A correction has effect *ab initio*, but it can only be
   * applied to the text as it was on the day of the correction.
   */
  replayedFrom: CalendarDay | null
  findings: Finding[]
  /** Returns what it means for a Party; null while the outcome is open, and if nothing can bind. */
  effectOn: ((membership: Membership) => Effect) | null
}

/** Returns the reference of a step of reasoning to its event: file, depositary reference and day. */
export function referenceTo({ file, ref, on, rectified }: FiledEvent): Reason['event'] {
  return {
    ...(file === undefined ? {} : { file }),
    ...(ref === undefined ? {} : { ref }),
    on,
    ...(rectified === undefined ? {} : { rectified: rectifiedInWords(rectified) }),
  }
}

/** Returns the first day on which an amendment is in force for any Party; null if it is in force for none. */
export function firstDayInForce(
  register: Register,
  effectOn: (membership: Membership) => Effect | null,
): CalendarDay | null {
  const days = register.memberships.flatMap((membership) => {
    const boundFrom = effectOn(membership)?.boundFrom ?? null
    const isStillParty = boundFrom !== null && (membership.until === null || boundFrom < membership.until)
    return isStillParty ? [boundFrom] : []
  })
  return earliestOf(days)
}
