import { expect, test } from 'vitest'
import {
  bindingChanges,
  isInstrumentInEffectOn,
  isPartyOn,
  statesPartiesOn,
  voidDenunciations,
} from '../../src/law/index.ts'
import type { Party } from '../../src/treaty/index.ts'
import { situationOf } from './case-file.ts'

test('the States Parties of a day are told with what is known of them on it', () => {
  const leaves: Party = { code: 'FRA', instrument: 'ratification', deposited: '2027-03-01', denounced: '2030-01-01' }
  const { parties } = situationOf({ parties: ['30 exercise States', leaves] })
  expect(statesPartiesOn(parties, '2029-12-31').at(-1)).not.toHaveProperty('denounced')
  expect(statesPartiesOn(parties, '2030-01-01').at(-1)).toEqual(leaves)
  expect(isPartyOn('FRA', parties, '2030-12-31')).toBe(true)
  expect(isPartyOn('FRA', parties, '2031-01-01')).toBe(false)
})

test('who is no Party any more is told since when and by which paragraph, in whatever order the register has its records', () => {
  const left: Party = { code: 'FRA', instrument: 'ratification', deposited: '2027-03-01', denounced: '2029-01-01' }
  const again: Party = { code: 'FRA', instrument: 'accession', deposited: '2031-01-01', denounced: '2032-01-01' }
  const union: Party = {
    code: 'EUU',
    instrument: 'approval',
    deposited: '2027-03-01',
    organization: { members: ['FRA'] },
  }
  const { parties } = situationOf({ parties: ['30 exercise States', again, left, union] })
  const told = (code: string) => bindingChanges(parties, [], code, '2040-01-01', {}).findings.at(-1)
  expect(told('FRA')).toMatchObject({ cite: '71(1)', message: 'FRA ceased to be a Party on 1 January 2033.' })
  expect(told('EUU')).toMatchObject({ cite: '71(2)', message: 'EUU ceased to be a Party on 1 January 2030.' })
})

test('an instrument stands from the day of its deposit until its denunciation takes effect', () => {
  const left: Party = { code: 'FRA', instrument: 'ratification', deposited: '2027-03-01', denounced: '2030-01-01' }
  expect(
    ['2027-02-28', '2027-03-01', '2030-12-31', '2031-01-01'].map((day) =>
      isInstrumentInEffectOn(left, day, '2027-05-30'),
    ),
  ).toEqual([false, true, true, false])
  expect(
    isInstrumentInEffectOn(
      { code: 'FRA', instrument: 'ratification', deposited: '2027-03-01' },
      '2099-01-01',
      '2027-05-30',
    ),
  ).toBe(true)
})

test('who denounces before being a Party is told why it is none', () => {
  const denouncing = (denounced: string): Party => ({
    code: 'FRA',
    instrument: 'ratification',
    deposited: '2027-03-01',
    denounced,
  })
  const thirty = situationOf({ parties: '30 exercise States' }).parties
  const told = (party: Party, others: readonly Party[]) =>
    voidDenunciations([...others, party]).map(({ cite, message }) => [cite, message])
  expect(told(denouncing('2027-05-29'), thirty)).toEqual([
    [
      '71(1)',
      'FRA is not a State Party on 29 May 2027, so its denunciation is void: it becomes a Party on 30 May 2027.',
    ],
  ])
  expect(told(denouncing('2027-05-30'), thirty)).toEqual([])
  expect(told(denouncing('2030-01-01'), [])).toEqual([
    [
      '71(1)',
      'FRA is not a State Party on 1 January 2030, so its denunciation is void: the Convention is not in force.',
    ],
  ])
  const { denounced: _, ...stays } = denouncing('2030-01-01')
  expect(told(stays, thirty)).toEqual([])
})
