import ICAL from 'ical.js'
import { fingerprintOf } from '../../treaty/index.ts'
import { safeForTerminal } from '../escape.ts'

/** A day for the calendar: all of it, without a time or a time zone. */
export interface CalendarEvent {
  /** `2031-07-15`. */
  on: string
  says: string
  cite: string
}

/**
 * A calendar that any calendar program opens (RFC 5545): one event a day, all day long.
 * @param asOf the day on which these days were computed: the stamp, which RFC 5545 asks for
 * @param about what people read of the whole: for whom, on which readings
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

// The same day and sentence is the same event when the calendar is made anew.
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
