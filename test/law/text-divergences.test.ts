import { describe, expect, test } from 'vitest'
import { bindingChanges, type RecordedProposal, textDivergences } from '../../src/law/index.ts'
import type { Change, Declaration, Entry, FiledEvent, Party } from '../../src/treaty/index.ts'
import { situationOf } from './case-file.ts'
import { OBJECTED_TO, RESTS_ON_MUCH } from './resting.ts'

const PARTIES = situationOf({ parties: '36 exercise States' }).parties

function proposed(proposal: string, events: readonly FiledEvent[]): RecordedProposal {
  return { proposal: { proposal, basis: '70.1', document: 'annex-1', changes: [] }, events }
}

function divergences(proposals: RecordedProposal[], readings: Record<string, string> = {}) {
  const question = { own: [], party: 'S01', asOf: '2032-01-01', parties: PARTIES, proposals, readings }
  const binding = bindingChanges(PARTIES, proposals, 'S01', '2032-01-01', readings)
  return textDivergences(question, binding, [], binding.readings).divergences
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

  test('are those under which a treaty would be excluded, or not', () => {
    const budapest: Entry = { id: 'budapest-2001', text: {} }
    const adding: Change = {
      document: 'annex-1',
      entry: 'budapest-2001',
      kind: 'added',
      before: null,
      after: budapest,
      place: { after: null },
    }
    const added = proposed('one', [{ event: 'circulated', on: '2031-01-15' }])
    const proposals = [{ ...added, proposal: { ...added.proposal, changes: [adding] } }]
    const declarations: Declaration[] = [
      { treaty: 'hague-1970', on: '2028-01-01', ground: 'not-a-party' },
      { treaty: 'budapest-2001', on: '2031-08-14', ground: 'not-a-party' },
    ]
    const parties: Party[] = [
      ...PARTIES,
      { code: 'FRA', instrument: 'accession', deposited: '2028-01-01', declarations },
    ]
    const rests = { 'exclusion-of-added-treaties': 'deposit-only' }
    const asked = (readings: Record<string, string>, own: string[], excluded: string[]) => {
      const question = { own, party: 'FRA', asOf: '2032-01-01', parties, proposals, readings }
      const binding = bindingChanges(parties, proposals, 'FRA', '2032-01-01', readings)
      return textDivergences(
        question,
        binding,
        excluded.map((treaty) => ({ treaty })),
        rests,
      ).divergences
    }
    const [taken, other] = ['deposit-only', 'also-on-amendment']
    const reading = 'exclusion-of-added-treaties'
    expect(asked({}, ['hague-1970'], ['hague-1970'])).toEqual([
      { reading, option: other, amendments: [], excluded: [{ treaty: 'budapest-2001', excluded: true }] },
    ])
    expect(asked({ [reading]: other }, ['hague-1970'], ['hague-1970', 'budapest-2001'])).toEqual([
      { reading, option: taken, amendments: [], excluded: [{ treaty: 'budapest-2001', excluded: false }] },
    ])
    expect(asked({}, [], [])).toEqual([])
  })

  test('are also those under which one amendment would not bind it, nor one treaty be excluded', () => {
    const parties: Party[] = PARTIES.map((party) =>
      party.code === 'S01'
        ? { ...party, declarations: [{ treaty: 'budapest-2001', on: '2031-02-01', ground: 'not-a-party' }] }
        : party,
    )
    const one = proposed('one', [{ event: 'circulated', on: '2031-01-15' }])
    const adding: Change = {
      document: 'annex-1',
      entry: 'budapest-2001',
      kind: 'added',
      before: null,
      after: { id: 'budapest-2001', text: {} },
      place: { after: null },
    }
    const proposals = [{ ...one, proposal: { ...one.proposal, changes: [adding] } }]
    const readings = { 'exclusion-of-added-treaties': 'also-on-amendment' }
    const question = { own: ['hague-1970'], party: 'S01', asOf: '2032-01-01', parties, proposals, readings }
    const binding = bindingChanges(parties, proposals, 'S01', '2032-01-01', readings)
    const excluded = [{ treaty: 'budapest-2001' }]
    const { divergences } = textDivergences(question, binding, excluded, { 'conference-route': 'by-proposer' })
    expect(divergences).toEqual([
      {
        reading: 'conference-route',
        option: 'cumulative',
        amendments: [{ proposal: 'one', binds: false }],
        excluded: [{ treaty: 'budapest-2001', excluded: false }],
      },
    ])
  })

  test('are also those that only together do so', () => {
    const [proposals, parties] = [[proposed('one', OBJECTED_TO.events)], OBJECTED_TO.parties]
    const question = { own: [], party: 'S18', asOf: '2032-01-01', parties, proposals, readings: {} }
    const binding = bindingChanges(parties, proposals, 'S18', '2032-01-01', {})
    const { divergences, findings } = textDivergences(question, binding, [], binding.readings)
    expect(findings).toEqual([])
    expect(divergences).toEqual([
      {
        reading: 'conference-route',
        option: 'cumulative',
        amendments: [{ proposal: 'one', binds: false }],
        excluded: [],
      },
      {
        reading: 'ratifying-parties',
        option: 'ratification-only',
        together: { 'denominator-date': 'circulation' },
        amendments: [{ proposal: 'one', binds: false }],
        excluded: [],
      },
    ])
  })

  test('are asked one by one where there are too many, and that is said', () => {
    const [proposals, parties] = [[proposed('one', RESTS_ON_MUCH.events)], RESTS_ON_MUCH.parties]
    const { readings } = RESTS_ON_MUCH
    const question = { own: [], party: 'S02', asOf: '2032-01-01', parties, proposals, readings }
    const binding = bindingChanges(parties, proposals, 'S02', '2032-01-01', readings)
    const rests = { ...binding.readings, 'late-joiner': 'as-amended' }
    const { divergences, findings } = textDivergences(question, binding, [], rests)
    expect(findings).toMatchObject([{ rule: 'law/divergences-one-by-one', level: 'note' }])
    expect(divergences.map(({ reading, option, together }) => [reading, option, together])).toEqual([
      ['conference-route', 'by-proposer', undefined],
      ['conference-route', 'cumulative', undefined],
      ['late-consent', 'none', undefined],
    ])
  })

  test('are asked one by one where there are so many amendments that combinations would take long', () => {
    const { events, parties } = OBJECTED_TO
    const asked = (count: number) => {
      const proposals = Array.from({ length: count }, (_, index) => proposed(`p-${index}`, events))
      const question = { own: [], party: 'S18', asOf: '2032-01-01', parties, proposals, readings: {} }
      const binding = bindingChanges(parties, proposals, 'S18', '2032-01-01', {})
      return textDivergences(question, binding, [], binding.readings).findings.map(({ rule }) => rule)
    }
    expect(asked(10)).toEqual([])
    expect(asked(600)).toEqual(['law/divergences-one-by-one'])
  })

  test('are none where nothing rests on a reading', () => {
    expect(divergences([])).toEqual([])
  })
})
