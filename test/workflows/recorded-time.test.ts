import { expect, it } from 'vitest'
import { recordedTime, recordedTimeUtc } from '../../src/workflows/record/recorded-time.ts'

it.each([
  [1_900_000_000, 0, '2030-03-17T17:46:40+00:00'],
  [1_900_000_000, 330, '2030-03-17T23:16:40+05:30'],
  [1_900_000_000, -90, '2030-03-17T16:16:40-01:30'],
  [-1, 0, '1969-12-31T23:59:59+00:00'],
  // What git lets through, and no calendar with four digits of a year holds.
  [253_402_300_799, 0, '9999-12-31T23:59:59+00:00'],
  [253_402_300_800, 0, '9999-12-31T23:59:59+00:00'],
  [253_402_300_799, 60, '9999-12-31T23:59:59+01:00'],
  [999_999_999_999_999, 0, '9999-12-31T23:59:59+00:00'],
  [-999_999_999_999_999, 0, '0000-01-01T00:00:00+00:00'],
  [1_900_000_000, -6039, '2030-03-17T17:46:40+00:00'],
])('%i seconds, %i minutes east, were %s', (timestamp, offset, said) => {
  expect(recordedTime(timestamp, offset)).toBe(said)
})

it('is also written in UTC', () => {
  expect(recordedTimeUtc(1_900_000_000)).toBe('2030-03-17T17:46:40Z')
  expect(recordedTimeUtc(999_999_999_999_999)).toBe('9999-12-31T23:59:59Z')
})
