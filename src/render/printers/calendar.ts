import ICAL from 'ical.js'
import { fingerprintOf } from '../../treaty/index.ts'
import { safeForTerminal } from '../escape.ts'

/** A whole day in the calendar, without a time or a time zone. */
export interface CalendarEvent {
  /** `2021-07-15`. */
  on: string
  says: string
  cite: string
}

/**
 * Returns a calendar for any calendar program (RFC 5545), with one all-day event for each deadline.
 * @param asOf the day on which the deadlines were computed; RFC 5545 requires this stamp
 * @param about the description of the calendar: for whom, under which readings
 */
export function calendarIcs(events: readonly CalendarEvent[], asOf: string, about: string): string {
  const calendar = new ICAL.Component('vcalendar')
  calendar.updatePropertyWithValue('version', '2.0')
  calendar.updatePropertyWithValue('prodid', '-//treaty-annex//annex deadlines//EN')
  calendar.updatePropertyWithValue('calscale', 'GREGORIAN')
  calendar.updatePropertyWithValue('name', 'Annex deadlines')
  calendar.updatePropertyWithValue('description', safeForTerminal(about))
  for (const event of events) calendar.addSubcomponent(allDay(event, asOf))
  return `${calendar.toString()}\r\n`
}

// An event with the same day and sentence keeps its id when the calendar is generated again.
function allDay({ on, says, cite }: CalendarEvent, asOf: string): ICAL.Component {
  const event = new ICAL.Component('vevent')
  const first = ICAL.Time.fromDateString(on)
  const next = first.clone()
  next.adjust(1, 0, 0, 0)
  event.updatePropertyWithValue('uid', `${fingerprintOf({ on, says })}@annex.invalid`)
  event.updatePropertyWithValue('dtstamp', midnight(asOf))
  event.updatePropertyWithValue('dtstart', first)
  event.updatePropertyWithValue('dtend', next)
  event.updatePropertyWithValue('summary', safeForTerminal(`${says} (${cite})`))
  event.updatePropertyWithValue('transp', 'TRANSPARENT')
  return event
}

function midnight(day: string): ICAL.Time {
  const [year, month, date] = day.split('-').map(Number)
  return new ICAL.Time(
    { year, month, day: date, hour: 0, minute: 0, second: 0, isDate: false },
    ICAL.Timezone.utcTimezone,
  )
}
