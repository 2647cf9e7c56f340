import { type CalendarDay, type FiledEvent, monthsAfter, type Reason } from '../../../treaty/index.ts'
import { type Docket, latestOf, type Matter } from '../../decide/matter.ts'
import { met } from '../../decide/verdict.ts'
import type { Membership } from '../../party/register.ts'
import type { Provision } from '../../provision.ts'
import { reads, restingOn } from '../../readings/choice.ts'
import { counted, inWords } from '../../wording.ts'
import { howManyRatified, ratifyingStates } from './ratifying-states.ts'

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
export function tallyObjections(matter: Matter, sent: FiledEvent): Tally {
  const day = dayOfCount(matter, sent)
  const ratifying = ratifyingStates(matter, day)
  const objecting = ratifying.filter((membership) => standingObjection(matter.docket, membership) !== undefined)
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

function dayOfCount(matter: Matter, sent: FiledEvent): CalendarDay {
  if (reads(matter.choice, 'denominator-date', 'circulation')) return sent.on
  const deadline = lastDayToObject(sent.on)
  return matter.asOf < deadline ? matter.asOf : deadline
}

/** How they were counted, step by step. */
export function whyTallied(matter: Matter, sent: FiledEvent, { ratifying, objections, blocksAt }: Tally): Reason[] {
  const day = dayOfCount(matter, sent)
  const deadline = inWords(lastDayToObject(sent.on))
  return [
    restingOn(matter.choice, 'conference-route', {
      cite: '70(4)',
      says: `The draft was sent to the States Parties on ${inWords(sent.on)}; objections count that are received on or before ${deadline}, six months from that day.`,
      event: met(sent),
    }),
    howManyRatified(matter, '70(4)', ratifying, day),
    restingOn(matter.choice, 'denominator-date', {
      cite: '70(4)',
      says: `They are counted on ${inWords(day)}, ${whichDay(matter, day, sent)}.`,
    }),
    ...withdrawals(matter),
    { cite: '70(4)', says: compared({ ratifying, objections, blocksAt }) },
  ]
}

function compared({ ratifying, objections, blocksAt }: Tally): string {
  if (ratifying === 0) return 'Of no States Parties that are counted there is no third.'
  const share = isOneThird(objections, ratifying) ? 'one third or more' : 'less than one third'
  return `${counted(objections, 'objection')} of ${ratifying}: ${share} (${blocksAt} or more stop it).`
}

function whichDay(matter: Matter, day: CalendarDay, sent: FiledEvent): string {
  if (reads(matter.choice, 'denominator-date', 'circulation')) return 'the day the draft was sent'
  return day < lastDayToObject(sent.on) ? 'the day asked, as the period still runs' : 'the last day of the period'
}

function withdrawals(matter: Matter): Reason[] {
  const withdrawn = matter.docket.withdrawals
  if (withdrawn === 0) return []
  const effect = reads(matter.choice, 'objection-withdrawal', 'irrevocable')
    ? 'an objection once notified stands'
    : 'one received within the period undoes the objection'
  return [
    restingOn(matter.choice, 'objection-withdrawal', {
      cite: '70(4)',
      says: `${counted(withdrawn, 'withdrawal')} of objections received: ${effect}.`,
    }),
  ]
}
