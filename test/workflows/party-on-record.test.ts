import { expect, it } from 'vitest'
import type { Party } from '../../src/treaty/index.ts'
import { recordsOfTheDay } from '../../src/workflows/parties/party-on-record.ts'

const FIRST: Party = { code: 'ZAF', instrument: 'ratification', deposited: '2017-11-22', denounced: '2019-05-05' }
const BACK: Party = { code: 'ZAF', instrument: 'accession', deposited: '2020-05-05' }
const OTHER: Party = { code: 'FRA', instrument: 'ratification', deposited: '2017-03-01' }

it.each([
  ['2017-11-22', 'the day of its deposit'],
  ['2018-01-01', 'a day on which it is in effect'],
  ['2020-05-04', 'the year after its denunciation was received'],
])('an act of %s belongs to the first instrument: %s', (day) => {
  for (const parties of [
    [FIRST, OTHER, BACK],
    [BACK, FIRST],
  ])
    expect(recordsOfTheDay(parties, 'ZAF', day)[0]).toBe(FIRST)
})

it.each(['2020-05-05', '2020-05-06', '2040-01-01'])('an act of %s belongs to the one it came back with', (day) => {
  expect(recordsOfTheDay([FIRST, OTHER, BACK], 'ZAF', day)).toEqual([BACK, FIRST])
})

it('an act of a day without an instrument in effect belongs to the latest one before, or else to the next', () => {
  const left = { ...BACK, denounced: '2021-05-05' }
  expect(recordsOfTheDay([FIRST, left], 'ZAF', '2040-01-01')[0]).toBe(left)
  expect(recordsOfTheDay([{ ...FIRST, denounced: '2018-01-01' }, BACK], 'ZAF', '2019-06-01')[0]).toMatchObject({
    deposited: '2017-11-22',
  })
  expect(recordsOfTheDay([BACK], 'ZAF', '2010-01-01')).toEqual([BACK])
  expect(recordsOfTheDay([FIRST], 'FRA', '2020-01-01')).toEqual([])
})
