import type { EventKind, FiledEvent, Finding, PartyCode } from '../../treaty/index.ts'
import type { DecisionContext } from '../decide/context.ts'
import { refuses } from '../decide/finding.ts'
import type { Verdict } from '../decide/verdict.ts'
import { dayInWords } from '../decide/wording.ts'
import { type Membership, membershipOn } from '../party/register.ts'

/** Admits an event that opens a procedure: it happens once. */
export function onlyOnce(cite: string): Admission {
  return (event, { docket }) => {
    const earlier = docket.first.get(event.event)
    if (earlier === undefined) return []
    return [
      refuses(
        event,
        'event',
        'event-once',
        cite,
        `${event.event} is recorded already, on ${dayInWords(earlier.on)}; the first one counts.`,
        'Draft a new proposal for a new text.',
      ),
    ]
  }
}

/** A remark on a last day named where the law itself sets the time: it changes nothing. */
export function noOtherTime(cite: string): Admission {
  return (event) => {
    if (event.until === undefined) return []
    const message = `A last day is named, ${dayInWords(event.until)}; under ${cite} the law sets the time itself.`
    const hint = 'Leave it out: only the time for objections to a correction is named by the depositary.'
    return [{ ...refuses(event, 'until', 'time-set-by-law', cite, message, hint), level: 'warning' }]
  }
}

/** Admits an event only after one of these: an objection after the draft was sent. */
export function onlyAfter(openings: readonly EventKind[], cite: string, admission: Admission): Admission {
  return (event, context) => {
    if (openings.some((opening) => context.docket.first.has(opening))) return admission(event, context)
    return [tooEarly(event, openings.map((opening) => `"${opening}"`).join(' or '), cite)]
  }
}

/** Admits an event only from a State that is a Party on the day. */
export function onlyByStateParty(cite: string, admission: PartyAdmission): Admission {
  return (event, context) => {
    const { party } = event
    if (party === undefined) return [namesNoParty(event, cite)]
    const membership = membershipOn(context.register, party, event.on)
    if (membership === undefined || membership.party.organization !== undefined) {
      return [notAStateParty(event, party, membership, cite)]
    }
    return admission(event, context, membership)
  }
}

/** Admits an event that each of the rules admits. */
export function allOf(...admissions: readonly Admission[]): Admission {
  return (event, context) => admissions.flatMap((admission) => admission(event, context))
}

function tooEarly(event: FiledEvent, opening: string, cite: string): Finding {
  return refuses(
    event,
    'on',
    'event-order',
    cite,
    `"${event.event}" on ${dayInWords(event.on)} comes too early: no event ${opening} that has effect is recorded by that day.`,
    `Record ${opening} first, or correct the day.`,
  )
}

function namesNoParty(event: FiledEvent, cite: string): Finding {
  return refuses(event, 'event', 'event-by-party', cite, `${event.event} names no Party.`, 'Name the Party (`party`).')
}

function notAStateParty(event: FiledEvent, code: PartyCode, membership: Membership | undefined, cite: string): Finding {
  const why =
    membership === undefined
      ? `${code} is not a State Party on ${dayInWords(event.on)}`
      : `${code} is a regional organization, and ${cite} speaks of States Parties`
  return refuses(
    event,
    'party',
    'event-by-party',
    cite,
    `${why}: its ${event.event} has no effect.`,
    'Check the code and the day received against the register of Parties.',
  )
}

/** Whether an event has effect, given the events before it: the findings say why not. */
export type Admission = (event: FiledEvent, context: DecisionContext) => Finding[]

/** The same for what a Party does, in the membership that it has on the day. */
export type PartyAdmission = (event: FiledEvent, context: DecisionContext, membership: Membership) => Finding[]

/** One way in which a document may be changed: the events it knows, and what they come to. */
export interface Procedure {
  /** The provisions it follows. */
  cite: string
  admits: Partial<Record<EventKind, Admission>>
  judge: (context: DecisionContext) => Verdict
}
