import fc from 'fast-check'
import { readings } from '../../src/law/index.ts'
import type { FiledEvent, Party, ReadingChoice, Situation } from '../../src/treaty/index.ts'

/** Random histories: registers around the number that matters, events before, in and after every period, any readings. */
export const history: fc.Arbitrary<Situation> = fc
  .tuple(
    fc.integer({ min: 29, max: 34 }),
    fc.constantFrom('70.1', '70.1', '70.2', '68', '62', 'correction'),
    fc.constantFrom('2031-01-15', '2031-08-31', '2032-02-29', '2033-03-01'),
  )
  .chain(([states, basis, sent]) => fc.tuple(register(states), events(states, sent, basis), choice, fc.constant(basis)))
  .map(([parties, events, readings, basis]) => ({
    proposal: {
      proposal: 'random',
      basis,
      by: 'S01',
      document: DOCUMENTS[basis] ?? 'annex-1',
      changes: [],
    } as Situation['proposal'],
    parties,
    events,
    readings,
  }))

const DOCUMENTS: Record<string, string> = { '68': 'article-4', '62': 'technical-annex' }

/** A day from before the first event to after the last, often one about the end of a period. */
export const dayAsked: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: day('2030-12-01', 1500) },
  { weight: 1, arbitrary: day('2031-07-10', 50) },
  { weight: 1, arbitrary: day('2032-02-25', 50) },
  { weight: 1, arbitrary: day('2032-08-25', 50) },
)

/** A history of Article 70(1), with the register and events that its outcome turns on, and none of the readings changed. */
export const silentHistory: fc.Arbitrary<Situation> = history.map((situation) => ({
  ...situation,
  proposal: { ...situation.proposal, basis: '70.1', document: 'annex-1' },
  readings: {},
}))

export const anObjection: fc.Arbitrary<FiledEvent> = fc.record({
  event: fc.constant('objection' as const),
  on: day('2030-12-01', 700),
  party: code(34),
})

function day(first: string, within: number): fc.Arbitrary<string> {
  const start = Date.parse(`${first}T00:00:00Z`)
  return fc
    .integer({ min: 0, max: within })
    .map((days) => new Date(start + days * 86_400_000).toISOString().slice(0, 10))
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

function code(states: number): fc.Arbitrary<string> {
  return fc.integer({ min: 1, max: states + 1 }).map((index) => `S${String(index).padStart(2, '0')}`)
}

// Most are Parties from the start; some come, leave, come back, or join by another instrument.
function register(states: number): fc.Arbitrary<Party[]> {
  const party = fc.record({
    deposited: fc.oneof(
      { weight: 9, arbitrary: fc.constant('2027-03-01') },
      { weight: 1, arbitrary: day('2030-06-01', 900) },
    ),
    instrument: fc.constantFrom<Party['instrument']>(
      'ratification',
      'ratification',
      'ratification',
      'accession',
      'approval',
    ),
    denounced: fc.option(
      fc.oneof({ weight: 8, arbitrary: day('2029-12-01', 1200) }, { weight: 1, arbitrary: day('2027-03-01', 120) }),
      { freq: 12, nil: undefined },
    ),
    back: fc.option(day('2030-12-10', 1240), { freq: 3, nil: undefined }),
  })
  const states_ = fc.array(party, { minLength: states, maxLength: states })
  const union: Party = {
    code: 'UNION',
    instrument: 'approval',
    deposited: '2027-03-01',
    organization: { members: ['S01', 'S02'] },
  }
  return states_.map((list) => [
    ...list.flatMap(({ deposited, instrument, denounced, back }, index) => {
      const own = { code: `S${String(index + 1).padStart(2, '0')}`, instrument }
      const leaves = denounced !== undefined && denounced > deposited ? { denounced } : {}
      const again =
        back !== undefined &&
        'denounced' in leaves &&
        back > String(leaves.denounced).replace(/^\d{4}/, (year) => String(Number(year) + 1))
      return [{ ...own, deposited, ...leaves }, ...(again ? [{ ...own, deposited: back }] : [])]
    }),
    union,
  ])
}

function events(states: number, sent: string, basis: string): fc.Arbitrary<FiledEvent[]> {
  const near = fc.oneof(
    { weight: 4, arbitrary: day(shifted(sent, -20), 300) },
    { weight: 1, arbitrary: fc.constantFrom(sent, shifted(sent, 1), shifted(sent, 20)) },
  )
  const of = (event: FiledEvent['event'], on: fc.Arbitrary<string> = near) =>
    fc.record({ event: fc.constant(event), on, party: code(states) })
  const many = (event: FiledEvent['event'], most: number) => fc.array(of(event), { maxLength: most })
  const votes = fc.oneof(
    fc.integer({ min: 15, max: 36 }),
    fc.uniqueArray(code(states), { minLength: 15, maxLength: 34 }),
  )
  const few = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.uniqueArray(code(states), { maxLength: 2 }))
  const vote = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        event: fc.constant('conference-vote' as const),
        on: near,
        inFavour: votes,
        against: fc.oneof(fc.constant(undefined), few),
        abstaining: fc.oneof(fc.constant(undefined), few),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        event: fc.constant('conference-vote' as const),
        on: near,
        consensus: fc.constantFrom(true, true, false),
        inFavour: fc.option(few, { nil: undefined }),
        against: fc.option(few, { freq: 1, nil: undefined }),
        abstaining: fc.option(few, { nil: undefined }),
      }),
    },
  )
  const decision = (event: FiledEvent['event']) =>
    fc.record({
      event: fc.constant(event),
      on: near,
      formalObjections: fc.constantFrom(undefined, undefined, 0, 1, ['S01', 'S02']),
      consensus: fc.constantFrom(undefined, undefined, true, false),
    })
  // Mostly once, on its day and unopposed: the histories are to go on to what the Parties do.
  const decided = (event: FiledEvent['event'], on: string) =>
    fc.oneof(
      { weight: 5, arbitrary: fc.constant([{ event, on }]) },
      { weight: 1, arbitrary: fc.array(decision(event), { maxLength: 2 }) },
    )
  const notified = fc.record({
    event: fc.constant('circulated' as const),
    on: fc.oneof(fc.constant(sent), near),
    until: fc.option(near, { nil: undefined }),
  })
  const opening = (event: FiledEvent['event'], usual: boolean) =>
    fc.oneof(
      { weight: usual ? 6 : 1, arbitrary: fc.constant([{ event, on: sent }]) },
      { weight: 1, arbitrary: fc.array(fc.record({ event: fc.constant(event), on: near }), { maxLength: 2 }) },
    )
  // Seldom: it ends the proposal.
  const withdrawal = fc.record({
    event: fc.constant('withdrawn' as const),
    on: fc.oneof({ weight: 1, arbitrary: near }, { weight: 5, arbitrary: day('2032-06-01', 900) }),
    party: fc.constantFrom(undefined, 'S01', 'S02'),
  })
  return fc
    .tuple(
      basis === 'correction' ? fc.array(notified, { maxLength: 2 }) : opening('circulated', basis !== '70.2'),
      opening('submitted', basis !== '70.1'),
      many('objection', 26),
      many('objection-withdrawn', 6),
      many('acceptance', 5),
      fc.array(vote, { maxLength: basis === '62' ? 1 : 2 }),
      many('consent', 8),
      many('ratification', 6),
      fc.array(withdrawal, { maxLength: 1 }),
      ...(basis === '62' ? [decided('recommended', sent), decided('suggested', shifted(sent, 20))] : []),
      ...(basis === 'correction'
        ? [
            fc.array(
              fc.oneof(
                of('correction-objection'),
                fc.record({
                  event: fc.constant('correction-objection' as const),
                  on: near,
                  party: fc.constant('UNION'),
                }),
              ),
              { maxLength: 3 },
            ),
          ]
        : []),
    )
    .chain((groups) => fc.shuffledSubarray(groups.flat() as FiledEvent[], { minLength: groups.flat().length }))
}

const choice: fc.Arbitrary<ReadingChoice> = fc
  .tuple(...readings.map(({ id, options }) => fc.constantFrom(...options.map((option) => [id, option.id] as const))))
  .map((pairs) => Object.fromEntries(pairs))
