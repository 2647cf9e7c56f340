import { describe, expect, test } from 'vitest'
import { type EntryQuestion, explain, type RecordedProposal, type Replay } from '../../src/law/index.ts'
import { replay } from '../../src/text/index.ts'
import type { Change, Declaration, Entry, FiledEvent, Finding, Party } from '../../src/treaty/index.ts'
import { situationOf } from './case-file.ts'
import { OBJECTED_TO, RESTS_ON_MUCH } from './resting.ts'

const PARTIES = situationOf({ parties: '36 exercise States' }).parties
const HAGUE: Entry = { id: 'hague-1970', text: { title: { en: 'a' } } }
const MONTREAL: Entry = { id: 'montreal-1971', text: { title: { en: 'a' } } }
const BUDAPEST: Entry = { id: 'budapest-2001', text: { title: { en: 'Convention on Cybercrime' } } }

const SENT: FiledEvent = { event: 'circulated', on: '2031-01-15' }
const ADOPTED: FiledEvent[] = [
  { event: 'circulated', on: '2031-02-01' },
  { event: 'submitted', on: '2031-02-01' },
  { event: 'conference-vote', on: '2031-02-15', inFavour: 30 },
  { event: 'consent', on: '2031-02-15', party: 'S01' },
]

const CONSENTED_TO_LATE: FiledEvent[] = [
  { event: 'circulated', on: '2031-07-01' },
  { event: 'submitted', on: '2031-07-01' },
  { event: 'conference-vote', on: '2031-08-01', inFavour: 30 },
  { event: 'consent', on: '2031-08-10', party: 'FRA' },
]

const place = { after: null }
const document = 'annex-1'
const added = (entry: Entry): Change => ({
  document,
  entry: entry.id,
  kind: 'added',
  before: null,
  after: entry,
  place,
})
const removed = (entry: Entry): Change => ({
  document,
  entry: entry.id,
  kind: 'removed',
  before: entry,
  after: null,
  place,
})
const renamed = (before: string, after: string): Change => ({ document, entry: after, kind: 'renamed', before, after })
const reworded = (entry: string): Change => {
  const parts = [{ field: 'title', language: 'en', before: 'a', after: 'b' }]
  return { document, entry, kind: 'reworded', field: 'text', language: 'en', before: 'a', after: 'b', parts }
}

function recorded(proposal: string, changes: Change[], events: readonly FiledEvent[] = [SENT]): RecordedProposal {
  return { proposal: { proposal, basis: '70.1', document, changes }, events }
}

function question(entry: string, proposals: RecordedProposal[], more: Partial<EntryQuestion> = {}): EntryQuestion {
  const asked = { document, entry, own: [HAGUE, MONTREAL], party: 'S01', asOf: '2032-01-01', parties: PARTIES }
  return { ...asked, proposals, readings: {}, ...more }
}

function declaring(declarations: Declaration[]): Party[] {
  return [...PARTIES, { code: 'FRA', instrument: 'accession', deposited: '2028-01-01', declarations }]
}

describe('the findings of an explanation', () => {
  test('are those of the replay that touch the entry, by whichever id', () => {
    const of = (entry: string | null): Finding & { entry: string | null } => {
      return { rule: 'law/before-does-not-match', level: 'warning', message: `of ${entry}`, hint: '', entry }
    }
    const finding: Replay = (...made) => ({
      ...replay(...made),
      findings: [of(null), of('hague-1970'), of('hague'), of('montreal-1971')],
    })
    const { findings } = explain(question('hague', [recorded('new-id', [renamed('hague-1970', 'hague')])]), finding)
    expect(findings.map(({ message }) => message)).toEqual(['of hague-1970', 'of hague'])
  })
})

describe('the proposals that touch an entry', () => {
  test('are found by an id that it no longer has', () => {
    const proposals = [recorded('new-id', [renamed('hague-1970', 'hague')])]
    expect(explain(question('hague-1970', proposals), replay)).toMatchObject({
      standsAs: 'hague',
      proposals: [{ proposal: 'new-id', does: ['renamed'] }],
    })
  })
})

describe('the declarations that an explanation names', () => {
  test('are those on the entry, though the text of the Party has it no more', () => {
    const parties = declaring([
      { treaty: 'hague-1970', on: '2028-01-01', ground: 'not-a-party' },
      { treaty: 'montreal-1971', on: '2028-01-01', ground: 'not-a-party' },
    ])
    const proposals = [recorded('gone', [removed(HAGUE)])]
    const { standsAs, because } = explain(question('hague-1970', proposals, { parties, party: 'FRA' }), replay)
    expect(standsAs).toBeNull()
    const declared = because.filter(({ cite }) => cite === '17(2)').map(({ says }) => says)
    expect(declared).toHaveLength(1)
    expect(declared[0]).toContain('that hague-1970 shall be deemed not to be included')
  })

  test('are also those in vain, and of the entry alone', () => {
    const parties = declaring([
      { treaty: 'montreal-1971', on: '2030-01-01', ground: 'not-a-party' },
      { treaty: 'hague-1970', on: '2030-01-01', ground: 'not-a-party' },
    ])
    const { binds, because } = explain(question('hague-1970', [], { parties, party: 'FRA' }), replay)
    expect(binds).toBe(true)
    expect(because.map(({ cite }) => cite)).toEqual(['67(2)', '17(1)', '17(2)'])
    expect(because.at(-1)?.says).toContain('on hague-1970 has no effect')
    const other = explain(question('hague-1970', [], { parties, party: 'FRA', document: 'article-4' }), replay)
    expect(other.because.map(({ cite }) => cite)).toEqual(['67(2)', '4'])
  })

  test('may name it by another id', () => {
    const parties = declaring([{ treaty: 'the-hague', on: '2028-01-01', ground: 'not-a-party' }])
    const own = [{ ...HAGUE, formerly: ['the-hague'] }]
    expect(explain(question('hague-1970', [], { parties, party: 'FRA', own }), replay)).toMatchObject({
      binds: false,
      says: 'On 1 January 2032 hague-1970 is deemed not to be included in annex-1 for FRA (declared as the-hague).',
    })
  })
})

describe('what would be otherwise for an entry', () => {
  test('is that it binds, or not, though every amendment binds from the same day', () => {
    const parties = declaring([{ treaty: 'budapest-2001', on: '2031-08-14', ground: 'not-a-party' }])
    const asked = question('budapest-2001', [recorded('addition', [added(BUDAPEST)])], { parties, party: 'FRA' })
    const { binds, divergences } = explain(asked, replay)
    expect(binds).toBe(true)
    expect(divergences.filter(({ reading }) => reading === 'exclusion-of-added-treaties')).toEqual([
      { reading: 'exclusion-of-added-treaties', option: 'also-on-amendment', binds: false, proposals: [] },
    ])
  })

  test('is that an amendment binds from another day, though the entry binds all the same; each amendment by its own', () => {
    const proposals = [
      recorded('silent', [reworded('hague-1970')]),
      recorded('adopted', [reworded('hague-1970')], ADOPTED),
    ]
    const { binds, divergences } = explain(question('hague-1970', proposals), replay)
    expect(binds).toBe(true)
    expect(divergences.find(({ option }) => option === 'alternative')).toEqual({
      reading: 'conference-route',
      option: 'alternative',
      binds: true,
      proposals: [{ proposal: 'adopted', boundFrom: '2031-03-17' }],
    })
  })

  test('may take several readings together', () => {
    const { parties, events } = OBJECTED_TO
    const proposals = [recorded('addition', [added(BUDAPEST)], events)]
    const { divergences, findings } = explain(question('budapest-2001', proposals, { parties, party: 'S18' }), replay)
    expect(findings).toEqual([])
    expect(divergences.filter(({ together }) => together !== undefined)).toEqual([
      {
        reading: 'ratifying-parties',
        option: 'ratification-only',
        together: { 'denominator-date': 'circulation' },
        binds: false,
        proposals: [{ proposal: 'addition', boundFrom: null }],
      },
    ])
  })

  test('is asked one reading at a time where there are too many, and that is said', () => {
    const { events, readings } = RESTS_ON_MUCH
    const parties: Party[] = [...PARTIES, { code: 'FRA', instrument: 'accession', deposited: '2031-06-01' }]
    const after = recorded('after', [reworded('hague-1970')], CONSENTED_TO_LATE)
    const proposals = [recorded('before', [reworded('hague-1970')], events), after]
    const asked = question('hague-1970', proposals, { parties, party: 'FRA', readings })
    const { divergences, findings } = explain(asked, replay)
    expect(findings.map(({ rule }) => rule)).toContain('law/divergences-one-by-one')
    expect(divergences.length).toBeGreaterThan(0)
    expect(divergences.filter(({ together }) => together !== undefined)).toEqual([])
  })

  test("is asked of the entry's own lines and changes alone", () => {
    const asked: unknown[] = []
    const listening: Replay = (original, taken, untaken) => {
      const changes = [...taken, ...untaken].map((each) => [each.proposal, ...each.changes.map(({ entry }) => entry)])
      asked.push([original.entries.map(({ id }) => id), ...changes])
      return replay(original, taken, untaken)
    }
    const proposals = [
      recorded('both', [reworded('hague-1970'), reworded('montreal-1971')]),
      recorded('another', [reworded('montreal-1971')]),
    ]
    explain(question('hague-1970', proposals), listening)
    expect(asked[0]).toEqual([
      ['hague-1970', 'montreal-1971'],
      ['another', 'montreal-1971'],
      ['both', 'hague-1970', 'montreal-1971'],
    ])
    expect(asked.length).toBeGreaterThan(1)
    for (const other of asked.slice(1)) expect(other).toEqual([['hague-1970'], ['both', 'hague-1970']])
  })
})
