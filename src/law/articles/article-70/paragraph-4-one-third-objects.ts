import { type CalendarDay, type FiledEvent, monthsAfter, type Reason } from '../../../treaty/index.ts'
import { type DecisionContext, type Docket, latestOf } from '../../decide/context.ts'
import { referenceTo } from '../../decide/verdict.ts'
import { counted, dayInWords } from '../../decide/wording.ts'
import { type Membership, statesOn } from '../../party/register.ts'
import { reads, restingOn } from '../../readings/choice.ts'
import type { Provision } from '../provision.ts'

export const quote =
  '4. The Secretary-General shall send draft amendments proposed in accordance with paragraph 1 of this Article to the States Parties. If one third of the total number of the States Parties which have ratified this Convention notify the Secretary-General of their objections to the entry into force of the amendment within six months from the day the draft amendment is sent, such amendment shall not enter into force.'

export const paragraph4: Provision = {
  cite: '70(4)',
  cases: 'article-70/paragraph-4',
  quote,
  of: 'convention',
  readings: ['ratifying-parties', 'denominator-date', 'objection-withdrawal', 'conference-route'],
}

const MONTHS_TO_OBJECT = 6

/**
 * The last day on which an objection counts: six calendar months from the day the draft is sent. That day is not
 * counted; the last one counts whole.
 */
export function lastDayToObject(sent: CalendarDay): CalendarDay {
  return monthsAfter(sent, MONTHS_TO_OBJECT)
}

/** The objection of a Party that stands, if one does. */
export function standingObjection(docket: Docket, membership: Membership): FiledEvent | undefined {
  const latest = latestOf(docket, membership, 'objection', 'objection-withdrawn')
  return latest?.event === 'objection' ? latest : undefined
}

/** The States Parties counted, and those of them that object. */
export interface Tally {
  ratifying: number
  objections: number
  /** The smallest number of objections that is one third or more. */
  blocksAt: number
}

/** Counts on the day that reading `denominator-date` gives; while the period runs, as things stand on the day asked. */
export function tallyObjections(context: DecisionContext, sent: FiledEvent): Tally {
  const day = dayOfCount(context, sent)
  const ratifying = ratifyingStates(context, day)
  const objecting = ratifying.filter((membership) => standingObjection(context.docket, membership) !== undefined)
  return {
    ratifying: ratifying.length,
    objections: objecting.length,
    blocksAt: Math.ceil(ratifying.length / 3),
  }
}

/** Whether one third or more object: exactly one third is one third. */
export function isOneThird(objections: number, ratifying: number): boolean {
  return 3 * objections >= ratifying
}

function dayOfCount(context: DecisionContext, sent: FiledEvent): CalendarDay {
  if (reads(context.choice, 'denominator-date', 'circulation')) return sent.on
  const deadline = lastDayToObject(sent.on)
  return context.asOf < deadline ? context.asOf : deadline
}

/** How they were counted, step by step. */
export function whyTallied(
  context: DecisionContext,
  sent: FiledEvent,
  { ratifying, objections, blocksAt }: Tally,
): Reason[] {
  const day = dayOfCount(context, sent)
  const deadline = dayInWords(lastDayToObject(sent.on))
  return [
    restingOn(context.choice, 'conference-route', {
      cite: '70(4)',
      says: `The draft was sent to the States Parties on ${dayInWords(sent.on)}; objections count that are received on or before ${deadline}, six months from that day.`,
      event: referenceTo(sent),
    }),
    howManyRatified(context, '70(4)', ratifying, day),
    restingOn(context.choice, 'denominator-date', {
      cite: '70(4)',
      says: `They are counted on ${dayInWords(day)}, ${whichDay(context, day, sent)}.`,
    }),
    ...withdrawals(context),
    { cite: '70(4)', says: compared({ ratifying, objections, blocksAt }) },
  ]
}

function compared({ ratifying, objections, blocksAt }: Tally): string {
  if (ratifying === 0) return 'Of no States Parties that are counted there is no third.'
  const share = isOneThird(objections, ratifying) ? 'one third or more' : 'less than one third'
  return `${counted(objections, 'objection')} of ${ratifying}: ${share} (${blocksAt} or more stop it).`
}

function whichDay(context: DecisionContext, day: CalendarDay, sent: FiledEvent): string {
  if (reads(context.choice, 'denominator-date', 'circulation')) return 'the day the draft was sent'
  return day < lastDayToObject(sent.on) ? 'the day asked, as the period still runs' : 'the last day of the period'
}

function withdrawals(context: DecisionContext): Reason[] {
  const withdrawn = context.docket.withdrawals
  if (withdrawn === 0) return []
  const effect = reads(context.choice, 'objection-withdrawal', 'irrevocable')
    ? 'an objection once notified stands'
    : 'one received within the period undoes the objection'
  return [
    restingOn(context.choice, 'objection-withdrawal', {
      cite: '70(4)',
      says: `${counted(withdrawn, 'withdrawal')} of objections received: ${effect}.`,
    }),
  ]
}

/** "The States Parties which have ratified this Convention" on a day (paragraphs 4 to 6; reading `ratifying-parties`). */
export function ratifyingStates(context: DecisionContext, day: CalendarDay): Membership[] {
  const states = statesOn(context.register, day)
  if (!reads(context.choice, 'ratifying-parties', 'ratification-only')) return states
  return states.filter((membership) => membership.party.instrument === 'ratification')
}

/** How many they are, as a step of reasoning under the paragraph cited. */
export function howManyRatified(context: DecisionContext, cite: string, number: number, day: CalendarDay): Reason {
  const whose = reads(context.choice, 'ratifying-parties', 'ratification-only')
    ? 'by an instrument that is a ratification'
    : 'whichever instrument they deposited'
  return restingOn(context.choice, 'ratifying-parties', {
    cite,
    says: `${counted(number, 'State Party', 'States Parties')} had ratified the Convention on ${dayInWords(day)}, ${whose}.`,
  })
}
