import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { calendarIcs } from '../../../src/render/index.ts'

const LONG = 'Last day on which an objection to the addition of a convention with a very long name; counts, all of it'
const EVENTS = [
  { on: '2021-07-15', says: LONG, cite: '70(4)' },
  { on: '2024-02-29', says: 'Last of February', cite: '70(5)' },
]

describe('a calendar of deadlines', () => {
  const text = calendarIcs(EVENTS, '2021-02-01', 'As of 2021-02-01.')

  test('is read back as it was meant: whole days, without a time zone, the next day their end', () => {
    const events = new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents('vevent')
      .map((event) => new ICAL.Event(event))
    expect(
      events.map(({ startDate, endDate, summary }) => [startDate.toString(), endDate.toString(), summary]),
    ).toEqual([
      ['2021-07-15', '2021-07-16', `${LONG} (70(4))`],
      ['2024-02-29', '2024-03-01', 'Last of February (70(5))'],
    ])
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(2)
    expect(text).not.toContain('TZID')
  })

  test('keeps to RFC 5545: lines end with CR LF and hold at most 75 bytes, commas and semicolons are escaped', () => {
    const lines = text.split('\r\n')
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
    expect(text.replaceAll('\r\n ', '')).toContain('long name\\; counts\\, all')
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect(text).toContain('DTSTAMP:20210201T000000Z')
    expect(text).toContain('DTSTART;VALUE=DATE:20210715')
  })

  test('is the same when made anew, so that a calendar program knows its events again', () => {
    expect(calendarIcs(EVENTS, '2021-02-01', 'As of 2021-02-01.')).toBe(text)
  })
})
