import {
  type CalendarDay,
  daysAfter,
  type FiledEvent,
  type Finding,
  laterOf,
  type Reason,
} from '../../../treaty/index.ts'
import { refuses } from '../../decide/finding.ts'
import { type Docket, latestOf, type Matter } from '../../decide/matter.ts'
import { type Effect, met } from '../../decide/verdict.ts'
import type { Membership } from '../../party/register.ts'
import type { Provision } from '../../provision.ts'
import { reads } from '../../readings/choice.ts'
import { inWords } from '../../wording.ts'
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
export function effectOnObjector(matter: Matter, membership: Membership, entry: CalendarDay, rejected: Reason): Effect {
  const acceptance = acceptanceOf(matter.docket, membership)
  if (acceptance === undefined) return { boundFrom: null, reasons: [rejected] }
  const accepted = effectOfAcceptance(acceptance, membership, entry)
  return { ...accepted, reasons: [rejected, ...accepted.reasons] }
}

/**
 * The same where silence has not brought the amendment into force, and the Conference has: paragraph 7 asks that it be in
 * force "in accordance with the provisions of this Article", whichever of them. Nothing for a Party whose objection does
 * not stand, or that has not accepted.
 */
export function effectOfAccepting(matter: Matter, membership: Membership, entry: CalendarDay): Effect {
  const acceptance = acceptanceOf(matter.docket, membership)
  if (acceptance === undefined || standingObjection(matter.docket, membership) === undefined) {
    return { boundFrom: null, reasons: [] }
  }
  return effectOfAcceptance(acceptance, membership, entry)
}

function effectOfAcceptance(acceptance: FiledEvent, { party }: Membership, entry: CalendarDay): Effect {
  const boundFrom = laterOf(daysAfter(acceptance.on, DAYS_AFTER_NOTICE), entry)
  const says = `${party.code} notified its acceptance on ${inWords(acceptance.on)}; the amendment enters into force for it on ${inWords(boundFrom)}, thirty days later and not before the amendment itself.`
  return { boundFrom, reasons: [{ cite: '70(7)', says, event: met(acceptance) }] }
}

/** Whether an acceptance has effect: it takes an objection that stands, and an amendment that is not stopped. */
export function admitAcceptance(event: FiledEvent, matter: Matter, membership: Membership): Finding[] {
  const { code } = membership.party
  if (standingObjection(matter.docket, membership) === undefined) {
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
  if (acceptanceOf(matter.docket, membership) !== undefined) {
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
  return refusedIfStopped(event, matter)
}

// What it accepts is the objection that stands: one made after an acceptance is not undone by it.
function acceptanceOf(docket: Docket, membership: Membership): FiledEvent | undefined {
  const latest = latestOf(docket, membership, 'objection', 'acceptance')
  return latest?.event === 'acceptance' ? latest : undefined
}

function refusedIfStopped(event: FiledEvent, matter: Matter): Finding[] {
  const sent = matter.docket.first.get('circulated')
  if (sent === undefined || event.on <= lastDayToObject(sent.on)) return []
  const { objections, ratifying } = tallyObjections({ ...matter, asOf: event.on }, sent)
  if (!isOneThird(objections, ratifying) || isOpenToTheConference(matter)) return []
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
function isOpenToTheConference(matter: Matter): boolean {
  const { choice, docket } = matter
  if (!reads(choice, 'conference-route', 'alternative') || !docket.first.has('submitted')) return false
  const vote = docket.first.get('conference-vote')
  return vote === undefined || countVote(matter, vote).adopted
}
