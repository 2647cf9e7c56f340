import fc from 'fast-check'
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

describe('a calendar day', () => {
  it('is a day that the calendar has', () => {
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

  it('is of a year with four digits: a sum beyond them is refused, or it would stand before all others', () => {
    for (const after of [daysAfter, monthsAfter, yearsAfter]) {
      expect(() => after('9999-12-31', 1)).toThrow(expect.objectContaining({ code: 'invalid' }))
    }
    expect(daysAfter('9999-12-30', 1)).toBe('9999-12-31')
  })

  it('compares with another as text does', () => {
    fc.assert(fc.property(anyDay, anyDay, (one, other) => one < other === Date.parse(one) < Date.parse(other)))
  })
})
