import fc from 'fast-check'
import { Temporal as Plain } from 'temporal-polyfill/implementation'
import { describe, expect, it } from 'vitest'
import { daysAfter, isCalendarDay, monthsAfter, yearsAfter } from '../../src/treaty/index.ts'

const anyDay = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('six months', () => {
  it('end on the same day of the month', () => expect(monthsAfter('2031-01-15', 6)).toBe('2031-07-15'))
  it('from 31 August end on the last day of February', () => {
    expect(monthsAfter('2030-08-31', 6)).toBe('2031-02-28')
    expect(monthsAfter('2031-08-31', 6)).toBe('2032-02-29')
  })
})

describe('days and years', () => {
  it('thirty days after 15 July is 14 August', () => expect(daysAfter('2031-07-15', 30)).toBe('2031-08-14'))
  it('a year after 29 February is 28 February', () => expect(yearsAfter('2028-02-29', 1)).toBe('2029-02-28'))
  it('count every day once', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 400 }), (day, days) => {
        const elapsed = (Date.parse(daysAfter(day, days)) - Date.parse(day)) / 86_400_000
        expect(elapsed).toBe(days)
      }),
    )
  })
})

// Node 26 has a Temporal of its own, and the library takes that one; here the two are held against each other.
describe('with the built-in Temporal or the polyfill', () => {
  it('the days are the same', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 5000 }), (day, number) => {
        const plain = Plain.PlainDate.from(day)
        expect(daysAfter(day, number)).toBe(plain.add({ days: number }).toString())
        expect(monthsAfter(day, number)).toBe(plain.add({ months: number }).toString())
        expect(yearsAfter(day, number % 500)).toBe(plain.add({ years: number % 500 }).toString())
      }),
    )
  })
  it('the same days exist', () => {
    const parts = fc.tuple(
      fc.integer({ min: 1, max: 9999 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
    )
    fc.assert(
      fc.property(parts, ([year, month, day]) => {
        const written = [
          String(year).padStart(4, '0'),
          ...[month, day].map((part) => String(part).padStart(2, '0')),
        ].join('-')
        expect(isCalendarDay(written)).toBe(isReal({ year, month, day }))
      }),
    )
  })
})

function isReal(fields: { year: number; month: number; day: number }): boolean {
  try {
    return Plain.PlainDate.from(fields, { overflow: 'reject' }) !== undefined
  } catch {
    return false
  }
}

describe('a calendar day', () => {
  it('is a day that exists in the calendar', () => {
    expect(isCalendarDay('2032-02-29')).toBe(true)
    for (const not of [
      '2031-02-29',
      '2031-13-01',
      '2031-1-1',
      '2031-01-15T00:00',
      '2031-01-15\n',
      '',
      '+02031-01-15',
    ]) {
      expect(isCalendarDay(not), not).toBe(false)
    }
  })

  it('has a year of four digits: a later sum is refused, because it would sort before all others', () => {
    for (const after of [daysAfter, monthsAfter, yearsAfter]) {
      expect(() => after('9999-12-31', 1)).toThrow(expect.objectContaining({ code: 'invalid' }))
    }
    expect(daysAfter('9999-12-30', 1)).toBe('9999-12-31')
  })

  it('compares as text does', () => {
    fc.assert(fc.property(anyDay, anyDay, (one, other) => one < other === Date.parse(one) < Date.parse(other)))
  })
})
