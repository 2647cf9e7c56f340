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

  test('is valid without a deadline: it has one component at least', () => {
    const empty = calendarIcs([], '2021-02-01', 'As of 2021-02-01.')
    const components = new ICAL.Component(ICAL.parse(empty)).getAllSubcomponents()
    expect(components.map(({ name }) => name)).toEqual(['vtimezone'])
  })

  test.each(['é', '日本', '😀', 'a', 'é😀日a'])('folds at 75 bytes and inside no character: %s', (letters) => {
    const says = letters.repeat(200)
    const folded = calendarIcs([{ on: '2021-07-15', says, cite: '70(4)' }], '2021-02-01', says)
    for (const line of folded.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
    expect(folded).not.toContain('\ufffd')
    const [event] = new ICAL.Component(ICAL.parse(folded)).getAllSubcomponents('vevent')
    expect(event?.getFirstPropertyValue('summary')).toBe(`${says} (70(4))`)
  })

  test('knows an event again on another day, when its sentence and its day have changed', () => {
    const uids = (...events: { on: string; says: string; party?: string }[]) => {
      const due = events.map((event) => ({ cite: '70(4)', kind: 'last-day-to-object', proposal: 'x', ...event }))
      const component = new ICAL.Component(ICAL.parse(calendarIcs(due, '2021-02-01', '')))
      return component.getAllSubcomponents('vevent').map((event) => event.getFirstPropertyValue('uid'))
    }
    const [first] = uids({ on: '2021-07-15', says: '11 objections; 12 block it' })
    expect(uids({ on: '2021-07-16', says: '12 objections; it is blocked' })).toEqual([first])
    const two = uids({ on: '2021-07-15', says: 'a' }, { on: '2021-07-16', says: 'b' }, { on: '2021-07-16', says: 'b' })
    expect(two[0]).toBe(first)
    expect(new Set(two).size).toBe(3)
    expect(uids({ on: '2021-07-15', says: 'a', party: 'FRA' })).not.toEqual([first])
  })

  test('is the same when made anew, so that a calendar program knows its events again', () => {
    expect(calendarIcs(EVENTS, '2021-02-01', 'As of 2021-02-01.')).toBe(text)
  })
})
