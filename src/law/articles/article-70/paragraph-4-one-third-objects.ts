import { type CalendarDay, monthsAfter } from '../../../treaty/index.ts'
import { provision } from '../provision.ts'

export const quote =
  '4. The Secretary-General shall send draft amendments proposed in accordance with paragraph 1 of this Article to the States Parties. If one third of the total number of the States Parties which have ratified this Convention notify the Secretary-General of their objections to the entry into force of the amendment within six months from the day the draft amendment is sent, such amendment shall not enter into force.'

export const paragraph4 = provision('70(4)', quote, [
  'ratifying-parties',
  'denominator-date',
  'objection-withdrawal',
  'objection-of-a-signatory',
  'early-acceptance',
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

/** Returns whether one third or more object. Exactly one third is enough. */
export function isOneThird(objections: number, ratifying: number): boolean {
  return 3 * objections >= ratifying
}
