import { Temporal } from 'temporal-polyfill'
import { AnnexError } from './annex-error.ts'
import type { CalendarDay } from './generated/files.ts'

/**
 * Calendar days, ISO 8601 (`2031-01-15`), on the calendar of the date sent. No time of day and no time zone ever
 * enters. Two days compare as strings do.
 */

/** After all that is on any record: days are written with four digits for the year. */
export const LAST_DAY: CalendarDay = '9999-12-31'

/** Whether `text` is a real calendar day: `2031-02-29` is not. */
export function isCalendarDay(text: string): text is CalendarDay {
  return isReal(text)
}

const isReal = remembered((text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
})

/** The day `days` days after `day`; the day itself is not counted. @throws AnnexError invalid after the year 9999 */
export function daysAfter(day: CalendarDay, days: number): CalendarDay {
  return after(`${day} ${days} days`)
}

/**
 * The same day of the month `months` calendar months after `day`, or that month's last day where it has no such day
 * (31 August and six months: the last day of February).
 * @throws AnnexError invalid after the year 9999
 */
export function monthsAfter(day: CalendarDay, months: number): CalendarDay {
  return after(`${day} ${months} months`)
}

/**
 * The same day `years` calendar years after `day`; 29 February gives 28 February in a common year.
 * @throws AnnexError invalid after the year 9999
 */
export function yearsAfter(day: CalendarDay, years: number): CalendarDay {
  return after(`${day} ${years} years`)
}

/** The later of two days. */
export function laterOf(one: CalendarDay, other: CalendarDay): CalendarDay {
  return one > other ? one : other
}

/** The earliest of the days that are known; null where none is. */
export function earliestOf(days: readonly (CalendarDay | null)[]): CalendarDay | null {
  return days.filter((day) => day !== null).sort(compareDays)[0] ?? null
}

/** Whether a day is before (negative) or after (positive) another: what a sort asks. */
export function compareDays(one: CalendarDay, other: CalendarDay): number {
  return one < other ? -1 : Number(one > other)
}

const after = remembered((sum: string): CalendarDay => {
  const [day = '', number, unit = ''] = sum.split(' ')
  const later = Temporal.PlainDate.from(day).add({ [unit]: Number(number) })
  // A year of five digits is written with a sign, and would stand before all others.
  if (later.year <= 9999) return later.toString()
  throw new AnnexError('invalid', `${number} ${unit} after ${day} is later than the year 9999`, 'look at that day')
})

const REMEMBERED_AT_MOST = 20_000

/**
 * The same function, which answers a question asked before from memory: the law asks for few days very often, and each
 * answer takes the calendar library some microseconds.
 */
function remembered<T>(answer: (question: string) => T): (question: string) => T {
  const known = new Map<string, T>()
  return (question) => {
    const before = known.get(question)
    if (before !== undefined) return before
    if (known.size >= REMEMBERED_AT_MOST) known.clear()
    const found = answer(question)
    known.set(question, found)
    return found
  }
}
