import { expect, test } from 'vitest'
import { decide } from '../../../src/law/index.ts'
import { changelogMarkdown, outcomeText } from '../../../src/render/index.ts'
import { changelog } from '../../../src/text/index.ts'
import type { Situation } from '../../../src/treaty/index.ts'
import { situationOf } from '../../law/case-file.ts'
import { RESTS_ON_MUCH } from '../../law/resting.ts'

const CONSENTED_TO_LATE = situationOf({
  basis: '70.2',
  by: 'secretariat',
  parties: '36 exercise States',
  events: [
    { on: '2031-01-15', event: 'submitted' },
    { on: '2031-02-01', event: 'conference-vote', inFavour: 30 },
    { on: '2031-02-01', event: 'consent', party: 'S01' },
    { on: '2031-03-01', event: 'consent', party: 'S02 to S03' },
  ],
})

function changelogAndStatus(situation: Situation, names: Record<string, string>): { said: string; status: string } {
  const { proposal, events } = situation
  const outcome = decide(situation, '2032-02-01')
  const recorded = {
    ...proposal,
    by: proposal.by ?? 'S36',
    title: 'An amendment',
    statement: '',
    edition: 'annex-1/v2',
  }
  const made = changelog('2032-02-01', [{ proposal: recorded, events, outcome }], { titles: new Map() })
  return { said: changelogMarkdown(made, names), status: outcomeText(outcome, names) }
}

test('whom another reading binds from another day, or not, is said as a status says it, and by name', () => {
  const { said, status } = changelogAndStatus(CONSENTED_TO_LATE, { S02: 'Brazil' })
  expect(status).toContain('late-consent = none: in force; S02 not bound, S03 not bound')
  expect(said).toContain('late-consent = none: in force; Brazil (S02) not bound, S03 not bound')
})

test('many are not all named; and where readings were changed one by one, that is said', () => {
  const { said } = changelogAndStatus(RESTS_ON_MUCH, {})
  expect(said).toMatch(/S0\d (not bound|from [-\d]+)(, S\d\d (not bound|from [-\d]+)){5}, and \d+ more/)
  expect(said).toContain('changed one by one')
  expect(changelogAndStatus(CONSENTED_TO_LATE, {}).said).not.toContain('one by one')
})
