import { Temporal } from 'temporal-polyfill'
import type { Commit } from '../../git/index.ts'
import { AnnexError, type CalendarDay, compareDays } from '../../treaty/index.ts'
import { recordedTimeUtc } from './recorded-time.ts'

/**
 * Returns today in UTC. What is recorded as decided, and what is verified, is compared with this day: no variable of the environment
 * moves it, neither `TZ` nor git's dates.
 */
export function todayInUtc(): CalendarDay {
  return Temporal.Now.plainDateISO('UTC').toString()
}

/**
 * Refuses a day after today for an act that records what the law has decided: facts may still be received before that day.
 * @param act what is done on that day, as in `adopt it`
 * @throws AnnexError not-allowed when the day has not come
 */
export function refuseDayToCome(day: CalendarDay, act: string, today: CalendarDay): void {
  if (compareDays(day, today) <= 0) return
  const remedy = `${act} on that day or later; without --as-of it is done as of today`
  throw new AnnexError('not-allowed', `${day} has not come: today is ${today} (UTC)`, remedy)
}

/**
 * Returns how to say that a day named in a commit had not come when the commit was made, or has not come today; null if it had. The
 * clock of another time zone may be one day ahead.
 */
export function hadNotCome(day: CalendarDay, { committer }: Commit, today: CalendarDay): string | null {
  if (compareDays(day, today) > 0) return `${day}, which has not come (today is ${today})`
  const committed = recordedTimeUtc(committer.timestamp).slice(0, 10)
  return compareDays(committed, day) < 0 && committed !== dayBefore(day)
    ? `${day}, which had not come when it was committed, on ${committed}`
    : null
}

function dayBefore(day: CalendarDay): CalendarDay {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()
}
