import {
  type CalendarDay,
  daysAfter,
  type FiledEvent,
  type Finding,
  laterOf,
  type Reason,
  type RulePage,
} from '../../../treaty/index.ts'
import { type Docket, type LawContext, latestOf } from '../../decide/docket.ts'
import { refuses } from '../../decide/finding.ts'
import { type Effect, referenceTo } from '../../decide/verdict.ts'
import { dayInWords } from '../../decide/wording.ts'
import type { Membership } from '../../party/register.ts'
import { reads } from '../../readings/choice.ts'
import { provision } from '../provision.ts'
import { isOneThird, lastDayToObject, standingObjection, tallyObjections } from './paragraph-4-one-third-objects.ts'
import { countVote } from './paragraph-6-conference-adopts.ts'

export const quote =
  '7. After an amendment has entered into force in accordance with the provisions of this Article, and any State Party has sent the Secretary-General a notification of its objection to the amendment, such an amendment shall enter into force for the respective State Party thirty days after the day it notifies the Secretary-General of the adoption of the amendment.'

export const paragraph7 = provision('70(7)', quote, ['conference-route'])

export const ACCEPTANCE_WITHOUT_OBJECTION = {
  id: 'law/acceptance-without-objection',
  level: 'error',
  cite: '70(7)',
  title: 'A Party that accepts has objected before',
  why: 'A Party that did not object is bound by 70(5) without any act of its own.',
} as const satisfies RulePage

export const ACCEPTANCE_ONCE = {
  id: 'law/acceptance-once',
  level: 'error',
  title: 'A Party accepts once',
  why: 'The first acceptance sets the day from which the Party is bound.',
} as const satisfies RulePage

export const ACCEPTANCE_OF_A_STOPPED_AMENDMENT = {
  id: 'law/acceptance-of-a-stopped-amendment',
  level: 'error',
  cite: '70(4)',
  title: 'An amendment that was stopped cannot be accepted',
  why: 'Objections of one third of the Parties stop an amendment: it does not enter into force for any Party.',
} as const satisfies RulePage

const DAYS_AFTER_NOTICE = 30

/**
 * Returns the effect on a Party that objected: it is bound thirty days after it notifies its acceptance, but not before
 * the amendment itself enters into force. The text prints "adoption", but it can only mean the Party's own acceptance: a
 * Party cannot notify an act of the Conference.
 */
export function effectOnObjector(
  context: LawContext,
  membership: Membership,
  entry: CalendarDay,
  rejected: Reason,
): Effect {
  const acceptance = acceptanceOf(context.docket, membership)
  if (acceptance === undefined) return { boundFrom: null, reasons: [rejected] }
  const accepted = effectOfAcceptance(acceptance, membership, entry)
  return { ...accepted, reasons: [rejected, ...accepted.reasons] }
}

/**
 * Returns the effect of an acceptance if the Conference, not silence, has brought the amendment into force: paragraph 7
 * requires only that it be in force "in accordance with the provisions of this Article". The Party is not bound if it has
 * not objected or not accepted.
 */
export function effectOfAcceptanceAlone(context: LawContext, membership: Membership, entry: CalendarDay): Effect {
  const acceptance = acceptanceOf(context.docket, membership)
  if (acceptance === undefined || standingObjection(context.docket, membership) === undefined) {
    return { boundFrom: null, reasons: [] }
  }
  return effectOfAcceptance(acceptance, membership, entry)
}

function effectOfAcceptance(acceptance: FiledEvent, { party }: Membership, entry: CalendarDay): Effect {
  const boundFrom = laterOf(daysAfter(acceptance.on, DAYS_AFTER_NOTICE), entry)
  const says = `${party.code} notified its acceptance on ${dayInWords(acceptance.on)}. The amendment enters into force for it on ${dayInWords(boundFrom)}: thirty days later, and not before the amendment itself enters into force.`
  return { boundFrom, reasons: [{ cite: '70(7)', says, event: referenceTo(acceptance) }] }
}

/** Checks an acceptance: the Party has objected, has not yet accepted, and the amendment is not stopped. */
export function admitAcceptance(event: FiledEvent, context: LawContext, membership: Membership): Finding[] {
  const { code } = membership.party
  if (standingObjection(context.docket, membership) === undefined) {
    const message = `${code} has not objected, so there is nothing to accept under 70(7).`
    const hint = 'Do not file it: a Party that did not object is bound under 70(5) without any act of its own.'
    return [refuses(ACCEPTANCE_WITHOUT_OBJECTION, event, 'party', message, hint)]
  }
  if (acceptanceOf(context.docket, membership) !== undefined) {
    const hint = 'Do not file it: one acceptance is enough.'
    return [refuses(ACCEPTANCE_ONCE, event, 'party', `${code} has already accepted.`, hint, '70(7)')]
  }
  return refusedIfStopped(event, context)
}

// An acceptance ends only an objection made before it.
function acceptanceOf(docket: Docket, membership: Membership): FiledEvent | undefined {
  const latest = latestOf(docket, membership, 'objection', 'acceptance')
  return latest?.event === 'acceptance' ? latest : undefined
}

function refusedIfStopped(event: FiledEvent, context: LawContext): Finding[] {
  const sent = context.docket.first.get('circulated')
  if (sent === undefined || event.on <= lastDayToObject(sent.on)) return []
  const { objections, ratifying } = tallyObjections({ ...context, asOf: event.on }, sent)
  if (!isOneThird(objections, ratifying) || isOpenToTheConference(context)) return []
  const message = `${objections} of ${ratifying} States Parties objected, so the amendment is stopped and does not enter into force.`
  const hint = 'Make a new proposal under 70(1).'
  return [refuses(ACCEPTANCE_OF_A_STOPPED_AMENDMENT, event, 'on', message, hint)]
}

// If either route is enough, the Conference can still adopt what objections have stopped, unless it has rejected it.
function isOpenToTheConference(context: LawContext): boolean {
  const { choice, docket } = context
  if (!reads(choice, 'conference-route', 'alternative') || !docket.first.has('submitted')) return false
  const vote = docket.first.get('conference-vote')
  return vote === undefined || countVote(context, vote).adopted
}
