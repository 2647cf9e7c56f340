import type { CalendarDay } from '../../treaty/index.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** Returns a day in words: `2021-01-15` is `15 January 2021`. */
export function dayInWords(day: CalendarDay): string {
  const [year, month, date] = day.split('-')
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? month} ${year}`
}

/** Returns a number with its noun: `1 objection`, `12 objections`. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}
