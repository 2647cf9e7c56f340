import { describe, expect, test } from 'vitest'
import {
  type Amendment,
  amendmentsForInstrument,
  bindingChanges,
  type EntryQuestion,
  entryLookup,
  explain as explainBy,
  listingFor,
  type RecordedProposal,
} from '../../src/law/index.ts'
import { replay } from '../../src/text/index.ts'
import type { Added, Change, Entry, FiledEvent, Party, Removed, Renamed, Reworded } from '../../src/treaty/index.ts'
import { situationOf } from './case-file.ts'

const explain = (question: EntryQuestion) => explainBy(question, replay)

const PARTIES = situationOf({ parties: [36, 'exercise States'].join(' ') }).parties
const HAGUE: Entry = { id: 'hague-1970', text: { title: { en: 'the Hague' } } }
const BUDAPEST: Entry = { id: 'budapest-2001', text: { title: { en: 'Convention on Cybercrime' } } }

function added(entry: Entry): Added {
  return { document: 'annex-1', entry: entry.id, kind: 'added', before: null, after: entry, place: { after: null } }
}

function removed(entry: Entry): Removed {
  return { document: 'annex-1', entry: entry.id, kind: 'removed', before: entry, after: null, place: { after: null } }
}

function reworded(entry: string): Reworded {
  const parts = [{ field: 'title', language: 'en', before: 'a', after: 'b' }]
  return { document: 'annex-1', entry, kind: 'reworded', field: 'text', language: 'en', before: 'a', after: 'b', parts }
}

function renamed(before: string, after: string): Renamed {
  return { document: 'annex-1', entry: after, kind: 'renamed', before, after }
}

function sent(id: string, on: string, changes: Change[], ...events: FiledEvent[]): RecordedProposal {
  const proposal = { proposal: id, basis: '70.1' as const, document: 'annex-1', changes }
  return { proposal, events: [{ event: 'circulated', on, file: `${id}/circulated.yaml`, ref: 'C.N.1' }, ...events] }
}

function idsBinding(proposals: RecordedProposal[], party: string, asOf: string): string[] {
  return bindingChanges(PARTIES, proposals, party, asOf, {}).amendments.map(({ proposal }) => proposal.proposal)
}

describe('the amendments that bind a Party on a day', () => {
  test('come in the order in which they entered into force, not in which they are recorded', () => {
    const proposals = [sent('late', '2032-01-15', []), sent('early', '2031-01-15', [])]
    expect(idsBinding(proposals, 'S01', '2035-01-01')).toEqual(['early', 'late'])
  })

  test('keep the place of an amendment that this Party accepted only after another had entered into force', () => {
    const objection: FiledEvent = { event: 'objection', on: '2031-02-01', party: 'S01' }
    const acceptance: FiledEvent = { event: 'acceptance', on: '2034-01-01', party: 'S01' }
    const proposals = [sent('later', '2032-01-15', []), sent('first', '2031-01-15', [], objection, acceptance)]
    expect(idsBinding(proposals, 'S01', '2034-01-30')).toEqual(['later'])
    expect(idsBinding(proposals, 'S01', '2034-01-31')).toEqual(['first', 'later'])
    expect(idsBinding(proposals, 'S02', '2034-01-30')).toEqual(['first', 'later'])
  })

  test('of one day come in the order in which they were sent out, then by id', () => {
    // Six months from 30 and from 31 August both end on the last day of February.
    const proposals = [sent('c', '2031-08-31', []), sent('z', '2031-08-30', []), sent('a', '2031-08-31', [])]
    expect(idsBinding(proposals, 'S01', '2035-01-01')).toEqual(['z', 'a', 'c'])
  })

  test('of one day, where either route may be taken, come in the order in which the first route was opened', () => {
    const twice = (id: string, on: string, later: string): RecordedProposal => {
      const { proposal, events } = sent(id, on, [])
      return { proposal, events: [...events, { event: 'submitted', on: later }] }
    }
    const proposals = [twice('a', '2031-08-31', '2031-09-01'), twice('z', '2031-08-30', '2031-09-02')]
    const { amendments } = bindingChanges(PARTIES, proposals, 'S01', '2035-01-01', {
      'conference-route': 'alternative',
    })
    expect(amendments.map(({ proposal }) => proposal.proposal)).toEqual(['z', 'a'])
  })

  test('do not hold those that are pending, stopped or not yet in force, which are told apart', () => {
    const objections = PARTIES.slice(0, 12).map(
      ({ code }): FiledEvent => ({ event: 'objection', on: '2031-02-01', party: code }),
    )
    const proposals = [
      sent('stopped', '2031-01-15', [], ...objections),
      sent('awaited', '2031-01-15', []),
      sent('pending', '2031-06-01', []),
    ]
    const { amendments, others } = bindingChanges(PARTIES, proposals, 'S01', '2031-08-13', {})
    expect(others[2]?.reasons.map(({ cite }) => cite)).toEqual(['70(4)', '70(4)', '70(4)', '70(4)'])
    expect(amendments).toEqual([])
    expect(others.map(({ proposal, status, boundFrom }) => [proposal.proposal, status, boundFrom])).toEqual([
      ['stopped', 'blocked', null],
      ['awaited', 'awaiting-entry', '2031-08-14'],
      ['pending', 'circulated', null],
    ])
  })

  test('place a correction where it was made, though it holds from the beginning', () => {
    const correction: RecordedProposal = {
      proposal: { proposal: 'a-correction', basis: 'correction', document: 'annex-1', changes: [] },
      events: [{ event: 'circulated', on: '2033-01-15' }],
    }
    const { amendments } = bindingChanges(
      PARTIES,
      [correction, sent('an-addition', '2031-01-15', [])],
      'S01',
      '2034-01-01',
      {},
    )
    expect(amendments.map(({ proposal, boundFrom }) => [proposal.proposal, boundFrom])).toEqual([
      ['an-addition', '2031-08-14'],
      ['a-correction', '2027-05-30'],
    ])
  })

  test('say since when the Convention binds the Party, and each reading that all rests on', () => {
    const { because, readings, record, findings } = bindingChanges(
      PARTIES,
      [sent('one', '2031-01-15', [])],
      'S01',
      '2032-01-01',
      {},
    )
    expect(record?.code).toBe('S01')
    expect(because.map(({ cite }) => cite)).toEqual(['67(1)'])
    expect(readings).toEqual({
      'conference-route': 'by-proposer',
      'ratifying-parties': 'all-instruments',
      'denominator-date': 'deadline',
    })
    expect(findings).toEqual([])
  })

  test.each([
    ['ZZZ', '2031-01-01', '67', 'ZZZ is not in the register of Parties.'],
    ['ZZZ', '2027-05-30', '67', 'ZZZ is not in the register of Parties.'],
    ['S01', '2027-05-29', '67(1)', 'The Convention is not in force on 29 May 2027.'],
    ['LATE', '2031-01-30', '67(2)', 'The Convention enters into force for LATE only on 31 January 2031.'],
    ['GONE', '2031-01-01', '71(1)', 'GONE ceased to be a Party on 1 January 2031.'],
  ])('are none for %s on %s, who is no Party', (code, asOf, cite, message) => {
    const parties = [
      ...PARTIES,
      { code: 'LATE', instrument: 'accession' as const, deposited: '2031-01-01' },
      { code: 'GONE', instrument: 'ratification' as const, deposited: '2027-03-01', denounced: '2030-01-01' },
    ]
    const binding = bindingChanges(parties, [sent('one', '2028-01-15', [])], code, asOf, {})
    expect(binding).toMatchObject({ record: null, because: [], amendments: [], others: [], readings: {} })
    expect(binding.findings).toMatchObject([{ rule: 'law/not-a-party', cite, message }])
    expect(binding.findings[0]).not.toHaveProperty('at')
  })

  test('say of a regional organization that the text does not', () => {
    const union = {
      code: 'UNION',
      instrument: 'approval' as const,
      deposited: '2028-01-01',
      ref: 'C.N.9',
      organization: { members: ['S01'] },
    }
    const { amendments, findings, because } = bindingChanges(
      [...PARTIES, union],
      [sent('one', '2031-01-15', [])],
      'UNION',
      '2032-01-01',
      {},
    )
    expect(amendments).toHaveLength(1)
    expect(findings).toMatchObject([{ rule: 'law/organization-and-amendments', level: 'warning', cite: '70(5)' }])
    expect(because).toMatchObject([{ cite: '67(2)', event: { on: '2028-01-01', ref: 'C.N.9' } }])
  })

  test('name a reading that does not exist, and a record whose day is none', () => {
    const bad = { code: 'BAD', instrument: 'accession' as const, deposited: '2028-02-30' }
    const { findings } = bindingChanges([...PARTIES, bad], [], 'S01', '2032-01-01', { nothing: 'x' })
    expect(findings.map(({ rule }) => rule)).toEqual(['law/unknown-reading', 'law/real-day'])
  })

  test('of a State that leaves say until when', () => {
    const gone = { code: 'GONE', instrument: 'ratification' as const, deposited: '2027-03-01', denounced: '2030-01-01' }
    const { because } = bindingChanges([...PARTIES, gone], [], 'GONE', '2030-06-01', {})
    expect(because.map(({ cite }) => cite)).toEqual(['67(1)', '71(1)'])
    expect(because.map(({ event }) => event)).toStrictEqual([{ on: '2027-03-01' }, { on: '2030-01-01' }])
    const withReference = { ...gone, denouncedRef: 'C.N.8' }
    const read = bindingChanges([...PARTIES, withReference], [], 'GONE', '2030-06-01', {})
    expect(read.because[1]?.event).toEqual({ on: '2030-01-01', ref: 'C.N.8' })
    expect(read.record).toStrictEqual(withReference)
    const before = bindingChanges([...PARTIES, withReference], [], 'GONE', '2029-12-31', {})
    expect(Object.keys(before.record ?? {})).toEqual(['code', 'instrument', 'deposited'])
    expect(Object.keys(bindingChanges([...PARTIES, gone], [], 'GONE', '2030-06-01', {}).record ?? {})).not.toContain(
      'denouncedRef',
    )
  })

  test('of an organization whose last State leaves say that it goes with it', () => {
    const gone = { code: 'GONE', instrument: 'ratification' as const, deposited: '2027-03-01', denounced: '2030-01-01' }
    const union = { ...gone, code: 'UNION', organization: { members: ['GONE'] }, denounced: undefined }
    const { because } = bindingChanges([...PARTIES, gone, union], [], 'UNION', '2030-06-01', {})
    expect(because.map(({ cite }) => cite)).toEqual(['67(1)', '71(2)'])
  })

  test('name two instruments of the Party beside each other, and not those of another', () => {
    const once = { code: 'TWICE', instrument: 'ratification' as const, deposited: '2028-03-01' }
    const parties = [...PARTIES, once, { ...once, instrument: 'accession' as const }]
    expect(bindingChanges(parties, [], 'S01', '2031-01-01', {}).findings).toEqual([])
    expect(bindingChanges(parties, [], 'TWICE', '2031-01-01', {}).findings).toMatchObject([
      {
        rule: 'law/two-instruments',
        message:
          'TWICE has two instruments at the same time: ratification of 1 March 2028, and accession of 1 March 2028.',
      },
    ])
  })

  test('while too few have deposited an instrument, are none for anybody', () => {
    const { findings } = bindingChanges(PARTIES.slice(0, 29), [], 'S01', '2031-01-01', {})
    expect(findings).toMatchObject([
      { rule: 'law/not-a-party', cite: '67(1)', message: 'The Convention is not in force on 1 January 2031.' },
    ])
  })

  test("show the Party's record as it was known on the day", () => {
    const hague = {
      treaty: 'hague-1970',
      on: '2027-03-01',
      ground: 'not-a-party' as const,
      enteredIntoForce: '2030-01-01',
    }
    const left = { treaty: 'montreal-1971', on: '2031-01-01', ground: 'ceased' as const }
    const party = { code: 'FRA', instrument: 'ratification' as const, deposited: '2027-03-01' }
    const parties = [...PARTIES, { ...party, denounced: '2031-06-01', declarations: [hague, left] }]
    const record = (asOf: string) => bindingChanges(parties, [], 'FRA', asOf, {}).record
    const { enteredIntoForce: _, ...notYetLapsed } = hague
    expect(record('2029-12-31')).toEqual({ ...party, declarations: [notYetLapsed] })
    expect(record('2030-12-31')).toEqual({ ...party, declarations: [hague] })
    expect(record('2031-01-01')).toEqual({ ...party, declarations: [hague, left] })
    expect(record('2031-06-01')).toEqual({ ...party, denounced: '2031-06-01', declarations: [hague, left] })
  })
})

describe('the entries of Annex 1 that a Party may exclude', () => {
  test("are the Convention's own and those added by what binds it, with the day", () => {
    const { listed, addedFrom } = listingFor(
      ['hague-1970'],
      bindingChanges(PARTIES, [sent('one', '2031-01-15', [added(BUDAPEST), removed(HAGUE)])], 'S01', '2032-01-01', {}),
    )
    expect(listed).toEqual(['hague-1970', 'budapest-2001'])
    expect([...addedFrom]).toEqual([['budapest-2001', '2031-08-14']])
  })

  test('hold nothing that an amendment adds which does not bind the Party', () => {
    const objection: FiledEvent = { event: 'objection', on: '2031-02-01', party: 'S01' }
    const adding = sent('one', '2031-01-15', [added(BUDAPEST)], objection)
    expect(listingFor(['hague-1970'], bindingChanges(PARTIES, [adding], 'S01', '2032-01-01', {}))).toStrictEqual({
      listed: ['hague-1970'],
      addedFrom: new Map(),
      // It may accept the amendment still.
      pending: new Map([['budapest-2001', null]]),
      openedOn: new Map([['budapest-2001', '2031-01-15']]),
    })
  })

  test('are asked of what binds the Party alone, where nothing else is given', () => {
    expect(listingFor(['hague-1970'], { amendments: [] })).toStrictEqual({
      listed: ['hague-1970'],
      addedFrom: new Map(),
    })
  })

  test('hold as pending what an amendment would add, with the day once it is known; nothing of one that is over', () => {
    const adding = sent('one', '2031-01-15', [added(BUDAPEST), removed(HAGUE)], {
      event: 'withdrawn',
      on: '2031-02-01',
    })
    const pendingOn = (day: string, proposal: RecordedProposal, code = 'S02') =>
      listingFor(['hague-1970'], bindingChanges(PARTIES, [proposal], code, day, {})).pending
    expect(pendingOn('2031-01-14', adding)).toBeUndefined()
    expect(pendingOn('2031-01-31', adding)).toEqual(new Map([['budapest-2001', null]]))
    expect(pendingOn('2031-02-01', adding)).toBeUndefined()
    const silent = sent('one', '2031-01-15', [added(BUDAPEST), renamed('budapest-2001', 'cybercrime')])
    expect(pendingOn('2031-08-13', silent)).toEqual(
      new Map([
        ['budapest-2001', '2031-08-14'],
        ['cybercrime', '2031-08-14'],
      ]),
    )
    expect(pendingOn('2031-08-14', silent)).toBeUndefined()
  })

  test("hold the Convention's own as its own, also where it was struck out and added again", () => {
    const out = sent('out', '2031-01-15', [removed(HAGUE)])
    const again = sent('again', '2032-01-15', [added(HAGUE)])
    const { joinedWith, openedOn } = listingFor(
      ['hague-1970'],
      bindingChanges(PARTIES, [out, again], 'S01', '2033-01-01', {}),
    )
    expect(joinedWith).toEqual(new Set(['hague-1970']))
    expect(openedOn).toBeUndefined()
  })

  test('take no words for an id', () => {
    const words: Change = { ...reworded('hague-1970'), before: 'hague-1970', after: 'the Hague' }
    const binding = bindingChanges(PARTIES, [sent('one', '2031-01-15', [words])], 'S01', '2032-01-01', {})
    expect(listingFor(['hague-1970'], binding).listed).toEqual(['hague-1970'])
  })
})

describe('the amendments that an instrument meets', () => {
  const adding = sent('one', '2031-01-15', [added(BUDAPEST)])
  const meets = (deposited: string, day: string, readings = {}) => {
    const party = { code: 'NEW', instrument: 'accession' as const, deposited }
    const { amendments, others } = amendmentsForInstrument([...PARTIES, party], [adding], party, day, readings)
    const told = ({ boundFrom, joinedWith }: Amendment) => `${boundFrom} ${joinedWith ? 'joined with' : 'later'}`
    return { amendments: amendments.map(told), others: others.map(told) }
  }

  test('are known from its deposit, before the Convention is in force for the Party', () => {
    expect(meets('2032-01-01', '2032-01-01')).toEqual({ amendments: ['2032-01-31 joined with'], others: [] })
    expect(meets('2032-01-01', '2031-12-31')).toEqual({ amendments: [], others: [] })
    expect(meets('2032-01-01', '2032-01-01', { 'late-joiner': 'unamended' })).toEqual({
      amendments: [],
      others: ['null later'],
    })
  })

  test('are those of the instrument asked for, where the State left and came back, in order of entry into force', () => {
    const first: Party = { code: 'NEW', instrument: 'accession', deposited: '2027-03-01', denounced: '2028-01-01' }
    const again: Party = { code: 'NEW', instrument: 'accession', deposited: '2032-01-01' }
    const later = sent('later', '2031-03-15', [reworded('hague-1970')])
    const { amendments } = amendmentsForInstrument([...PARTIES, first, again], [later, adding], again, '2032-01-01', {})
    expect(amendments.map(({ proposal, boundFrom }) => [proposal.proposal, boundFrom])).toEqual([
      ['one', '2032-01-31'],
      ['later', '2032-01-31'],
    ])
  })

  test('are added later for who can still object as a Party, and else part of what it joins', () => {
    expect(meets('2031-06-15', '2031-06-15')).toEqual({ amendments: [], others: ['null later'] })
    expect(meets('2031-06-15', '2031-07-16')).toEqual({ amendments: ['2031-08-14 later'], others: [] })
    expect(meets('2031-06-16', '2031-06-16')).toEqual({ amendments: [], others: ['null joined with'] })
    expect(meets('2031-06-16', '2031-07-16')).toEqual({ amendments: ['2031-08-14 joined with'], others: [] })
  })

  test('are none where the Convention is not in force for anybody', () => {
    const [party] = PARTIES
    if (party === undefined) throw new Error('no Party')
    expect(amendmentsForInstrument([party], [adding], party, '2032-01-01', {})).toEqual({ amendments: [], others: [] })
  })
})

describe('the ids under which a treaty is listed', () => {
  const renaming = sent('other-id', '2031-01-15', [renamed('hague-1970', 'hague')])

  test('are its own, its earlier ones, and those that any renaming known gives it', () => {
    const objection: FiledEvent = { event: 'objection', on: '2031-02-01', party: 'S01' }
    const bound = bindingChanges(PARTIES, [renaming], 'S02', '2032-01-01', {})
    const not = bindingChanges(
      PARTIES,
      [{ ...renaming, events: [...renaming.events, objection] }],
      'S01',
      '2032-01-01',
      {},
    )
    for (const binding of [bound, not]) {
      const { listed, addedFrom, firstListedAs } = listingFor([{ id: 'hague-1970', formerly: ['the-hague'] }], binding)
      expect(listed).toEqual(['hague-1970', 'the-hague', 'hague'])
      expect([...addedFrom]).toEqual([])
      expect([...(firstListedAs ?? [])]).toEqual([
        ['the-hague', 'hague-1970'],
        ['hague', 'hague-1970'],
      ])
    }
  })

  test('of one added are listed from the same day; of one not listed, not at all', () => {
    const again = sent('again', '2032-01-15', [renamed('budapest-2001', 'cybercrime'), renamed('nothing', 'nothing-2')])
    const adding = sent('adding', '2031-01-15', [added(BUDAPEST)])
    const { listed, addedFrom } = listingFor([], bindingChanges(PARTIES, [adding, again], 'S02', '2033-01-01', {}))
    expect(listed).toEqual(['budapest-2001', 'cybercrime'])
    expect([...addedFrom]).toEqual([
      ['budapest-2001', '2031-08-14'],
      ['cybercrime', '2031-08-14'],
    ])
  })
})

describe('the entry that an id names in the text of a Party', () => {
  const text = (ids: string[], made: Change[], notMade: Change[] = []) =>
    entryLookup({ entries: ids.map((id) => ({ id, text: {} })), made, notMade })

  test('is the one of that id, before any that had it', () => {
    expect(text(['a', 'b'], [renamed('a', 'b')])('a')).toBe('a')
    expect(text(['b'], [])('a')).toBeUndefined()
  })

  test('is the one that has it no more, by what it carries or by a renaming made', () => {
    const carries = entryLookup({ entries: [{ id: 'b', formerly: ['a'], text: {} }], made: [], notMade: [] })
    expect(carries('a')).toBe('b')
    expect(text(['c'], [renamed('a', 'b'), renamed('b', 'c')])('a')).toBe('c')
  })

  test('is the one that would have it, where the renaming was not made', () => {
    expect(text(['a'], [], [renamed('a', 'b')])('b')).toBe('a')
    expect(text(['c'], [renamed('a', 'c')], [renamed('a', 'b')])('b')).toBe('c')
  })

  test('is none that words alone name', () => {
    const words: Change = { ...reworded('c'), before: 'a', after: 'b' }
    expect(text(['a'], [], [words])('b')).toBeUndefined()
    expect(text(['a'], [words])('b')).toBeUndefined()
  })

  test('is none where renamings lead in a circle', () => {
    expect(text(['x'], [renamed('a', 'b'), renamed('b', 'a')])('a')).toBeUndefined()
  })
})

describe('why an entry binds a Party on a day', () => {
  const objection: FiledEvent = {
    event: 'objection',
    on: '2031-02-01',
    party: 'S01',
    file: 'objection.yaml',
    ref: 'C.N.2',
  }
  const proposals = [sent('add-budapest', '2031-01-15', [added(BUDAPEST)], objection)]
  const question = {
    document: 'annex-1',
    entry: 'budapest-2001',
    own: [HAGUE],
    parties: PARTIES,
    proposals,
    readings: {},
  }

  test('is a chain of provisions, each with the event it met and the reading it rests on', () => {
    const {
      binds,
      says,
      because,
      proposals: touching,
      readings,
    } = explain({ ...question, party: 'S02', asOf: '2031-08-14' })
    expect(binds).toBe(true)
    expect(says).toBe('On 14 August 2031 budapest-2001 is part of annex-1 for S02.')
    expect(because.map(({ cite }) => cite)).toEqual(['67(1)', '70(4)', '70(4)', '70(4)', '70(4)', '70(5)', '70(5)'])
    expect(because[1]).toMatchObject({
      event: { file: 'add-budapest/circulated.yaml', ref: 'C.N.1', on: '2031-01-15' },
      reading: { id: 'conference-route', option: 'by-proposer' },
    })
    expect(touching).toMatchObject([
      { proposal: 'add-budapest', does: ['added'], status: 'in-force', boundFrom: '2031-08-14' },
    ])
    expect(Object.keys(readings)).toEqual(['conference-route', 'ratifying-parties', 'denominator-date'])
  })

  test('names the objection of a Party that is not bound, by its file and reference', () => {
    const { binds, says, because } = explain({ ...question, party: 'S01', asOf: '2031-08-14' })
    expect(binds).toBe(false)
    expect(says).toBe('On 14 August 2031 budapest-2001 is not part of annex-1 for S01.')
    expect(because.at(-1)).toMatchObject({
      cite: '70(5)',
      event: { file: 'objection.yaml', ref: 'C.N.2', on: '2031-02-01' },
    })
  })

  test('of a pending addition is that it does not yet', () => {
    expect(explain({ ...question, party: 'S02', asOf: '2031-07-01' })).toMatchObject({
      binds: false,
      proposals: [{ status: 'circulated', boundFrom: null }],
    })
  })

  test("of an entry of the Convention's own is its text, until an amendment that binds the Party removes it", () => {
    const gone = [sent('remove-hague', '2031-01-15', [removed(HAGUE)], objection)]
    const asked = { ...question, entry: 'hague-1970', proposals: gone }
    expect(explain({ ...asked, party: 'S02', asOf: '2031-08-13' })).toMatchObject({ binds: true })
    expect(explain({ ...asked, party: 'S02', asOf: '2031-08-14' })).toMatchObject({ binds: false })
    const { binds, because } = explain({ ...asked, party: 'S01', asOf: '2031-08-14' })
    expect(binds).toBe(true)
    expect(
      because.some(({ cite, says }) => cite === '17(1)' && says.includes('is in the original text of annex-1')),
    ).toBe(true)
  })

  test('follows a new name and stays with a new wording', () => {
    const changes = [sent('change', '2031-01-15', [reworded('hague-1970'), renamed('montreal-1971', 'montreal')])]
    const own = [HAGUE, { ...HAGUE, id: 'montreal-1971' }]
    const asked = { ...question, own, proposals: changes, party: 'S02', asOf: '2032-01-01' }
    expect(explain({ ...asked, entry: 'hague-1970' })).toMatchObject({
      binds: true,
      proposals: [{ does: ['reworded'] }],
    })
    expect(explain({ ...asked, entry: 'montreal' })).toMatchObject({ binds: true, proposals: [{ does: ['renamed'] }] })
    expect(explain({ ...asked, entry: 'montreal-1971' })).toMatchObject({
      binds: true,
      standsAs: 'montreal',
      says: 'On 1 January 2032 montreal-1971 (now montreal) is part of annex-1 for S02.',
    })
  })

  test('is asked by any id: where a renaming does not bind, the entry stands there by the old one', () => {
    const own = [{ ...HAGUE, id: 'montreal-1971' }]
    const proposals = [sent('change', '2031-01-15', [renamed('montreal-1971', 'montreal')], objection)]
    const asked = { ...question, own, proposals, asOf: '2032-01-01', entry: 'montreal' }
    expect(explain({ ...asked, party: 'S01' })).toMatchObject({ binds: true, standsAs: 'montreal-1971', findings: [] })
    expect(explain({ ...asked, party: 'S02' })).toMatchObject({ binds: true, standsAs: 'montreal' })
  })

  test('names the readings under which it would be otherwise', () => {
    const { divergences } = explain({ ...question, party: 'S02', asOf: '2031-08-14' })
    expect(divergences).toEqual([
      {
        reading: 'conference-route',
        option: 'cumulative',
        binds: false,
        proposals: [{ proposal: 'add-budapest', boundFrom: null }],
      },
    ])
    expect(explain({ ...question, entry: 'hague-1970', party: 'S02', asOf: '2031-08-14' }).divergences).toEqual([])
  })

  test('of another document ignores proposals to this one, and its declarations', () => {
    const asked = { ...question, document: 'article-4', entry: 'hague-1970', party: 'S02', asOf: '2032-01-01' }
    expect(explain(asked)).toMatchObject({ binds: true, proposals: [], because: [{ cite: '67(1)' }, { cite: '4' }] })
    expect(explain({ ...asked, entry: 'budapest-2001' })).toMatchObject({ binds: false, proposals: [] })
    expect(explain({ ...asked, document: 'technical-annex' }).because[1]).toMatchObject({ cite: '62(9)' })
    expect(explain({ ...asked, document: 'another' }).because[1]).toMatchObject({ cite: 'another' })
  })

  test('ends with the declaration of a Party that excludes it', () => {
    const declarations = [
      {
        treaty: 'hague-1970',
        on: '2028-01-01',
        ground: 'not-a-party' as const,
        ref: 'C.N.7',
        enteredIntoForce: '2040-01-01',
      },
    ]
    const parties = [
      ...PARTIES,
      { code: 'FRA', instrument: 'accession' as const, deposited: '2028-01-01', declarations },
    ]
    const asked = { ...question, parties, entry: 'hague-1970', party: 'FRA' }
    const { binds, says, because } = explain({ ...asked, asOf: '2032-01-01' })
    expect(binds).toBe(false)
    expect(says).toBe('On 1 January 2032 hague-1970 is deemed not to be included in annex-1 for FRA.')
    expect(because.at(-1)).toMatchObject({ cite: '17(2)', event: { on: '2028-01-01', ref: 'C.N.7' } })
    expect(
      explain({
        ...asked,
        entry: 'montreal-1971',
        own: [HAGUE, { ...HAGUE, id: 'montreal-1971' }],
        asOf: '2032-01-01',
      }),
    ).toMatchObject({ binds: true })
    const lapsed = explain({ ...asked, asOf: '2040-01-01' })
    expect(lapsed.binds).toBe(true)
    expect(lapsed.because.slice(-2)).toMatchObject([
      { cite: '17(2)', event: { on: '2028-01-01', ref: 'C.N.7' } },
      {
        cite: '17(2)',
        says: 'The treaty entered into force for FRA on 1 January 2040, so the declaration ceases to have effect.',
      },
    ])
    expect(explain({ ...asked, document: 'article-4', asOf: '2032-01-01' })).toMatchObject({ binds: true })
  })

  test('leaves out what touches other entries alone', () => {
    const own = [HAGUE, { ...HAGUE, id: 'montreal-1971' }]
    const {
      binds,
      proposals: touching,
      because,
    } = explain({ ...question, own, entry: 'hague-1970', party: 'S02', asOf: '2032-01-01' })
    expect(binds).toBe(true)
    expect(touching).toEqual([])
    expect(because.map(({ cite }) => cite)).toEqual(['67(1)', '17(1)'])
  })

  test('for one that is no Party is that nothing binds it', () => {
    expect(explain({ ...question, entry: 'hague-1970', party: 'ZZZ', asOf: '2032-01-01' }).binds).toBe(false)
    const { binds, says, findings } = explain({ ...question, party: 'ZZZ', asOf: '2032-01-01' })
    expect(binds).toBe(false)
    expect(says).toBe('ZZZ is not a Party on 1 January 2032, so nothing in annex-1 binds it.')
    expect(findings.map(({ rule }) => rule)).toEqual(['law/not-a-party'])
  })
})
