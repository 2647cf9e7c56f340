import { describe, expect, test } from 'vitest'
import { deadlines } from '../../src/law/index.ts'
import type { FiledEvent, Party } from '../../src/treaty/index.ts'
import { situationOf } from './case-file.ts'

const PARTIES = situationOf({ parties: '36 exercise States' }).parties

function due(
  asOf: string,
  events: FiledEvent[],
  more: Party[] = [],
  basis: '70.1' | '70.2' | '68' | 'correction' = '70.1',
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

  test('is what falls due on either route, where either suffices, each by its own provision', () => {
    const proposal = { proposal: 'a-proposal', basis: '70.1' as const, document: 'annex-1', changes: [] }
    const events: FiledEvent[] = [
      { event: 'circulated', on: '2034-01-15' },
      { event: 'submitted', on: '2034-01-15' },
      { event: 'conference-vote', on: '2034-02-15', inFavour: 30 },
      { event: 'consent', on: '2034-02-16', party: 'S01' },
    ]
    const onEither = (asOf: string, more: FiledEvent[] = []) =>
      deadlines({
        parties: PARTIES,
        proposals: [{ proposal, events: [...events, ...more] }],
        asOf,
        readings: { 'conference-route': 'alternative' },
      }).map(({ on, kind, says, cite }) => `${on} ${kind}: ${says} (${cite})`)
    expect(onEither('2034-02-20')).toEqual([
      '2034-03-18 enters-into-force: a-proposal enters into force for the Parties that consented (70(6))',
      '2034-07-15 last-day-to-object: Last day on which an objection to a-proposal counts (70(4))',
    ])
    expect(onEither('2034-07-16')).toEqual([
      '2034-08-14 enters-into-force: a-proposal enters into force for the Parties that did not object (70(5))',
    ])
    const late: FiledEvent = { event: 'consent', on: '2034-03-01', party: 'S02' }
    expect(onEither('2034-03-20', [late])).toContain(
      '2034-03-31 binds-a-party: a-proposal enters into force for S02 (70(6))',
    )
    const withdrawn: FiledEvent = { event: 'withdrawn', on: '2034-01-20' }
    expect(onEither('2034-02-20', [withdrawn])).toEqual([])
  })

  test("of the Convention: its own entry into force, a later Party's, the five years, who leaves", () => {
    const more: Party[] = [
      { code: 'NEW', instrument: 'accession', deposited: '2027-05-20' },
      { code: 'GONE', instrument: 'ratification', deposited: '2027-03-01', denounced: '2027-05-30' },
      { code: 'UNION', instrument: 'approval', deposited: '2027-03-01', organization: { members: ['GONE'] } },
    ]
    expect(due('2027-05-30', [], more)).toEqual([
      '2027-05-30 The Convention enters into force (67(1))',
      '2027-06-19 The Convention enters into force for NEW (67(2))',
      '2028-05-30 GONE ceases to be a Party (71(1))',
      '2028-05-30 UNION ceases to be a Party (71(2))',
      '2032-05-30 Amendments to the articles may be proposed from this day (68(1))',
    ])
    expect(due('2027-05-29', [], more)).not.toContain('2028-05-30 GONE ceases to be a Party (71(1))')
  })

  test('is named by its kind, with the proposal and the Party that it concerns', () => {
    const proposal = { proposal: 'a-proposal', basis: '70.1' as const, document: 'annex-1', changes: [] }
    const acceptance: FiledEvent = { event: 'acceptance', on: '2031-06-01', party: 'S01' }
    const late: FiledEvent = { event: 'acceptance', on: '2031-08-02', party: 'S02' }
    const objections: FiledEvent[] = [OBJECTION, { ...OBJECTION, party: 'S02' }]
    const parties: Party[] = [
      ...PARTIES,
      { code: 'NEW', instrument: 'accession', deposited: '2031-08-01' },
      { code: 'GONE', instrument: 'ratification', deposited: '2027-03-01', denounced: '2031-08-01' },
    ]
    const kinds = (asOf: string) =>
      deadlines({
        parties,
        proposals: [{ proposal, events: [SENT, ...objections, acceptance, late] }],
        asOf,
        readings: {},
      }).map(({ kind, proposal: about, party }) => [kind, about, party].filter((part) => part !== undefined).join(' '))
    expect(kinds('2031-07-15')).toEqual(['last-day-to-object a-proposal', 'amendments-may-be-proposed'])
    expect(kinds('2031-08-02')).toEqual([
      'enters-into-force a-proposal',
      'convention-enters-into-force NEW',
      'binds-a-party a-proposal S02',
      'amendments-may-be-proposed',
      'denunciation-takes-effect GONE',
    ])
    const [first, last] = deadlines({
      parties,
      proposals: [{ proposal, events: [SENT] }],
      asOf: '2031-07-15',
      readings: {},
    })
    expect(first?.readings).toEqual({
      'conference-route': 'by-proposer',
      'ratifying-parties': 'all-instruments',
      'denominator-date': 'deadline',
    })
    expect(last).not.toHaveProperty('readings')
    expect(kinds('2027-05-30')[0]).toBe('convention-enters-into-force')
  })

  test('is no last day to object where there is none: of a proposal withdrawn, or by a procedure without objections', () => {
    const withdrawn: FiledEvent = { event: 'withdrawn', on: '2031-02-01' }
    expect(due('2031-02-01', [SENT, withdrawn]).join()).not.toContain('a-proposal')
    expect(due('2032-06-01', [{ event: 'circulated', on: '2032-06-01' }], [], '68').join()).not.toContain('a-proposal')
  })

  test('is known of a Party from the day it deposits, and of one that leaves from the day it denounces', () => {
    const more: Party[] = [
      { code: 'NEW', instrument: 'accession', deposited: '2028-01-01' },
      { code: 'GONE', instrument: 'ratification', deposited: '2027-03-01', denounced: '2028-01-01' },
    ]
    expect(due('2027-12-31', [], more).join()).not.toMatch(/NEW|GONE/)
    expect(due('2028-01-01', [], more)).toContain('2028-01-31 The Convention enters into force for NEW (67(2))')
    expect(due('2028-01-01', [], more)).toContain('2029-01-01 GONE ceases to be a Party (71(1))')
  })

  test('is nothing while the Convention has too few Parties', () => {
    expect(deadlines({ parties: PARTIES.slice(0, 29), proposals: [], asOf: '2031-01-01', readings: {} })).toEqual([])
  })

  test('is of another Article what its own procedure has, also where Article 70 has two ways', () => {
    const opened: FiledEvent[] = [{ event: 'circulated', on: '2033-01-15' }]
    const proposal = { proposal: 'a-proposal', basis: 'correction' as const, document: 'annex-1', changes: [] }
    const asked = (readings: Record<string, string>) =>
      deadlines({ parties: PARTIES, proposals: [{ proposal, events: opened }], asOf: '2033-02-01', readings }).map(
        ({ on, says, cite }) => `${on} ${says} (${cite})`,
      )
    expect(asked({ 'conference-route': 'alternative' })).toEqual(asked({}))
    expect(asked({})).toContain('2033-04-15 Last day on which an objection to a-proposal counts (VCLT 79(2))')
  })
})
