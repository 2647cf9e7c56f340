import { type CalendarDay, daysAfter, type FiledEvent, laterOf, type Reason } from '../../../treaty/index.ts'
import { type LawContext, refusedBy } from '../../decide/docket.ts'
import { type Effect, referenceTo } from '../../decide/verdict.ts'
import { dayInWords } from '../../decide/wording.ts'
import type { Membership } from '../../party/register.ts'
import { restingOn } from '../../readings/choice.ts'
import { provision } from '../provision.ts'
import { positionOf } from './position.ts'

export const quote =
  '7. After an amendment has entered into force in accordance with the provisions of this Article, and any State Party has sent the Secretary-General a notification of its objection to the amendment, such an amendment shall enter into force for the respective State Party thirty days after the day it notifies the Secretary-General of the adoption of the amendment.'

export const paragraph7 = provision('70(7)', quote, [
  'conference-route',
  'early-acceptance',
  'withdrawal-after-deadline',
])

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
  const { acceptance } = positionOf(context, membership)
  const reasons = [rejected, ...vainActs(context, membership)]
  if (acceptance === undefined) return { boundFrom: null, reasons }
  const accepted = effectOfAcceptance(context, acceptance, membership, entry)
  return { ...accepted, reasons: [...reasons, ...accepted.reasons] }
}

/**
 * Returns the effect of an acceptance if the Conference, not silence, has brought the amendment into force: paragraph 7
 * requires only that it be in force "in accordance with the provisions of this Article". The Party is not bound if it has
 * not objected or not accepted.
 */
export function effectOfAcceptanceAlone(context: LawContext, membership: Membership, entry: CalendarDay): Effect {
  const { objection, acceptance } = positionOf(context, membership)
  const reasons = objection === undefined ? [] : vainActs(context, membership)
  if (acceptance === undefined || objection === undefined) return { boundFrom: null, reasons }
  const accepted = effectOfAcceptance(context, acceptance, membership, entry)
  return { ...accepted, reasons: [...reasons, ...accepted.reasons] }
}

function effectOfAcceptance(
  context: LawContext,
  acceptance: FiledEvent,
  { party: { code } }: Membership,
  entry: CalendarDay,
): Effect {
  const boundFrom = laterOf(daysAfter(acceptance.on, DAYS_AFTER_NOTICE), entry)
  const isWithdrawal = acceptance.event === 'objection-withdrawn'
  const did = isWithdrawal
    ? `${code} withdrew its objection on ${dayInWords(acceptance.on)}, after the last day. Under the reading chosen, this is an acceptance.`
    : `${code} notified its acceptance on ${dayInWords(acceptance.on)}.`
  const says = `${did} The amendment enters into force for it on ${dayInWords(boundFrom)}: thirty days later, and not before the amendment itself enters into force.`
  const reason = { cite: '70(7)', says, event: referenceTo(acceptance) }
  const reasons = [isWithdrawal ? restingOn(context.choice, 'withdrawal-after-deadline', reason) : reason]
  return { boundFrom, reasons: [...reasons, ...beforeEntry(context, acceptance, entry)] }
}

function beforeEntry({ choice }: LawContext, { on }: FiledEvent, entry: CalendarDay): Reason[] {
  if (on >= entry) return []
  const says = 'It did so before the amendment entered into force. Under the reading chosen, this has effect.'
  return [restingOn(choice, 'early-acceptance', { cite: '70(7)', says })]
}

// What a Party that objected did later, and that would let it in under another reading.
function vainActs({ docket, choice }: LawContext, { party: { code }, from }: Membership): Reason[] {
  const isOwn = ({ party, on }: FiledEvent) => party === code && on >= from
  const early = refusedBy(docket, 'law/acceptance-before-entry', 'acceptance').filter(isOwn)
  const earlyWithdrawn = refusedBy(docket, 'law/acceptance-before-entry', 'objection-withdrawn').filter(isOwn)
  const late = refusedBy(docket, 'law/objection-in-time', 'objection-withdrawn').filter(isOwn)
  return [
    ...[...early, ...earlyWithdrawn].slice(0, 1).map((event) =>
      restingOn(choice, 'early-acceptance', {
        cite: '70(7)',
        says: `The acceptance of ${code} was received on ${dayInWords(event.on)}, before the amendment entered into force. Under the reading chosen, it has no effect.`,
        event: referenceTo(event),
      }),
    ),
    ...late.slice(0, 1).map((event) =>
      restingOn(choice, 'withdrawal-after-deadline', {
        cite: '70(7)',
        says: `${code} withdrew its objection on ${dayInWords(event.on)}, after the last day. Under the reading chosen, this has no effect.`,
        event: referenceTo(event),
      }),
    ),
  ]
}
