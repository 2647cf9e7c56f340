import { Temporal } from 'temporal-polyfill'
import type { CalendarDay } from '../../treaty/index.ts'

/** Today on this machine's calendar. The one place that asks what day it is. */
export function today(): CalendarDay {
  return Temporal.Now.plainDateISO().toString()
}
