import { expect, it } from 'vitest'
import { isPartyOn, statesPartiesOn } from '../../src/law/index.ts'
import type { Party } from '../../src/treaty/index.ts'
import { situationOf } from './case-file.ts'

it('the States Parties of a day are told with what is known of them on it', () => {
  const leaves: Party = { code: 'FRA', instrument: 'ratification', deposited: '2027-03-01', denounced: '2030-01-01' }
  const { parties } = situationOf({ parties: ['30 exercise States', leaves] })
  expect(statesPartiesOn(parties, '2029-12-31').at(-1)).not.toHaveProperty('denounced')
  expect(statesPartiesOn(parties, '2030-01-01').at(-1)).toEqual(leaves)
  expect(isPartyOn('FRA', parties, '2030-12-31')).toBe(true)
  expect(isPartyOn('FRA', parties, '2031-01-01')).toBe(false)
})
