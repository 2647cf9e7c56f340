import { describe, expect, test } from 'vitest'
import { examineProposal, type ProposalToCheck } from '../../src/law/index.ts'
import type { Basis, Change, Entry } from '../../src/treaty/index.ts'
import { situationOf } from './case-file.ts'

const PARTIES = situationOf({ parties: '36 exercise States' }).parties

function examined(basis: Basis, document: string, more: Partial<ProposalToCheck> = {}, changes?: Change[]) {
  const { proposal } = situationOf({ basis, document, parties: [], ...(changes === undefined ? {} : { changes }) })
  const rest = { before: [], after: [], parties: PARTIES, events: [], readings: {}, asOf: '2034-01-01', ...more }
  return examineProposal({ ...rest, proposal })
}

function appliedTo(basis: Basis, document: string, readings = {}) {
  const { provisions, readings: taken } = examined(basis, document, { readings })
  return [provisions.join(', '), ...Object.entries(taken).map((pair) => pair.join('='))]
}

describe('a proposal is held against', () => {
  test('the paragraph of its proposer and Article 70(3), for Annex 1', () => {
    const taken = ['criteria-for-deletion=additions-only', 'in-force-test-date=circulation']
    expect(appliedTo('70.1', 'annex-1')).toEqual(['70(1), 70(3)', ...taken])
    expect(appliedTo('70.2', 'annex-1')).toEqual(['70(2), 70(3)', ...taken])
  })

  test('Article 68(1), for the text of the Convention, and no reading', () => {
    expect(appliedTo('68', 'article-4')).toEqual(['68(1)'])
  })

  test('Article 62(9), for the Technical Annex, and Article 68(1) where its five years bind that as well', () => {
    const as68 = 'technical-annex-entry-into-force=article-68'
    expect(appliedTo('62', 'technical-annex')).toEqual(['62(9)', as68, 'five-year-bar=text-only'])
    expect(appliedTo('62', 'technical-annex', { 'five-year-bar': 'annexes-too' })).toEqual([
      '62(9), 68(1)',
      as68,
      'five-year-bar=annexes-too',
    ])
  })

  test('no five years, where each Party accepts for itself', () => {
    const readings = { 'technical-annex-entry-into-force': 'individual-acceptance', 'five-year-bar': 'annexes-too' }
    expect(appliedTo('62', 'technical-annex', readings)).toEqual([
      '62(9)',
      'technical-annex-entry-into-force=individual-acceptance',
    ])
  })

  test('Article 79 of the Vienna Convention alone, where it corrects, whatever it corrects', () => {
    expect(appliedTo('correction', 'annex-1')).toEqual(['VCLT 79(2)'])
    expect(appliedTo('correction', 'article-4')).toEqual(['VCLT 79(2)'])
  })
})

describe('other readings of a proposal', () => {
  const later: Entry = { id: 'later', text: {}, facts: { scope: 'universal', inForce: '2034-06-01' } }
  const adding: Change[] = [
    { document: 'annex-1', entry: 'later', kind: 'added', before: null, after: later, place: { after: null } },
  ]

  test('differ where the same rule is broken for another day', () => {
    const { proposal } = situationOf({
      parties: [],
      changes: adding,
      statement: 'Why.',
      by: 'S01',
      proposed: '2033-12-01',
    })
    const check = {
      proposal,
      before: [],
      after: [later],
      parties: PARTIES,
      events: [],
      readings: {},
      asOf: '2034-01-01',
    }
    expect(examineProposal(check).divergences).toEqual([
      { reading: 'in-force-test-date', option: 'proposal', findings: ['law/70-3-in-force'] },
      { reading: 'criteria-force', option: 'hortatory', findings: [] },
    ])
  })
})

describe('what a proposal is found to lack', () => {
  test('points into the file of the proposal, and of its document', () => {
    const files = { proposal: 'proposal.yaml', document: 'annexes/annex-1.yaml' }
    const some: Entry = { id: 'some', text: {} }
    const adding: Change[] = [
      { document: 'annex-1', entry: 'some', kind: 'added', before: null, after: some, place: { after: null } },
    ]
    const places = (more: Partial<ProposalToCheck>) =>
      examined('70.1', 'annex-1', { after: [some], ...more }, adding).findings.map(({ at }) => at)
    expect(places({ files })).toEqual([
      { file: 'proposal.yaml', path: ['by'] },
      { file: 'annexes/annex-1.yaml', path: ['entries', 0] },
      { file: 'annexes/annex-1.yaml', path: ['entries', 0] },
      { file: 'proposal.yaml', path: ['statement'] },
    ])
    expect(places({})).toStrictEqual([
      { path: ['by'] },
      { path: ['entries', 0] },
      { path: ['entries', 0] },
      { path: ['statement'] },
    ])
  })
})
