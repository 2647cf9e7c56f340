import { expect, it } from 'vitest'
import type { CalendarDay, Party } from '../../src/treaty/index.ts'
import { partiesInOrder } from '../../src/workflows/index.ts'

const STATES = Array.from(
  { length: 30 },
  (_, index): Party => ({ code: `S${index + 10}`, instrument: 'ratification', deposited: '2017-03-01' }),
)
const LEAVING: Party = {
  code: 'FRA',
  instrument: 'ratification',
  deposited: '2017-03-01',
  denounced: '2020-01-01',
  declarations: [{ treaty: 'hague-1970', on: '2019-01-01', ground: 'ceased', enteredIntoForce: '2019-06-01' }],
}
const BACK: Party = { code: 'FRA', instrument: 'accession', deposited: '2023-03-01' }
const UNION: Party = {
  code: 'EUU',
  instrument: 'approval',
  deposited: '2018-03-01',
  organization: { members: ['FRA'] },
}

function listed(asOf: CalendarDay) {
  const parties = partiesInOrder({ parties: [BACK, ...STATES, UNION, LEAVING] }, asOf)
  return parties.filter(({ code }) => !code.startsWith('S'))
}

it('lists the records known on the day, without later ones', () => {
  expect(listed('2017-03-01')).toEqual([
    { ...LEAVING, denounced: undefined, declarations: [], inForce: '2017-05-30', isParty: false },
  ])
  expect(listed('2019-05-31')).toMatchObject([
    { code: 'EUU', isParty: true },
    { code: 'FRA', isParty: true, declarations: [{ treaty: 'hague-1970' }] },
  ])
  expect(listed('2019-12-31')[1]).not.toHaveProperty('denounced')
  expect(listed('2020-01-01')[1]).toMatchObject({ denounced: '2020-01-01', isParty: true })
})

it('marks the instrument by which a State is a Party', () => {
  const parties = (asOf: CalendarDay) => listed(asOf).map(({ code, isParty }) => `${code} ${isParty}`)
  expect(parties('2020-12-31')).toEqual(['EUU true', 'FRA true'])
  expect(parties('2021-01-01')).toEqual(['EUU false', 'FRA false'])
  expect(parties('2023-03-31')).toEqual(['EUU false', 'FRA false', 'FRA true'])
})

it('does not know when the Convention enters into force before the thirtieth instrument', () => {
  const parties = [...STATES.slice(1), { code: 'LAST', instrument: 'accession' as const, deposited: '2017-06-01' }]
  expect(partiesInOrder({ parties }, '2017-05-31').every(({ inForce }) => inForce === null)).toBe(true)
  expect(partiesInOrder({ parties }, '2017-06-01').every(({ inForce }) => inForce === '2017-08-30')).toBe(true)
})
