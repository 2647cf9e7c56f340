import { describe, expect, test } from 'vitest'
import { checkEvent, decide } from '../../src/law/index.ts'
import type { FiledEvent } from '../../src/treaty/index.ts'
import { type Given, situationOf } from './case-file.ts'

const SENT: FiledEvent = { on: '2031-01-15', event: 'circulated' }
const OBJECTION: FiledEvent = { on: '2031-02-01', event: 'objection', party: 'S01' }
const BOTH_STEPS = { 'conference-route': 'cumulative' }

function reasons(given: Omit<Given, 'parties'>, day: string): string {
  const situation = situationOf({ parties: '36 exercise States', ...given })
  return decide(situation, day, { divergences: false })
    .because.map(({ cite, says }) => `${cite}: ${says}`)
    .join('\n')
}

describe('the reasoning names the day on which the States Parties are counted', () => {
  test.each([
    ['2031-07-14', {}, 'the day asked, as the period still runs'],
    ['2031-07-15', {}, 'the last day of the period'],
    ['2031-07-16', {}, 'the last day of the period'],
    ['2031-07-14', { 'denominator-date': 'circulation' }, 'the day the draft was sent'],
  ])('asked for %s under %o: %s', (day, readings, words) => {
    expect(reasons({ events: [SENT], readings }, day)).toContain(words)
  })
})

test('the reasoning counts the withdrawals of objections, and says what they do', () => {
  const events: FiledEvent[] = [SENT, OBJECTION, { on: '2031-03-01', event: 'objection-withdrawn', party: 'S01' }]
  expect(reasons({ events }, '2031-07-16')).toContain('70(4): 1 withdrawal of objections received')
})

describe('the reasoning says how the Conference decided', () => {
  const decision = (vote: Partial<FiledEvent>) =>
    reasons(
      {
        basis: '70.2',
        by: 'secretariat',
        events: [
          { on: '2031-01-15', event: 'submitted' },
          { on: '2031-03-03', event: 'conference-vote', ...vote },
        ],
      },
      '2031-03-03',
    )

  test('by consensus', () => {
    expect(decision({ consensus: true })).toContain('70(6): The Conference decided by consensus: 36 of 36')
  })

  test('by a vote', () => {
    expect(decision({ inFavour: 23 })).toContain('70(6): 23 of 36 voted in favour')
  })

  test('with nobody in favour, where only votes against are recorded', () => {
    expect(decision({ against: 5 })).toContain('70(6): 0 of 36 voted in favour')
  })
})

describe('where both steps are needed, a step not yet opened gives no reason', () => {
  test('neither the sending out while the Conference has the draft', () => {
    const given = { basis: '70.2', by: 'secretariat', readings: BOTH_STEPS } as const
    const said = reasons({ ...given, events: [{ on: '2031-01-15', event: 'submitted' }] }, '2031-01-15')
    expect(said).toMatch(/^70\(6\): The amendment was submitted to the Conference .*$/)
  })

  test('nor the Conference while the draft is out', () => {
    expect(reasons({ by: 'S01', readings: BOTH_STEPS, events: [SENT] }, '2031-01-15')).not.toContain('70(6)')
  })
})

test.each([
  ['objection', [SENT], 'The Party is bound as one that kept silent.'],
  ['objection-withdrawn', [SENT, OBJECTION], 'It is no acceptance'],
] as const)('who files a late %s is told what is left to do', (event, events, words) => {
  const situation = situationOf({ parties: '36 exercise States', events: [...events] })
  const [finding] = checkEvent(situation, { on: '2031-08-01', event, party: 'S01' })
  expect(finding?.hint).toContain(words)
})
