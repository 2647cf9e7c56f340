import { expect, test } from 'vitest'
import { decideScenario } from '../../../src/law/index.ts'
import { outcomeText } from '../../../src/render/index.ts'
import type { Basis, Scenario } from '../../../src/treaty/index.ts'

const PARTIES = Array.from({ length: 30 }, (_, index) => ({
  code: `Q${String(index).padStart(2, '0')}`,
  instrument: 'ratification' as const,
  deposited: '2017-03-01',
}))

function said(asOf: string, basis: Basis, readings: Scenario['readings'] = {}): string {
  const events: Scenario['events'] = [{ on: '2023-01-15', event: 'circulated' }]
  const by = basis === 'correction' ? 'depositary' : 'Q00'
  return outcomeText(decideScenario({ asOf, basis, by, parties: PARTIES, events, readings }, 'add'), {})
}

test('the period for objections includes its last day; afterwards it is over', () => {
  const cumulative = { 'conference-route': 'cumulative' }
  expect(said('2023-07-15', '70.1')).toContain('as of 2023-07-15: circulated; the period for objections runs.')
  const after = said('2023-07-16', '70.1', cumulative)
  expect(after).toContain('as of 2023-07-16: circulated; the period for objections is over.')
  expect(after).not.toContain('runs')
  expect(said('2023-07-16', '70.1')).toContain(
    'conference-route = cumulative: circulated; the period for objections is over',
  )
})

test('a status names no period for objections if there is none', () => {
  expect(said('2023-02-01', '68')).toContain('as of 2023-02-01: circulated.')
  expect(said('2023-04-15', 'correction')).toContain('notified; the period for objections runs.')
})
