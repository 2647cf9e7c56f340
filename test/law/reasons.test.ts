import { describe, expect, test } from 'vitest'
import { checkDeclaration, checkEvent, checkProposal, decide } from '../../src/law/index.ts'
import type { Entry, FiledEvent, Party, Proposer } from '../../src/treaty/index.ts'
import { type Given, situationOf } from './case-file.ts'

const SENT: FiledEvent = { on: '2031-01-15', event: 'circulated' }
const OBJECTION: FiledEvent = { on: '2031-02-01', event: 'objection', party: 'S01' }
const BOTH_STEPS = { 'conference-route': 'cumulative' }

function reasons(given: Omit<Given, 'parties'>, day: string): string {
  const situation = situationOf({ parties: '36 exercise States', ...given })
  return decide(situation, day, { divergences: false })
    .because.map(({ cite, says }) => `${cite}: ${says}`)
    .join('\n')
}

describe('the reasoning names the day on which the States Parties are counted', () => {
  test.each([
    ['2031-07-14', {}, 'when the period had not ended'],
    ['2031-07-15', {}, 'the last day of the period'],
    ['2031-07-16', {}, 'the last day of the period'],
    ['2031-07-14', { 'denominator-date': 'circulation' }, 'the day the draft was sent'],
  ])('asked for %s under %o: %s', (day, readings, words) => {
    expect(reasons({ events: [SENT], readings }, day)).toContain(words)
  })
})

test('the reasoning counts the withdrawals of objections, and says what they do', () => {
  const events: FiledEvent[] = [SENT, OBJECTION, { on: '2031-03-01', event: 'objection-withdrawn', party: 'S01' }]
  expect(reasons({ events }, '2031-07-16')).toContain('70(4): Withdrawals of objections received: 1.')
})

describe('the reasoning says how the Conference decided', () => {
  const decision = (vote: Partial<FiledEvent>) =>
    reasons(
      {
        basis: '70.2',
        by: 'secretariat',
        events: [
          { on: '2031-01-15', event: 'submitted' },
          { on: '2031-03-03', event: 'conference-vote', ...vote },
        ],
      },
      '2031-03-03',
    )

  test('by consensus', () => {
    expect(decision({ consensus: true })).toContain('70(6): The Conference decided by consensus: 36 of 36')
  })

  test('by a vote', () => {
    expect(decision({ inFavour: 23 })).toContain('70(6): 23 of 36 voted in favour')
  })

  test('with nobody in favour, where only votes against are recorded', () => {
    expect(decision({ against: 5 })).toContain('70(6): 0 of 36 voted in favour')
  })
})

describe('where both steps are needed, a step not yet opened gives no reason', () => {
  test('neither the sending out while the Conference has the draft', () => {
    const given = { basis: '70.2', by: 'secretariat', readings: BOTH_STEPS } as const
    const said = reasons({ ...given, events: [{ on: '2031-01-15', event: 'submitted' }] }, '2031-01-15')
    expect(said).toMatch(/^70\(6\): The amendment was submitted to the Conference .*$/)
  })

  test('nor the Conference while the draft is out', () => {
    expect(reasons({ by: 'S01', readings: BOTH_STEPS, events: [SENT] }, '2031-01-15')).not.toContain('70(6)')
  })
})

test.each([
  ['objection', [SENT], 'The Party is bound like a Party that did not object.'],
  ['objection-withdrawn', [SENT, OBJECTION], 'It is not an acceptance'],
] as const)('who files a late %s is told what is left to do', (event, events, words) => {
  const situation = situationOf({ parties: '36 exercise States', events: [...events] })
  const [finding] = checkEvent(situation, { on: '2031-08-01', event, party: 'S01' })
  expect(finding?.hint).toContain(words)
})

describe('who may not propose is told why', () => {
  const UNION: Party = {
    code: 'UNION',
    instrument: 'approval',
    deposited: '2027-03-01',
    organization: { members: ['S01'] },
  }
  const standing = (by: Proposer | undefined) => {
    const situation = situationOf({ parties: ['36 exercise States', UNION], ...(by === undefined ? {} : { by }) })
    return checkProposal({ ...situation, before: [], after: [], asOf: '2031-01-01' }).map(({ message }) => message)
  }
  test.each([
    [undefined, 'The proposal names no proposer, but a State Party proposes under 70(1).'],
    ['ZZZ', 'ZZZ is not a State Party on 1 January 2031, so it cannot propose under 70(1).'],
    ['UNION', 'UNION is a regional organization, not a State, so it cannot propose under 70(1).'],
  ] as const)('%s', (by, message) => {
    expect(standing(by)).toEqual([message])
  })
})

test.each([
  ['S01', 'sent out before five years', 36, 'the first day is 30 May 2032.'],
  ['S01', 'sent out before the Convention is in force', 29, 'the Convention is not in force.'],
] as const)('a proposal by %s %s is told until when to wait', (by, _, states, words) => {
  const situation = situationOf({ basis: '68', document: 'article-4', by, parties: `${states} exercise States` })
  const found = checkProposal({ ...situation, before: [], after: [], asOf: '2031-01-01' })
  expect(found.find(({ rule }) => rule === 'law/five-years')?.message).toContain(words)
  const [refused] = checkEvent(situation, { on: '2031-01-01', event: 'submitted' })
  expect(refused?.message).toContain(words)
})

describe('of an instrument it is said what keeps it from being proposed', () => {
  const proposed = (facts: Entry['facts']) => {
    const entry: Entry = { id: 'budapest-2001', text: {}, ...(facts === undefined ? {} : { facts }) }
    const change = { document: 'annex-1', entry: entry.id, kind: 'added', before: null, after: entry } as const
    const changes = [{ ...change, place: { after: null } }]
    const situation = situationOf({ by: 'S01', statement: 'Why.', changes, parties: '36 exercise States' })
    return checkProposal({
      ...situation,
      before: [],
      after: [entry],
      asOf: '2031-01-01',
      files: { proposal: 'proposal.yaml', document: 'annex-1.yaml' },
    })
  }

  test('nothing is known of its entry into force', () => {
    expect(proposed({ scope: 'regional' })).toMatchObject([
      {
        message:
          'The entry into force of budapest-2001 is missing: an instrument that is not in force cannot be proposed.',
        hint: expect.stringContaining('Add the day as `inForce`'),
        at: { file: 'annex-1.yaml', path: ['entries', 0, 'facts'] },
      },
    ])
  })

  test('it enters into force later', () => {
    expect(proposed({ scope: 'regional', inForce: '2032-07-01' })).toMatchObject([
      {
        message: 'budapest-2001 enters into force on 1 July 2032, so it is not yet in force on 1 January 2031.',
        hint: 'Wait until it has entered into force.',
        at: { file: 'annex-1.yaml', path: ['entries', 0, 'facts', 'inForce'] },
      },
    ])
  })
})

test('what is wrong with a proposal itself points to its own file', () => {
  const situation = situationOf({ parties: '36 exercise States', changes: [] })
  const about = { ...situation, before: [], after: [], asOf: '2031-01-01' }
  const places = (files: { proposal?: string; document?: string }) =>
    checkProposal({ ...about, files }).map(({ at }) => at)
  expect(places({ proposal: 'proposal.yaml', document: 'annex-1.yaml' })).toEqual([
    { file: 'proposal.yaml', path: ['document'] },
    { file: 'proposal.yaml', path: ['by'] },
  ])
  expect(places({ document: 'annex-1.yaml' })).toEqual([{ path: ['document'] }, { path: ['by'] }])
})

test('what is wrong with an event points to the file it stands in', () => {
  const situation = situationOf({ parties: '36 exercise States', events: [SENT] })
  const place = (event: FiledEvent) => checkEvent(situation, event).map(({ at }) => at)
  expect(place({ ...OBJECTION, party: 'ZZZ', file: 'objection.yaml' })).toEqual([
    { file: 'objection.yaml', path: ['party'] },
  ])
  expect(place({ ...OBJECTION, on: '2031-02-30', file: 'objection.yaml' })).toEqual([
    { file: 'objection.yaml', path: ['on'] },
  ])
  expect(place({ ...OBJECTION, on: '2031-02-30' })).toEqual([{ path: ['on'] }])
})

describe('who files an event is told', () => {
  const UNION: Party = {
    code: 'UNION',
    instrument: 'approval',
    deposited: '2027-03-01',
    organization: { members: ['S01'] },
  }
  const told = (event: FiledEvent) => {
    const situation = situationOf({ parties: ['36 exercise States', UNION], events: [SENT] })
    return checkEvent(situation, event).map(({ message, hint }) => `${message} ${hint}`)
  }

  test('that a State is no Party', () => {
    expect(told({ ...OBJECTION, party: 'ZZZ' })[0]).toMatch(
      /^ZZZ is not a State Party on 1 February 2031: its objection /,
    )
  })

  test('that an organization is no State Party', () => {
    expect(told({ ...OBJECTION, party: 'UNION' })[0]).toMatch(
      /^UNION is a regional organization, but 70\(4\) is about States/,
    )
  })

  test('which event has to come first', () => {
    expect(told({ ...OBJECTION, on: '2031-01-14' })[0]).toContain('no event "circulated" with effect is recorded')
  })

  test('which events the procedure knows', () => {
    expect(told({ on: '2031-02-01', event: 'consent', party: 'S01' })[0]).toContain(
      'Choose one of circulated, objection, objection-withdrawn, acceptance, withdrawn.',
    )
  })

  test('why there is no State Party to count', () => {
    const messages = (parties: string, asOf: string) =>
      decide(situationOf({ parties, events: [{ ...SENT, on: '2027-05-01' }] }), asOf, {
        divergences: false,
      }).findings.map(({ message }) => message)
    const notYet = 'it enters into force ninety days after the thirtieth instrument of a State'
    expect(messages('29 exercise States', '2027-05-02')[0]).toContain(notYet)
    expect(messages('30 exercise States', '2027-05-29')[0]).toContain(notYet)
    expect(messages('30 exercise States', '2027-05-30')).toEqual([])
    const left = situationOf({ parties: '30 exercise States denounced on 2030-01-01', events: [SENT] })
    expect(decide(left, '2031-01-15', { divergences: false }).findings[0]?.message).toContain('No State Party is left')
  })
})

test.each([
  [{}, 'it must declare on the day of its deposit, 1 March 2027.'],
  [
    { 'exclusion-of-added-treaties': 'also-on-amendment' },
    'on the day of its deposit, 1 March 2027, or by 14 August 2031, when budapest-2001 is added for it.',
  ],
])('who declares too late is told until when it was possible, under %o', (readings, words) => {
  const { parties } = situationOf({ parties: '30 exercise States' })
  const [party] = parties
  if (party === undefined) throw new Error('no Party')
  const [finding] = checkDeclaration({
    declaration: { treaty: 'budapest-2001', on: '2031-08-15', ground: 'not-a-party' },
    party,
    parties,
    listed: ['budapest-2001'],
    addedFrom: new Map([['budapest-2001', '2031-08-14']]),
    readings,
  })
  expect(finding?.message).toContain(words)
})

test('of who objects to a correction and is no contracting State it is said why', () => {
  const left: Party = { code: 'LEFT', instrument: 'ratification', deposited: '2027-03-01', denounced: '2028-01-01' }
  const situation = situationOf({
    basis: 'correction',
    by: 'depositary',
    parties: ['36 exercise States', left],
    events: [SENT],
  })
  const said = (party: string) =>
    checkEvent(situation, { on: '2031-02-01', event: 'correction-objection', party }).map(({ message }) => message)
  expect(said('SIGN')).toEqual([
    'SIGN is not in the register: its objection counts only if it has signed the Convention.',
  ])
  expect(said('LEFT')).toEqual([
    'LEFT has left the Convention: its objection counts only if it has signed the Convention.',
  ])
})
