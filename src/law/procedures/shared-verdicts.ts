import type { CalendarDay, EventKind, Finding, Status } from '../../treaty/index.ts'
import { ratifyingStates } from '../articles/article-70/index.ts'
import type { DecisionContext } from '../decide/context.ts'
import { forbids } from '../decide/finding.ts'
import { type Effect, firstDayInForce, type Verdict } from '../decide/verdict.ts'
import { dayInWords } from '../decide/wording.ts'
import type { Membership } from '../party/register.ts'
import { restingOn } from '../readings/choice.ts'

/** The verdict on what has not been sent out yet. */
export function draftVerdict(context: DecisionContext, cite: string): Verdict {
  return {
    status: 'draft',
    deadline: null,
    entersIntoForce: null,
    ratifying: ratifyingStates(context, context.asOf).length,
    objections: 0,
    blocksAt: null,
    because: [{ cite, says: `Nothing that opens the procedure is recorded on or before ${dayInWords(context.asOf)}.` }],
    opened: null,
    replayedFrom: null,
    findings: [],
    effectOn: null,
  }
}

/**
 * The same under Article 70, for a route that nothing has opened: where something is on record that opens the other route,
 * that it is not taken is a reading.
 *
 * @param other the event that opens the other route
 */
export function draftVerdictOfRoute(context: DecisionContext, cite: string, other: EventKind): Verdict {
  const nothing = draftVerdict(context, cite)
  if (!context.docket.outOfPlace.has(other)) return nothing
  const says = `"${other}" is recorded, which opens the other way: by the reading taken that way is not open to the proposal.`
  return { ...nothing, because: [...nothing.because, restingOn(context.choice, 'conference-route', { cite, says })] }
}

/** Where there is no State to count, no share of them can be taken, and nothing can enter into force for anybody. */
export function noStatesToCount(context: DecisionContext, ratifying: number, cite: string): Finding[] {
  if (ratifying > 0) return []
  const { inForce } = context.register
  const message =
    inForce === null || inForce > context.asOf
      ? `The Convention is not in force on ${dayInWords(context.asOf)}: it takes thirty instruments of States and ninety days.`
      : 'No State Party is left to be counted, so that the amendment cannot enter into force for anybody.'
  return [
    forbids('no-states-parties', inForce === null ? '67(1)' : cite, message, 'Complete the register of Parties.', {
      path: ['parties'],
    }),
  ]
}

type Own = (membership: Membership) => Effect | null
type Bound = (
  context: DecisionContext,
  membership: Membership,
  consent: Effect | null,
  entry: CalendarDay | null,
) => Effect

/**
 * What binds each Party from the day its own act gives it: in force from the first such day, until then as it was.
 *
 * @param before the status until the amendment is in force for a Party
 */
export function entryByConsent(
  context: DecisionContext,
  before: Status,
  own: Own,
  bound: Bound,
): Pick<Verdict, 'status' | 'entersIntoForce' | 'replayedFrom' | 'effectOn'> {
  const entry = firstDayInForce(context.register, own)
  return {
    status: entry !== null && entry <= context.asOf ? 'in-force' : before,
    entersIntoForce: entry,
    replayedFrom: entry,
    effectOn: (membership) => bound(context, membership, own(membership), entry),
  }
}
