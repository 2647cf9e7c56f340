import { describe, expect, test } from 'vitest'
import { decide } from '../../src/law/index.ts'
import type { Change, Entry, Finding } from '../../src/treaty/index.ts'
import { type Given, situationOf } from './case-file.ts'

const RABAT: Entry = { id: 'rabat-2008', text: {}, facts: { scope: 'regional' } }
const SENT: Given = {
  by: 'S01',
  statement: 'Why.',
  parties: '36 exercise States',
  events: [{ event: 'circulated', on: '2031-01-15' }],
}
const EVERY_CHANGE = { 'criteria-for-deletion': 'every-change' }

const added = (entry: Entry): Change => ({
  document: 'annex-1',
  entry: entry.id,
  kind: 'added',
  before: null,
  after: entry,
  place: { after: null },
})
const renamed = (before: string, after: string): Change => ({
  document: 'annex-1',
  entry: after,
  kind: 'renamed',
  before,
  after,
})
const renumbered = (entry: string): Change => ({
  document: 'annex-1',
  entry,
  kind: 'renumbered',
  before: '1',
  after: '2',
})

function found(given: Partial<Given>, asOf = '2031-03-01'): string[] {
  const inFull = ({ rule, at }: Finding) => `${rule} at ${at?.path?.join('.')}`
  return decide(situationOf({ ...SENT, ...given }), asOf).findings.map(inFull)
}

describe('what should have kept a draft from being sent out', () => {
  test('is said once, where the event that opens its procedure is refused for the same', () => {
    const early: Partial<Given> = {
      basis: '68',
      document: 'article-4',
      changes: [{ ...renumbered('a'), document: 'article-4' }],
    }
    const events = [{ event: 'circulated' as const, on: '2031-01-15' }]
    expect(found({ ...early, events }).filter((each) => each.startsWith('law/five-years'))).toHaveLength(1)
  })

  test('is also said of a proposal that names nobody, but not that nobody has no standing', () => {
    const { by: _, ...nobody } = SENT
    const changes = [added({ ...RABAT, facts: { inForce: '2010-01-01' } })]
    const { findings } = decide(situationOf({ ...nobody, changes }), '2031-03-01')
    expect(findings.map(({ rule }) => rule)).toEqual(['law/70-3-scope'])
  })

  test('is that it changes something else, and nothing of its document; of no changes at all nothing is said', () => {
    expect(found({ changes: [{ ...renumbered('a'), document: 'article-4' }] })).toEqual([
      'law/something-changed at document',
      'law/nothing-else-changed at document',
    ])
    expect(found({ changes: [] })).toEqual([])
    expect(found({ changes: [], document: 'technical-annex' })).toContain('law/basis-fits-document at basis')
  })
})

describe('the facts by which an instrument is tested', () => {
  const asked = { readings: EVERY_CHANGE, entries: [RABAT] }

  test('are those of the same instrument by its earlier id', () => {
    const changes = [renumbered('other'), renamed('rabat-2008', 'rabat')]
    expect(found({ ...asked, changes })).toEqual(['law/70-3-in-force at changes.1'])
    expect(found({ ...asked, changes: [renamed('unknown', 'known')] })).toEqual([])
  })

  test('are those corrected with it', () => {
    const fact = (facts: Entry['facts'] | null): Change => ({
      document: 'annex-1',
      entry: 'rabat-2008',
      kind: 'fact',
      before: null,
      after: facts ?? null,
    })
    const changes = [renumbered('rabat-2008'), fact({ inForce: '2010-01-01' })]
    expect(found({ ...asked, changes })).toEqual(['law/70-3-scope at changes.0'])
    expect(found({ changes: [added(RABAT), fact(null)] })).toEqual([
      'law/70-3-scope at changes.0.after',
      'law/70-3-in-force at changes.0.after',
    ])
  })

  test('are of one deleted those that it had, and point to no entry', () => {
    const removed: Change = {
      document: 'annex-1',
      entry: 'rabat-2008',
      kind: 'removed',
      before: RABAT,
      after: null,
      place: { after: null },
    }
    expect(found({ ...asked, changes: [removed] })).toEqual(['law/70-3-in-force at changes'])
  })
})

describe('what would be found under another reading', () => {
  test('is told beside what would be otherwise by a reading whose option has the same name', () => {
    const late: Entry = { ...RABAT, facts: { scope: 'regional', inForce: '2031-01-10' } }
    const situation = situationOf({
      ...SENT,
      proposed: '2031-01-01',
      readings: { 'in-force-test-date': 'proposal' },
      parties: ['36 exercise States', '3 exercise States by accession on 2031-03-01'],
      changes: [added(late)],
      events: [...(SENT.events ?? []), { event: 'objection', on: '2031-02-01', party: 'S01 to S12' }],
    })
    const { divergences } = decide(situation, '2031-10-01')
    expect(divergences.filter(({ option }) => option === 'circulation')).toEqual([
      expect.objectContaining({ reading: 'denominator-date', status: 'blocked' }),
      { reading: 'in-force-test-date', option: 'circulation', status: 'in-force', findings: [] },
    ])
    expect(divergences.find(({ reading }) => reading === 'denominator-date')).not.toHaveProperty('findings')
  })

  test('is left out with all other readings, where they are not asked for', () => {
    const removing = { readings: {}, entries: [RABAT], changes: [renumbered('rabat-2008')] }
    const situation = situationOf({ ...SENT, ...removing })
    expect(decide(situation, '2031-03-01').divergences).not.toEqual([])
    expect(decide(situation, '2031-03-01', { divergences: false })).toMatchObject({ divergences: [], findings: [] })
  })
})
