import { describe, expect, test } from 'vitest'
import { decideScenario } from '../../src/law/index.ts'
import type { Scenario } from '../../src/treaty/index.ts'
import { situationOf } from './case-file.ts'

const parties = [...situationOf({ parties: '36 exercise States' }).parties]
const ADOPTED: Scenario = {
  asOf: '2031-06-01',
  basis: '70.2',
  parties,
  events: [
    { on: '2031-01-15', event: 'submitted' },
    { on: '2031-03-03', event: 'conference-vote', inFavour: 24 },
    { on: '2031-04-01', event: 'consent', party: 'S01' },
  ],
}

describe('a what-if', () => {
  test('is judged on its day, under the name it has, or the one it is given', () => {
    expect(decideScenario({ ...ADOPTED, name: 'exactly two thirds' }, 'unnamed')).toMatchObject({
      name: 'exactly two thirds',
      asOf: '2031-06-01',
      basis: '70.2',
      status: 'in-force',
      votes: { inFavour: 24, needed: 24, of: 36 },
    })
    expect(decideScenario(ADOPTED, 'unnamed').name).toBe('unnamed')
  })

  test('takes the readings it names, and those it is asked under before them', () => {
    const late = (readings: Scenario['readings'], asked = {}) =>
      decideScenario({ ...ADOPTED, readings }, 'late', asked).status
    expect(late({ 'late-consent': 'none' })).toBe('adopted')
    expect(late({ 'late-consent': 'none' }, { 'late-consent': 'thirty-days-after-notice' })).toBe('in-force')
    expect(late({}, { 'late-consent': 'none' })).toBe('adopted')
  })

  test('is about the document of its basis, where it names none', () => {
    const opened: Scenario = {
      asOf: '2028-06-01',
      basis: '68',
      parties,
      events: [{ on: '2028-06-01', event: 'circulated' }],
    }
    expect(decideScenario(opened, 'barred').status).toBe('draft')
    expect(decideScenario({ ...opened, document: 'technical-annex' }, 'an annex').status).toBe('circulated')
  })

  test('that names no changes is not tested for any', () => {
    const { findings } = decideScenario({ ...ADOPTED, by: 'secretariat' }, 'unnamed')
    expect(findings.map(({ rule }) => rule)).not.toContain('law/something-changed')
  })

  test('says what differs under other readings', () => {
    expect(decideScenario(ADOPTED, 'late').divergences).toContainEqual({
      reading: 'late-consent',
      option: 'none',
      status: 'adopted',
      parties: { S01: null },
    })
  })
})
