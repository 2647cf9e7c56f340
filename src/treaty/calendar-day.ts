import { Temporal } from 'temporal-polyfill'
import { AnnexError } from './annex-error.ts'
import type { CalendarDay } from './generated/files.ts'

// Calendar days are ISO 8601 dates (`2021-01-15`) without a time of day or a time zone. Two days compare as strings do.

/** The days that a record may hold, in words: to end a sentence with. */
export const RECORDED_DAYS = 'from 1900-01-01 to 2999-12-31'

/** A day after every recorded day: the last day whose year has four digits. */
export const LAST_DAY: CalendarDay = '9999-12-31'

/** Returns whether `text` is an existing calendar day: `2021-02-29` is not. */
export function isCalendarDay(text: string): text is CalendarDay {
  return isReal(text)
}

/** Returns whether `text` is a day that a record may hold: a day of the calendar from 1900-01-01 to 2999-12-31. */
export function isRecordableDay(text: string): text is CalendarDay {
  return text >= '1900-01-01' && text <= '2999-12-31' && isReal(text)
}

const isReal = cached((text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
})

/** Returns the day `days` days after `day`, which is not counted. @throws AnnexError `invalid` after the year 9999 */
export function daysAfter(day: CalendarDay, days: number): CalendarDay {
  return after(`${day} ${days} days`)
}

/**
 * Returns the same day of the month `months` calendar months after `day`, or the last day of that month if it is shorter
 * (31 August plus six months is the last day of February).
 * @throws AnnexError `invalid` after the year 9999
 */
export function monthsAfter(day: CalendarDay, months: number): CalendarDay {
  return after(`${day} ${months} months`)
}

/**
 * Returns the same day `years` calendar years after `day`; 29 February becomes 28 February in a common year.
 * @throws AnnexError `invalid` after the year 9999
 */
export function yearsAfter(day: CalendarDay, years: number): CalendarDay {
  return after(`${day} ${years} years`)
}

/** Returns the later of two days. */
export function laterOf(one: CalendarDay, other: CalendarDay): CalendarDay {
  return one > other ? one : other
}

/** Returns the earliest of the days that are not null, or null if all are. */
export function earliestOf(days: readonly (CalendarDay | null)[]): CalendarDay | null {
  return days.filter((day) => day !== null).sort(compareDays)[0] ?? null
}

/** Compares two days for sorting: negative if `one` is before `other`. */
export function compareDays(one: CalendarDay, other: CalendarDay): number {
  return one < other ? -1 : Number(one > other)
}

const after = cached((sum: string): CalendarDay => {
  const [day = '', number, unit = ''] = sum.split(' ')
  const later = Temporal.PlainDate.from(day).add({ [unit]: Number(number) })
  // A year of five digits is written with a sign, so as a string it would sort before all others.
  if (later.year <= 9999) return later.toString()
  throw new AnnexError('invalid', `${number} ${unit} after ${day} is after the year 9999`, 'check that day')
})

const CACHE_SIZE = 20_000

/**
 * Returns the same function with a cache: the law asks about few days very often, and each answer takes the calendar library some
 * microseconds.
 */
function cached<T>(compute: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    if (known.size >= CACHE_SIZE) known.clear()
    const value = compute(key)
    known.set(key, value)
    return value
  }
}
