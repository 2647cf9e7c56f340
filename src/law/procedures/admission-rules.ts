import type { EventKind, FiledEvent, Finding, Reason, RulePage } from '../../treaty/index.ts'
import { type LawContext, refusedBy } from '../decide/docket.ts'
import { EVENT_BY_PARTY, refuses } from '../decide/finding.ts'
import { referenceTo, type Verdict } from '../decide/verdict.ts'
import { dayInWords } from '../decide/wording.ts'
import { type Membership, membershipOn, statesOn } from '../party/register.ts'
import { reads, restingOn } from '../readings/choice.ts'

export const EVENT_ORDER = {
  id: 'law/event-order',
  level: 'error',
  title: 'The event that must come first is recorded',
  why: 'A period starts with an earlier event. Without it there is nothing to object to, vote on or accept.',
} as const satisfies RulePage

export const EVENT_ONCE = {
  id: 'law/event-once',
  level: 'error',
  title: 'An event that happens once is recorded once',
  why: 'A proposal that is sent out twice would have two deadlines.',
} as const satisfies RulePage

export const TIME_SET_BY_LAW = {
  id: 'law/time-set-by-law',
  level: 'warning',
  cite: '70(4)',
  title: 'The period for objections is the period of the Convention',
  why: 'Objections to an amendment of Annex 1 are notified within six months from the day it was sent out. Naming another last day has no effect.',
} as const satisfies RulePage

export const NO_CONFERENCE = {
  id: 'law/no-conference',
  level: 'error',
  cite: '67(1)',
  title: 'The Conference of the States Parties decides while the Convention is in force',
  why: 'The Conference consists of the States Parties. Before the Convention enters into force, or after every Party has left, no State is a Party, so there is no Conference that could decide.',
} as const satisfies RulePage

/** Checks whether an event has effect after the events before it. The findings say why not. */
export type Admission = (event: FiledEvent, context: LawContext) => Finding[]

/** Checks an act of a Party; it also gets the membership of that day. */
export type PartyAdmission = (event: FiledEvent, context: LawContext, membership: Membership) => Finding[]

/** One way to change a document: the events it knows, and how they decide. */
export interface Procedure {
  /** The provisions it follows. */
  cite: string
  admits: Partial<Record<EventKind, Admission>>
  judge: (context: LawContext) => Verdict
}

/** Admits the first event of its kind only. */
export function onlyOnce(cite: string): Admission {
  return (event, { docket }) => {
    const earlier = docket.first.get(event.event)
    if (earlier === undefined) return []
    const message = `"${event.event}" is already recorded, on ${dayInWords(earlier.on)}; only the first one counts.`
    return [refuses(EVENT_ONCE, event, 'event', message, 'Draft a new proposal for a new text.', cite)]
  }
}

/**
 * Admits one vote of the Conference. Under the reading `second-vote` a later vote replaces one that did not adopt.
 * @param isAdopted whether the amendment was adopted by a vote
 */
export function onlyOneVote(cite: string, isAdopted: (context: LawContext, vote: FiledEvent) => boolean): Admission {
  return (event, context) => {
    const earlier = context.docket.first.get('conference-vote')
    const isOpen = earlier !== undefined && !isAdopted(context, earlier)
    return isOpen && reads(context.choice, 'second-vote', 'counts') ? [] : onlyOnce(cite)(event, context)
  }
}

/** Returns the step of reasoning that one vote of several decides, if a later vote is recorded after one that did not adopt. */
export function whichVoteCounts({ docket, choice }: LawContext, cite: string, isAdopted: boolean): Reason[] {
  const [earlier, ...later] = docket.votes
  const [refused] = refusedBy(docket, EVENT_ONCE.id, 'conference-vote')
  if (earlier !== undefined && later.length > 0) {
    const says = `The Conference had not adopted the amendment on ${dayInWords(earlier.on)}. Under the reading chosen, its later vote counts.`
    return [restingOn(choice, 'second-vote', { cite, says, event: referenceTo(earlier) })]
  }
  if (refused === undefined || isAdopted) return []
  const says = `Another vote of the Conference is recorded on ${dayInWords(refused.on)}. Under the reading chosen, the first vote decides.`
  return [restingOn(choice, 'second-vote', { cite, says, event: referenceTo(refused) })]
}

/** Remarks that a last day is named although the Convention sets the period. */
export function noOtherTime(cite: string): Admission {
  return (event) => {
    if (event.until === undefined) return []
    const message = `The last day named, ${dayInWords(event.until)}, has no effect: ${cite} sets the period itself.`
    const hint = 'Remove `until`: the depositary names a last day only for objections to a correction.'
    return [refuses(TIME_SET_BY_LAW, event, 'until', message, hint)]
  }
}

/** Admits an event only after one of these events. */
export function onlyAfter(openings: readonly EventKind[], cite: string, admission: Admission): Admission {
  return (event, context) => {
    if (openings.some((opening) => context.docket.first.has(opening))) return admission(event, context)
    const opening = openings.map((kind) => `"${kind}"`).join(' or ')
    const message = `"${event.event}" on ${dayInWords(event.on)} is too early: no event ${opening} with effect is recorded by that day.`
    return [refuses(EVENT_ORDER, event, 'on', message, `Record ${opening} first, or correct the day.`, cite)]
  }
}

/** Admits an event only from a State that is a Party on the day. */
export function onlyByStateParty(cite: string, admission: PartyAdmission): Admission {
  return (event, context) => {
    const { party } = event
    if (party === undefined) {
      const message = `"${event.event}" names no Party.`
      return [refuses(EVENT_BY_PARTY, event, 'event', message, 'Add the Party (`party`).', cite)]
    }
    const membership = membershipOn(context.register, party, event.on)
    if (membership !== undefined && membership.party.organization === undefined) {
      return admission(event, context, membership)
    }
    const why =
      membership === undefined
        ? `${party} is not a State Party on ${dayInWords(event.on)}`
        : `${party} is a regional organization, but ${cite} is about States Parties`
    const hint = 'Check the code and the day received against the register of Parties.'
    return [refuses(EVENT_BY_PARTY, event, 'party', `${why}: its ${event.event} has no effect.`, hint, cite)]
  }
}

/** Admits a decision of the Conference only if it has members on the day. */
export const onlyByAConference: Admission = (event, { register }) => {
  if (statesOn(register, event.on).length > 0) return []
  const message = `There is no State Party on ${dayInWords(event.on)}, so there is no Conference: its "${event.event}" has no effect.`
  const hint = 'Check the day, and complete the register of Parties.'
  return [refuses(NO_CONFERENCE, event, 'on', message, hint)]
}

/** Admits an event that all of these admit. */
export function allOf(...admissions: readonly Admission[]): Admission {
  return (event, context) => admissions.flatMap((admission) => admission(event, context))
}
