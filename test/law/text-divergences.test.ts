import { describe, expect, test } from 'vitest'
import { boundText, type RecordedProposal, textBasis, textDivergences } from '../../src/law/index.ts'
import type { Change, Declaration, Document, Entry, FiledEvent, Party } from '../../src/treaty/index.ts'
import { situationOf } from './case-file.ts'
import { OBJECTED_TO, RESTS_ON_MUCH } from './resting.ts'

const PARTIES = situationOf({ parties: '36 exercise States' }).parties

function proposed(proposal: string, events: readonly FiledEvent[]): RecordedProposal {
  return { proposal: { proposal, basis: '70.1', document: 'annex-1', changes: [] }, events }
}

function listing(...ids: string[]): Document {
  return { document: 'annex-1', title: {}, entries: ids.map((id) => ({ id, text: {} })) }
}

function divergences(proposals: RecordedProposal[], readings: Record<string, string> = {}) {
  const question = { original: listing(), party: 'S01', asOf: '2032-01-01', parties: PARTIES, proposals, readings }
  const basis = textBasis(question)
  return textDivergences(question, basis, basis.binding.readings).divergences
}

describe('the text that binds a Party', () => {
  const adding = (entry: string): Change => {
    const after: Entry = { id: entry, text: {} }
    return { document: 'annex-1', entry, kind: 'added', before: null, after, place: { after: null } }
  }
  const amendments = ['one', 'two'].map((id, index): RecordedProposal => {
    const sent = proposed(id, [{ event: 'circulated', on: `2031-01-1${index}` }])
    return { ...sent, proposal: { ...sent.proposal, changes: [adding('budapest-2001'), adding(`only-${id}`)] } }
  })
  const declarations: Declaration[] = [
    { treaty: 'hague-1970', on: '2028-01-01', ground: 'not-a-party' },
    { treaty: 'nowhere', on: '2028-01-01', ground: 'not-a-party' },
  ]
  const question = {
    original: listing('hague-1970', 'tokyo-1963'),
    party: 'FRA',
    asOf: '2032-01-01',
    parties: [...PARTIES, { code: 'FRA', instrument: 'accession' as const, deposited: '2028-01-01', declarations }],
    proposals: amendments,
    readings: {},
  }
  const text = (late: string[] = []) =>
    boundText(question, (original, taken) => {
      const added = taken.map(({ proposal }) => ({ id: `only-${proposal}`, text: {} }))
      const finding = { rule: 'law/before-does-not-match', level: 'error', message: '', hint: '', entry: null } as const
      return { document: { ...original, entries: [...original.entries, ...added] }, findings: [finding], late }
    })

  test('leaves out what the Party excludes, and names the id that it has in the text', () => {
    expect(text().document.entries.map(({ id }) => id)).toEqual(['tokyo-1963', 'only-one', 'only-two'])
    expect(text().excluded).toMatchObject([{ treaty: 'hague-1970', entry: 'hague-1970' }])
    expect(text().ineffective).toMatchObject([{ declaration: { treaty: 'nowhere' } }])
    expect(text().findings.map(({ rule }) => rule)).toEqual(['law/before-does-not-match'])
  })

  test('names the last amendment of each entry; one that is replayed late comes last', () => {
    const last = (late?: string[]) =>
      [...text(late).amendedBy].map(([entry, { proposal }]) => [entry, proposal.proposal])
    expect(last()).toEqual([
      ['budapest-2001', 'two'],
      ['only-one', 'one'],
      ['only-two', 'two'],
    ])
    expect(last(['one'])[0]).toEqual(['budapest-2001', 'one'])
  })

  test('rests on the readings of its amendments and of its declarations', () => {
    expect(Object.keys(text().readings)).toContain('conference-route')
    expect(text().divergences).toContainEqual(expect.objectContaining({ option: 'cumulative' }))
  })
})

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
    const asked = (readings: Record<string, string>, document = 'annex-1') => {
      const about = proposals.map(({ proposal, events }) => ({ proposal: { ...proposal, document }, events }))
      const original = { ...listing('hague-1970'), document }
      const question = { original, party: 'FRA', asOf: '2032-01-01', parties, proposals: about, readings }
      return textDivergences(question, textBasis(question), rests).divergences
    }
    const [taken, other] = ['deposit-only', 'also-on-amendment']
    const reading = 'exclusion-of-added-treaties'
    expect(asked({})).toEqual([
      { reading, option: other, amendments: [], excluded: [{ treaty: 'budapest-2001', excluded: true }] },
    ])
    expect(asked({ [reading]: other })).toEqual([
      { reading, option: taken, amendments: [], excluded: [{ treaty: 'budapest-2001', excluded: false }] },
    ])
    expect(asked({}, 'technical-annex')).toEqual([])
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
    const question = { original: listing('hague-1970'), party: 'S01', asOf: '2032-01-01', parties, proposals, readings }
    const rests = { 'conference-route': 'by-proposer' }
    const { divergences } = textDivergences(question, textBasis(question), rests)
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
    const question = { original: listing(), party: 'S18', asOf: '2032-01-01', parties, proposals, readings: {} }
    const basis = textBasis(question)
    const { divergences, findings } = textDivergences(question, basis, basis.binding.readings)
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
    const question = { original: listing(), party: 'S02', asOf: '2032-01-01', parties, proposals, readings }
    const basis = textBasis(question)
    const rests = { ...basis.binding.readings, 'late-joiner': 'as-amended' }
    const { divergences, findings } = textDivergences(question, basis, rests)
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
      const question = { original: listing(), party: 'S18', asOf: '2032-01-01', parties, proposals, readings: {} }
      const basis = textBasis(question)
      return textDivergences(question, basis, basis.binding.readings).findings.map(({ rule }) => rule)
    }
    expect(asked(10)).toEqual([])
    expect(asked(600)).toEqual(['law/divergences-one-by-one'])
  })

  test('are none where nothing rests on a reading', () => {
    expect(divergences([])).toEqual([])
  })
})
