import type { CalendarDay, EventKind, Finding, RulePage, Status } from '../../treaty/index.ts'
import { ratifyingStates } from '../articles/article-70/index.ts'
import type { LawContext } from '../decide/docket.ts'
import { forbids } from '../decide/finding.ts'
import { type Effect, firstDayInForce, type Verdict } from '../decide/verdict.ts'
import { dayInWords } from '../decide/wording.ts'
import { type Membership, statesOn } from '../party/register.ts'
import { restingOn } from '../readings/choice.ts'

export const NO_STATES_PARTIES = {
  id: 'law/no-states-parties',
  level: 'error',
  title: 'There are States Parties to count',
  why: 'Before the Convention is in force (Article 67), or after every Party has left, no share of the Parties can be calculated, and nothing can enter into force.',
} as const satisfies RulePage

/** Returns the verdict on a proposal that has not been sent out. */
export function draftVerdict(context: LawContext, cite: string): Verdict {
  return {
    status: 'draft',
    deadline: null,
    entersIntoForce: null,
    ratifying: statesToCount(context).length,
    objections: 0,
    blocksAt: null,
    because: [
      { cite, says: `No event that starts the procedure is recorded on or before ${dayInWords(context.asOf)}.` },
    ],
    opened: null,
    replayedFrom: null,
    findings: [],
    effectOn: null,
  }
}

// "The States Parties which have ratified" are words of Article 70; the other procedures count States Parties.
function statesToCount(context: LawContext): Membership[] {
  const { proposal, register, asOf } = context
  return proposal.basis.startsWith('70') ? ratifyingStates(context, asOf) : statesOn(register, asOf)
}

/**
 * Returns the same verdict for one route of Article 70. If an event that starts the other route is recorded, a reading
 * decides that this route is not open.
 *
 * @param other the event that starts the other route
 */
export function draftVerdictOfRoute(context: LawContext, cite: string, other: EventKind): Verdict {
  const nothing = draftVerdict(context, cite)
  if (!context.docket.outOfPlace.has(other)) return nothing
  const says = `The event "${other}" is recorded. It starts the other procedure, which is not open to this proposal under the reading chosen.`
  return { ...nothing, because: [...nothing.because, restingOn(context.choice, 'conference-route', { cite, says })] }
}

/** Returns the finding that no State Party can be counted, if that is so. */
export function noStatesToCount(context: LawContext, ratifying: number, cite: string): Finding[] {
  if (ratifying > 0) return []
  const { inForce } = context.register
  const message =
    inForce === null || inForce > context.asOf
      ? `The Convention is not in force on ${dayInWords(context.asOf)}: it enters into force ninety days after the thirtieth instrument of a State.`
      : 'No State Party is left, so the amendment cannot enter into force for any State.'
  const cited = inForce === null ? '67(1)' : cite
  const details = { cite: cited, at: { path: ['parties'] } }
  return [forbids(NO_STATES_PARTIES, message, 'Complete the register of Parties.', details)]
}

type Own = (membership: Membership) => Effect | null
type Bound = (context: LawContext, membership: Membership, consent: Effect | null, entry: CalendarDay | null) => Effect

/**
 * Returns the entry into force of an amendment that binds each Party by its own act: in force from the first such day.
 * @param before the status until the amendment is in force for a Party
 */
export function entryByConsent(
  context: LawContext,
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
