import { Temporal } from 'temporal-polyfill'
import type { CalendarDay } from './files.ts'

/**
 * Calendar days, ISO 8601 (`2031-01-15`), on the calendar of the date sent. No time of day and no time zone ever
 * enters. Two days compare as strings do.
 */

/** Whether `text` is a real calendar day: `2031-02-29` is not. */
export function isCalendarDay(text: string): text is CalendarDay {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
}

/** The day `days` days after `day`; the day itself is not counted. */
export function daysAfter(day: CalendarDay, days: number): CalendarDay {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/**
 * The same day of the month `months` calendar months after `day`, or that month's last day where it has no such day
 * (31 August and six months: the last day of February).
 */
export function monthsAfter(day: CalendarDay, months: number): CalendarDay {
  return Temporal.PlainDate.from(day).add({ months }).toString()
}

/** The same day `years` calendar years after `day`; 29 February gives 28 February in a common year. */
export function yearsAfter(day: CalendarDay, years: number): CalendarDay {
  return Temporal.PlainDate.from(day).add({ years }).toString()
}

/** The later of two days. */
export function laterOf(one: CalendarDay, other: CalendarDay): CalendarDay {
  return one > other ? one : other
}
