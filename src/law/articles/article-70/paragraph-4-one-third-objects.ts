import { type CalendarDay, type FiledEvent, monthsAfter, type Reason } from '../../../treaty/index.ts'
import { type Docket, type LawContext, latestOf } from '../../decide/docket.ts'
import { referenceTo } from '../../decide/verdict.ts'
import { counted, dayInWords } from '../../decide/wording.ts'
import { type Membership, statesOn } from '../../party/register.ts'
import { reads, restingOn } from '../../readings/choice.ts'
import { provision } from '../provision.ts'

export const quote =
  '4. The Secretary-General shall send draft amendments proposed in accordance with paragraph 1 of this Article to the States Parties. If one third of the total number of the States Parties which have ratified this Convention notify the Secretary-General of their objections to the entry into force of the amendment within six months from the day the draft amendment is sent, such amendment shall not enter into force.'

export const paragraph4 = provision('70(4)', quote, [
  'ratifying-parties',
  'denominator-date',
  'objection-withdrawal',
  'conference-route',
])

const MONTHS_TO_OBJECT = 6

/**
 * Returns the last day on which an objection counts: six calendar months after the day the draft is sent. The day of
 * sending is not counted; the last day is counted in full.
 */
export function lastDayToObject(sent: CalendarDay): CalendarDay {
  return monthsAfter(sent, MONTHS_TO_OBJECT)
}

/** Returns the objection of a Party, if it has objected and not withdrawn. */
export function standingObjection(docket: Docket, membership: Membership): FiledEvent | undefined {
  const latest = latestOf(docket, membership, 'objection', 'objection-withdrawn')
  return latest?.event === 'objection' ? latest : undefined
}

/** Returns "the States Parties which have ratified" on a day (paragraphs 4 to 6; reading `ratifying-parties`). */
export function ratifyingStates(context: LawContext, day: CalendarDay): Membership[] {
  const states = statesOn(context.register, day)
  if (!reads(context.choice, 'ratifying-parties', 'ratification-only')) return states
  return states.filter((membership) => membership.party.instrument === 'ratification')
}

/** Returns their number as a step of reasoning under the paragraph cited. */
export function howManyRatified(context: LawContext, cite: string, number: number, day: CalendarDay): Reason {
  const there = `There ${number === 1 ? 'was' : 'were'}`
  const states = counted(number, 'State Party', 'States Parties')
  const says = reads(context.choice, 'ratifying-parties', 'ratification-only')
    ? `${there} ${states} with a ratification on ${dayInWords(day)}; other instruments do not count.`
    : `${there} ${states} on ${dayInWords(day)}; all count as having ratified.`
  return restingOn(context.choice, 'ratifying-parties', { cite, says })
}

/** The number of States Parties counted, and the number of those that object. */
export interface Tally {
  ratifying: number
  objections: number
  /** The smallest number of objections that is one third or more. */
  blocksAt: number
}

/** Counts on the day of reading `denominator-date`, or on the day asked about while the period has not ended. */
export function tallyObjections(context: LawContext, sent: FiledEvent): Tally {
  const ratifying = ratifyingStates(context, dayOfCount(context, sent))
  const objecting = ratifying.filter((membership) => standingObjection(context.docket, membership) !== undefined)
  return {
    ratifying: ratifying.length,
    objections: objecting.length,
    blocksAt: Math.ceil(ratifying.length / 3),
  }
}

/** Returns whether one third or more object. Exactly one third is enough. */
export function isOneThird(objections: number, ratifying: number): boolean {
  return 3 * objections >= ratifying
}

function dayOfCount(context: LawContext, sent: FiledEvent): CalendarDay {
  if (reads(context.choice, 'denominator-date', 'circulation')) return sent.on
  const deadline = lastDayToObject(sent.on)
  return context.asOf < deadline ? context.asOf : deadline
}

/** Returns the steps of the count. */
export function whyTallied(context: LawContext, sent: FiledEvent, tally: Tally): Reason[] {
  const day = dayOfCount(context, sent)
  const deadline = dayInWords(lastDayToObject(sent.on))
  return [
    restingOn(context.choice, 'conference-route', {
      cite: '70(4)',
      says: `The draft was sent to the States Parties on ${dayInWords(sent.on)}. Objections received on or before ${deadline}, six months from that day, count.`,
      event: referenceTo(sent),
    }),
    howManyRatified(context, '70(4)', tally.ratifying, day),
    restingOn(context.choice, 'denominator-date', {
      cite: '70(4)',
      says: `They are counted on ${dayInWords(day)}, ${whichDay(context, day, sent)}.`,
    }),
    ...withdrawals(context),
    { cite: '70(4)', says: compared(tally) },
  ]
}

function compared({ ratifying, objections, blocksAt }: Tally): string {
  if (ratifying === 0) return 'No State Party is counted, so the one-third test cannot be met.'
  const share = isOneThird(objections, ratifying) ? 'one third or more' : 'less than one third'
  return `${counted(objections, 'objection')} out of ${ratifying}: ${share} (${blocksAt} or more stop the amendment).`
}

function whichDay(context: LawContext, day: CalendarDay, sent: FiledEvent): string {
  if (reads(context.choice, 'denominator-date', 'circulation')) return 'the day the draft was sent'
  return day < lastDayToObject(sent.on)
    ? 'the day asked about, because the period has not ended'
    : 'the last day of the period'
}

function withdrawals(context: LawContext): Reason[] {
  const withdrawn = context.docket.withdrawals
  if (withdrawn === 0) return []
  const effect = reads(context.choice, 'objection-withdrawal', 'irrevocable')
    ? 'Under the reading chosen, an objection cannot be withdrawn.'
    : 'A withdrawal received within the period cancels the objection.'
  const says = `Withdrawals of objections received: ${withdrawn}. ${effect}`
  return [restingOn(context.choice, 'objection-withdrawal', { cite: '70(4)', says })]
}
