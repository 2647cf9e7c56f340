import {
  type CalendarDay,
  daysAfter,
  type FiledEvent,
  type Finding,
  laterOf,
  type Reason,
} from '../../../treaty/index.ts'
import { type DecisionContext, type Docket, latestOf } from '../../decide/context.ts'
import { refuses } from '../../decide/finding.ts'
import { type Effect, referenceTo } from '../../decide/verdict.ts'
import { dayInWords } from '../../decide/wording.ts'
import type { Membership } from '../../party/register.ts'
import { reads } from '../../readings/choice.ts'
import type { Provision } from '../provision.ts'
import { isOneThird, lastDayToObject, standingObjection, tallyObjections } from './paragraph-4-one-third-objects.ts'
import { countVote } from './paragraph-6-conference-adopts.ts'

export const quote =
  '7. After an amendment has entered into force in accordance with the provisions of this Article, and any State Party has sent the Secretary-General a notification of its objection to the amendment, such an amendment shall enter into force for the respective State Party thirty days after the day it notifies the Secretary-General of the adoption of the amendment.'

export const paragraph7: Provision = {
  cite: '70(7)',
  cases: 'article-70/paragraph-7',
  quote,
  of: 'convention',
  readings: ['conference-route'],
}

const DAYS_AFTER_NOTICE = 30

/**
 * A Party that objected is bound thirty days after it notifies its acceptance, never before the amendment itself. The
 * text prints "adoption" where only the Party's own acceptance can be meant: a Party cannot notify what the Conference
 * does.
 */
export function effectOnObjector(
  context: DecisionContext,
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
 * The same where silence has not brought the amendment into force, and the Conference has: paragraph 7 asks that it be in
 * force "in accordance with the provisions of this Article", whichever of them. Nothing for a Party whose objection does
 * not stand, or that has not accepted.
 */
export function effectOfAcceptanceAlone(context: DecisionContext, membership: Membership, entry: CalendarDay): Effect {
  const acceptance = acceptanceOf(context.docket, membership)
  if (acceptance === undefined || standingObjection(context.docket, membership) === undefined) {
    return { boundFrom: null, reasons: [] }
  }
  return effectOfAcceptance(acceptance, membership, entry)
}

function effectOfAcceptance(acceptance: FiledEvent, { party }: Membership, entry: CalendarDay): Effect {
  const boundFrom = laterOf(daysAfter(acceptance.on, DAYS_AFTER_NOTICE), entry)
  const says = `${party.code} notified its acceptance on ${dayInWords(acceptance.on)}; the amendment enters into force for it on ${dayInWords(boundFrom)}, thirty days later and not before the amendment itself.`
  return { boundFrom, reasons: [{ cite: '70(7)', says, event: referenceTo(acceptance) }] }
}

/** Whether an acceptance has effect: it takes an objection that stands, and an amendment that is not stopped. */
export function admitAcceptance(event: FiledEvent, context: DecisionContext, membership: Membership): Finding[] {
  const { code } = membership.party
  if (standingObjection(context.docket, membership) === undefined) {
    return [
      refuses(
        event,
        'party',
        'acceptance-without-objection',
        '70(7)',
        `${code} has not objected, so that it has nothing to accept under 70(7).`,
        'File none: a Party that did not object is bound under 70(5) without any act of its own.',
      ),
    ]
  }
  if (acceptanceOf(context.docket, membership) !== undefined) {
    return [
      refuses(
        event,
        'party',
        'acceptance-once',
        '70(7)',
        `${code} has accepted already.`,
        'File none: one acceptance suffices.',
      ),
    ]
  }
  return refusedIfStopped(event, context)
}

// What it accepts is the objection that stands: one made after an acceptance is not undone by it.
function acceptanceOf(docket: Docket, membership: Membership): FiledEvent | undefined {
  const latest = latestOf(docket, membership, 'objection', 'acceptance')
  return latest?.event === 'acceptance' ? latest : undefined
}

function refusedIfStopped(event: FiledEvent, context: DecisionContext): Finding[] {
  const sent = context.docket.first.get('circulated')
  if (sent === undefined || event.on <= lastDayToObject(sent.on)) return []
  const { objections, ratifying } = tallyObjections({ ...context, asOf: event.on }, sent)
  if (!isOneThird(objections, ratifying) || isOpenToTheConference(context)) return []
  return [
    refuses(
      event,
      'on',
      'acceptance-of-a-stopped-amendment',
      '70(4)',
      `The amendment was stopped by ${objections} of ${ratifying} States Parties and does not enter into force.`,
      'Make a new proposal under 70(1): there is nothing to accept.',
    ),
  ]
}

// Where either route suffices, what silence has stopped the Conference may still adopt, unless it has rejected it.
function isOpenToTheConference(context: DecisionContext): boolean {
  const { choice, docket } = context
  if (!reads(choice, 'conference-route', 'alternative') || !docket.first.has('submitted')) return false
  const vote = docket.first.get('conference-vote')
  return vote === undefined || countVote(context, vote).adopted
}
