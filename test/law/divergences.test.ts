import { expect, test } from 'vitest'
import { decide, statesPartiesOn } from '../../src/law/index.ts'
import { situationOf } from './case-file.ts'
import { RESTS_ON_MUCH } from './resting.ts'

test('where an outcome rests on many readings they are changed one by one, and that is said', () => {
  const { status, readings, divergences, findings } = decide(RESTS_ON_MUCH, '2032-02-01')
  expect(status).toBe('in-force')
  expect(Object.keys(readings).sort()).toEqual([
    'conference-route',
    'denominator-date',
    'late-consent',
    'late-joiner',
    'objection-withdrawal',
    'ratifying-parties',
  ])
  expect(findings).toMatchObject([{ rule: 'law/divergences-one-by-one', level: 'note' }])
  expect(divergences.filter(({ together }) => together !== undefined)).toEqual([])
  expect(divergences.map(({ reading, option, status }) => `${reading}=${option}: ${status}`)).toEqual([
    'conference-route=by-proposer: in-force',
    'conference-route=cumulative: adopted',
    'objection-withdrawal=irrevocable: in-force',
    'late-consent=on-notice: in-force',
    'late-consent=by-entry-into-force: in-force',
    'late-consent=none: in-force',
    'late-joiner=unamended: in-force',
  ])
})

test('where it rests on few, they are changed in combination, and nothing needs to be said', () => {
  const { readings, divergences, findings } = decide(
    situationOf({ parties: '36 exercise States', events: [{ on: '2031-01-15', event: 'circulated' }] }),
    '2031-08-14',
  )
  expect(Object.keys(readings)).toHaveLength(3)
  expect(findings).toEqual([])
  expect(divergences).toEqual([{ reading: 'conference-route', option: 'cumulative', status: 'circulated' }])
})

test('a difference that needs two readings names both', () => {
  const [, , , two] = decide(
    situationOf({
      parties: ['36 exercise States', { code: 'AFTER', instrument: 'accession', deposited: '2032-01-01' }],
      events: [
        { on: '2031-01-15', event: 'circulated' },
        { on: '2031-02-01', event: 'objection', party: 'S01' },
        { on: '2031-03-01', event: 'objection-withdrawn', party: 'S01' },
      ],
    }),
    '2032-02-01',
  ).divergences
  expect(two).toEqual({
    reading: 'objection-withdrawal',
    option: 'irrevocable',
    together: { 'late-joiner': 'unamended' },
    status: 'in-force',
    parties: { S01: null, AFTER: null },
  })
})

test('who asks for no divergences is given none', () => {
  const { divergences } = decide(RESTS_ON_MUCH, '2032-02-01', { divergences: false })
  expect(divergences).toEqual([])
})

test('a day that the calendar has not is refused', () => {
  expect(() => decide(RESTS_ON_MUCH, '2031-02-29')).toThrow(
    expect.objectContaining({ code: 'usage', message: '2031-02-29 is not a day of the calendar' }),
  )
})

test('the States Parties are named in the order of the register', () => {
  const { parties } = RESTS_ON_MUCH
  expect(statesPartiesOn(parties, '2032-02-01').map(({ code }) => code)).toEqual(parties.map(({ code }) => code))
})

test('of readings that were not asked for nothing is said', () => {
  expect(decide(RESTS_ON_MUCH, '2032-02-01', { divergences: false })).toMatchObject({ divergences: [], findings: [] })
})

test('a divergence of the status alone names no Parties', () => {
  const sent = situationOf({ parties: '36 exercise States', events: [{ on: '2031-01-15', event: 'circulated' }] })
  const { divergences } = decide(sent, '2031-10-01')
  expect(divergences.map(({ status }) => status)).toContain('circulated')
  for (const each of divergences) expect(Object.values(each)).not.toContain(undefined)
})
