import type { FiledEvent, Finding, RulePage } from '../../../treaty/index.ts'
import type { LawContext } from '../../decide/docket.ts'
import { refuses } from '../../decide/finding.ts'
import { contradicts } from '../../decide/second-letter.ts'
import { dayInWords } from '../../decide/wording.ts'
import type { Membership } from '../../party/register.ts'
import { reads } from '../../readings/choice.ts'
import { admitAcceptance } from './accepting.ts'
import { lastDayToObject } from './paragraph-4-one-third-objects.ts'
import { entryAfter } from './paragraph-5-enters-into-force.ts'
import { isContractingOn, isInSixMonths, positionOf } from './position.ts'

export const OBJECTION_IN_TIME = {
  id: 'law/objection-in-time',
  level: 'error',
  title: 'An objection, or its withdrawal, is received within the period',
  why: 'The period is six months from the day the proposal was sent out (70(4)), or the time named for a correction. The last day is counted in full. What is received later is recorded, but it has no effect.',
} as const satisfies RulePage

export const OBJECTION_ONCE = {
  id: 'law/objection-once',
  level: 'warning',
  title: 'A Party objects once',
  why: 'Objections are counted by Party. A second objection of the same Party adds nothing.',
} as const satisfies RulePage

export const WITHDRAWAL_WITHOUT_OBJECTION = {
  id: 'law/withdrawal-without-objection',
  level: 'error',
  cite: '70(4)',
  title: 'A withdrawal follows an objection of the same Party',
  why: 'If there is no objection to withdraw, the Party or the day is wrong.',
} as const satisfies RulePage

export const WITHDRAWAL_IRREVOCABLE = {
  id: 'law/withdrawal-irrevocable',
  level: 'error',
  cite: '70(4)',
  title: 'The reading chosen allows an objection to be withdrawn',
  why: 'The Convention does not say whether an objection can be withdrawn. Under the reading objection-withdrawal=irrevocable it cannot: the Party can only accept under 70(7).',
} as const satisfies RulePage

export const KEEP_WITHOUT_EFFECT = 'If it was received, keep it and mark it `withoutEffect`: --force files it so.'

/** Checks an objection of a State Party (paragraph 4). */
export function admitObjection(event: FiledEvent, context: LawContext, membership: Membership): Finding[] {
  const standing = positionOf(context, membership).objection
  if (standing !== undefined) return [objectedBefore(event, standing)]
  return keepsOut(event, context) ? [] : withinSixMonths(event, context, 'objection')
}

function objectedBefore(event: FiledEvent, earlier: FiledEvent): Finding {
  return contradicts(OBJECTION_ONCE, event, earlier, `${earlier.party} has already objected`, '70(4)')
}

// Reading `late-objection`: before the amendment enters into force, a late objection may keep its Party out.
function keepsOut({ on }: FiledEvent, { docket, choice }: LawContext): boolean {
  const sent = docket.first.get('circulated')
  const isBeforeEntry = sent !== undefined && on < entryAfter(lastDayToObject(sent.on))
  return isBeforeEntry && reads(choice, 'late-objection', 'keeps-out-uncounted')
}

/**
 * Checks an objection of a contracting State for which the Convention is not yet in force (reading
 * `objection-of-a-signatory`); undefined if the objection is not one of these, or has no effect under the reading.
 */
export function admitObjectionOfASignatory(event: FiledEvent, context: LawContext): Finding[] | undefined {
  const { party, on } = event
  if (party === undefined || !isContractingOn(context.register, party, on)) return undefined
  if (!reads(context.choice, 'objection-of-a-signatory', 'from-becoming-party')) return undefined
  const earlier = context.docket.of.get(party)?.find((act) => act.event === 'objection' && isSameInstrument(act))
  return earlier === undefined ? withinSixMonths(event, context, 'objection') : [objectedBefore(event, earlier)]

  function isSameInstrument(act: FiledEvent): boolean {
    return isContractingOn(context.register, act.party ?? '', act.on)
  }
}

/** Checks a withdrawal of an objection (reading `objection-withdrawal`). */
export function admitWithdrawal(event: FiledEvent, context: LawContext, membership: Membership): Finding[] {
  const { code } = membership.party
  if (positionOf(context, membership).objection === undefined) {
    const message = `${code} has no objection to withdraw.`
    const hint = 'Check the Party and the day received. Record the objection before its withdrawal.'
    return [refuses(WITHDRAWAL_WITHOUT_OBJECTION, event, 'party', message, hint)]
  }
  if (reads(context.choice, 'objection-withdrawal', 'irrevocable')) {
    const message = `Under the reading objection-withdrawal=irrevocable ${code} cannot withdraw its objection.`
    const hint = 'When the Party notifies its acceptance, record it under 70(7).'
    return [refuses(WITHDRAWAL_IRREVOCABLE, event, 'event', message, hint)]
  }
  const late = !isInSixMonths(context, event.on)
  if (late && reads(context.choice, 'withdrawal-after-deadline', 'acceptance'))
    return admitAcceptance(event, context, membership)
  return withinSixMonths(event, context, 'withdrawal')
}

function withinSixMonths(event: FiledEvent, context: LawContext, what: 'objection' | 'withdrawal'): Finding[] {
  const sent = context.docket.first.get('circulated')
  if (sent === undefined || event.on <= lastDayToObject(sent.on)) return []
  const effect =
    what === 'objection'
      ? 'The Party is bound like a Party that did not object.'
      : 'It is not an acceptance; the Party may notify its acceptance under 70(7).'
  const message = `The ${what} received on ${dayInWords(event.on)} is too late: the last day was ${dayInWords(lastDayToObject(sent.on))}.`
  return [refuses(OBJECTION_IN_TIME, event, 'on', message, `${KEEP_WITHOUT_EFFECT} ${effect}`, '70(4)')]
}
