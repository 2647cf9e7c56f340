import { describe, expect, test } from 'vitest'
import { bindingChanges, type RecordedProposal, textDivergences } from '../../src/law/index.ts'
import type { FiledEvent } from '../../src/treaty/index.ts'
import { situationOf } from './case-file.ts'

const PARTIES = situationOf({ parties: '36 exercise States' }).parties

function proposed(proposal: string, events: FiledEvent[]): RecordedProposal {
  return { proposal: { proposal, basis: '70.1', document: 'annex-1', changes: [] }, events }
}

function divergences(proposals: RecordedProposal[], readings: Record<string, string> = {}) {
  const question = { own: [], party: 'S01', asOf: '2032-01-01', parties: PARTIES, proposals, readings }
  const binding = bindingChanges(PARTIES, proposals, 'S01', '2032-01-01', readings)
  return textDivergences(question, binding, [], binding.readings)
}

describe('the readings that would bring a Party another text', () => {
  test('are those under which an amendment would not bind it, or would', () => {
    const sent: FiledEvent = { event: 'circulated', on: '2031-01-15' }
    expect(divergences([proposed('one', [sent])])).toEqual([
      {
        reading: 'conference-route',
        option: 'cumulative',
        amendments: [{ proposal: 'one', binds: false }],
        excluded: [],
      },
    ])
    expect(divergences([proposed('one', [sent])], { 'conference-route': 'cumulative' })).toMatchObject([
      { option: 'by-proposer', amendments: [{ proposal: 'one', binds: true }] },
      { option: 'alternative', amendments: [{ proposal: 'one', binds: true }] },
    ])
  })

  test('are those under which the same amendments come in another order', () => {
    const early = proposed('early', [{ event: 'circulated', on: '2031-01-15' }])
    const adopted = proposed('adopted', [
      { event: 'circulated', on: '2031-02-01' },
      { event: 'submitted', on: '2031-02-01' },
      { event: 'conference-vote', on: '2031-02-15', inFavour: 30 },
      { event: 'consent', on: '2031-02-15', party: 'S01' },
    ])
    expect(divergences([early, adopted])).toContainEqual({
      reading: 'conference-route',
      option: 'alternative',
      amendments: [],
      excluded: [],
      order: ['adopted', 'early'],
    })
  })

  test('are none where nothing rests on a reading', () => {
    expect(divergences([])).toEqual([])
  })
})
