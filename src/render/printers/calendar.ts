import ICAL from 'ical.js'
import { fingerprintOf } from '../../treaty/index.ts'
import { safeForTerminal } from '../escape.ts'

/** A whole day in the calendar, without a time or a time zone. */
export interface CalendarEvent {
  /** `2021-07-15`. */
  on: string
  says: string
  cite: string
  /** What falls due, of which proposal, for which Party: it stays the same when the sentence or the day changes. */
  kind?: string
  proposal?: string
  party?: string
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
  const uids = uidsOf(events)
  for (const [index, event] of events.entries()) calendar.addSubcomponent(allDay(event, uids[index] ?? '', asOf))
  // A calendar has one component at least. A time zone is one that is not shown.
  if (events.length === 0) calendar.addSubcomponent(timeZone())
  return `${folded(calendar.toString())}\r\n`
}

/** Returns an id for each event, by which a calendar program knows it again in a later calendar. */
function uidsOf(events: readonly CalendarEvent[]): string[] {
  const used = new Set<string>()
  return events.map((event) => {
    const { kind, proposal, party, on, says } = event
    const keys = [kind === undefined ? { on, says } : { kind, proposal, party }, { kind, proposal, party, on }, event]
    const uids = keys.map((key) => fingerprintOf(key))
    const uid = uids.find((each) => !used.has(each)) ?? `${uids[0]}-${used.size}`
    used.add(uid)
    return uid
  })
}

function timeZone(): ICAL.Component {
  const zone = new ICAL.Component('vtimezone')
  zone.updatePropertyWithValue('tzid', 'Etc/UTC')
  const standard = new ICAL.Component('standard')
  standard.updatePropertyWithValue('dtstart', ICAL.Time.fromDateTimeString('1970-01-01T00:00:00'))
  standard.updatePropertyWithValue('tzoffsetfrom', ICAL.UtcOffset.fromString('+00:00'))
  standard.updatePropertyWithValue('tzoffsetto', ICAL.UtcOffset.fromString('+00:00'))
  zone.addSubcomponent(standard)
  return zone
}

/** Bytes of a line, without its line end (RFC 5545, 3.1). */
const LONGEST_LINE = 75

/** Folds lines again: ical.js does not count the space before a continued line, and counts characters. */
function folded(text: string): string {
  return text
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map(foldedLine)
    .join('\r\n')
}

function foldedLine(line: string): string {
  const encoder = new TextEncoder()
  const lines = ['']
  let length = 0
  for (const character of line) {
    const size = encoder.encode(character).length
    if (length + size > LONGEST_LINE) {
      lines.push('')
      length = 1
    }
    lines[lines.length - 1] += character
    length += size
  }
  return lines.join('\r\n ')
}

function allDay({ on, says, cite }: CalendarEvent, uid: string, asOf: string): ICAL.Component {
  const event = new ICAL.Component('vevent')
  const first = ICAL.Time.fromDateString(on)
  const next = first.clone()
  next.adjust(1, 0, 0, 0)
  event.updatePropertyWithValue('uid', `${uid}@annex.invalid`)
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
