import { describe, expect, test } from 'vitest'
import { deadlines } from '../../src/law/index.ts'
import type { FiledEvent, Party } from '../../src/treaty/index.ts'
import { situationOf } from './case-file.ts'

const PARTIES = situationOf({ parties: '36 exercise States' }).parties

function due(
  asOf: string,
  events: FiledEvent[],
  more: Party[] = [],
  basis: '70.1' | '70.2' | 'correction' = '70.1',
): string[] {
  const proposal = { proposal: 'a-proposal', basis, document: 'annex-1', changes: [] }
  const calendar = { parties: [...PARTIES, ...more], proposals: [{ proposal, events }], asOf, readings: {} }
  return deadlines(calendar).map(({ on, says, cite }) => `${on} ${says} (${cite})`)
}

const SENT: FiledEvent = { event: 'circulated', on: '2031-01-15' }
const OBJECTION: FiledEvent = { event: 'objection', on: '2031-02-01', party: 'S01' }

describe('what falls due', () => {
  test('is the last day for objections, up to that day', () => {
    const last = '2031-07-15 Last day on which an objection to a-proposal counts (70(4))'
    expect(due('2031-01-14', [SENT])).not.toContain(last)
    expect(due('2031-07-15', [SENT])).toContain(last)
    expect(due('2031-07-16', [SENT])).not.toContain(last)
  })

  test('is the entry into force, and each Party that comes in later', () => {
    const acceptance: FiledEvent = { event: 'acceptance', on: '2031-08-02', party: 'S01' }
    expect(due('2031-08-02', [SENT, OBJECTION, acceptance]).slice(0, 2)).toEqual([
      '2031-08-14 a-proposal enters into force (70(5))',
      '2031-09-01 a-proposal enters into force for S01 (70(7))',
    ])
    expect(due('2031-08-15', [SENT])).not.toContain('2031-08-14 a-proposal enters into force (70(5))')
  })

  test('names the provision of each basis', () => {
    expect(due('2031-02-01', [SENT], [], 'correction')[0]).toBe(
      '2031-04-15 Last day on which an objection to a-proposal counts (VCLT 79(2))',
    )
    const adopted: FiledEvent[] = [
      { event: 'submitted', on: '2031-01-15' },
      { event: 'conference-vote', on: '2031-02-01', inFavour: 30 },
      { event: 'consent', on: '2031-02-01', party: 'S01' },
    ]
    expect(due('2031-02-01', adopted, [], '70.2')[0]).toBe('2031-03-03 a-proposal enters into force (70(6))')
  })

  test("of the Convention: its own entry into force, a later Party's, the five years, who leaves", () => {
    const more: Party[] = [
      { code: 'NEW', instrument: 'accession', deposited: '2027-05-20' },
      { code: 'GONE', instrument: 'ratification', deposited: '2027-03-01', denounced: '2027-05-10' },
      { code: 'UNION', instrument: 'approval', deposited: '2027-03-01', organization: { members: ['GONE'] } },
    ]
    expect(due('2027-05-25', [], more)).toEqual([
      '2027-05-30 The Convention enters into force (67(1))',
      '2027-06-19 The Convention enters into force for NEW (67(2))',
      '2028-05-10 GONE ceases to be a Party (71(1))',
      '2028-05-10 UNION ceases to be a Party (71(2))',
      '2032-05-30 Amendments to the articles may be proposed from this day (68(1))',
    ])
    expect(due('2027-05-09', [], more)).not.toContain('2028-05-10 GONE ceases to be a Party (71(1))')
  })

  test('is nothing while the Convention has too few Parties', () => {
    expect(deadlines({ parties: PARTIES.slice(0, 29), proposals: [], asOf: '2031-01-01', readings: {} })).toEqual([])
  })
})
