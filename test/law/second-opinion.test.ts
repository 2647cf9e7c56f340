import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bindingChanges, decide } from '../../src/law/index.ts'
import type { FiledEvent, Situation } from '../../src/treaty/index.ts'
import { anObjection, dayAsked, history, silentHistory } from './histories.ts'
import { evaluate } from './plain/evaluate.ts'

/** `ANNEX_HISTORIES=100000 npx vitest run test/law/second-opinion.test.ts` asks for more. */
const HISTORIES = Number(process.env.ANNEX_HISTORIES ?? 1000)

function decided(situation: Situation, day: string) {
  const { status, deadline, ratifying, objections, parties } = decide(situation, day, { divergences: false })
  const bound = Object.fromEntries(Object.entries(parties).map(([code, { boundFrom }]) => [code, boundFrom]))
  return { status, deadline, ratifying, objections, bound }
}

/** A withdrawal moved to the day on which its Party objected, so that many fall on one day. */
function onTheDayOfItsObjection(event: FiledEvent, events: readonly FiledEvent[]): FiledEvent {
  if (event.event !== 'objection-withdrawn') return event
  const objection = events.find((other) => other.event === 'objection' && other.party === event.party)
  return { ...event, on: objection?.on ?? event.on }
}

describe('over random histories', () => {
  test('a second evaluator, written differently, comes to the same outcome', () => {
    fc.assert(
      fc.property(history, dayAsked, (situation, day) => {
        expect(decided(situation, day)).toEqual(evaluate(situation, day))
      }),
      { numRuns: HISTORIES },
    )
  }, 600_000)

  test('one more objection never brings a stopped amendment into force', () => {
    fc.assert(
      fc.property(silentHistory, anObjection, dayAsked, (situation, objection, day) => {
        fc.pre(decided(situation, day).status === 'blocked')
        const more = { ...situation, events: [...situation.events, objection] }
        expect(decided(more, day).status).toBe('blocked')
      }),
      { numRuns: Math.ceil(HISTORIES / 10) },
    )
  }, 600_000)

  test('one more objection never brings a stopped correction into force, nor a rejected recommendation to the Parties', () => {
    fc.assert(
      fc.property(history, dayAsked, anObjection, (situation, day, { on, party }) => {
        const { basis } = situation.proposal
        fc.pre(['62', 'correction'].includes(basis) && ['blocked', 'rejected'].includes(decided(situation, day).status))
        const objection: FiledEvent =
          basis === '62'
            ? { event: 'conference-vote', on, against: 1 }
            : { event: 'correction-objection', on, ...(party === undefined ? {} : { party }) }
        const more = { ...situation, events: [...situation.events, objection] }
        expect(decided(more, day).status).toBe(decided(situation, day).status)
      }),
      { numRuns: Math.ceil(HISTORIES / 10) },
    )
  }, 600_000)

  test('an answer for a day never depends on what is dated later', () => {
    fc.assert(
      fc.property(history, dayAsked, (situation, day) => {
        const parties = situation.parties
          .filter(({ deposited }) => deposited <= day)
          .map((party) =>
            party.denounced !== undefined && party.denounced > day ? { ...party, denounced: undefined } : party,
          )
        const events = situation.events.filter(({ on }) => on <= day)
        expect(decided({ ...situation, parties, events }, day)).toEqual(decided(situation, day))
      }),
      { numRuns: Math.ceil(HISTORIES / 4) },
    )
  }, 600_000)

  test('an answer does not depend on the order in which the events of a day are listed, but for those of one kind', () => {
    fc.assert(
      fc.property(history, dayAsked, (situation, day) => {
        const events = situation.events.map((event) => onTheDayOfItsObjection(event, situation.events))
        const step = ({ event, on }: FiledEvent) => `${on} ${event}`
        const listed = [...new Set(events.map(step))].map((each) => events.filter((event) => step(event) === each))
        const other = { ...situation, events: listed.toReversed().flat() }
        expect(decided(other, day)).toEqual(decided({ ...situation, events }, day))
      }),
      { numRuns: HISTORIES },
    )
  }, 600_000)

  test('the histories reach every outcome', () => {
    const reached = new Set(
      fc
        .sample(fc.tuple(history, dayAsked), { numRuns: 800, seed: 7 })
        .map(([situation, day]) => decided(situation, day).status),
    )
    expect([...reached].sort()).toEqual([
      'adopted',
      'awaiting-entry',
      'blocked',
      'circulated',
      'closed',
      'draft',
      'in-force',
      'recommended',
      'rejected',
      'submitted',
      'suggested',
    ])
  }, 600_000)

  test('a pending amendment changes nothing about any earlier day, for any Party', () => {
    fc.assert(
      fc.property(
        fc.array(silentHistory, { minLength: 2, maxLength: 4 }),
        fc.integer({ min: 1, max: 34 }),
        dayAsked,
        dayAsked,
        (histories, state, one, other) => {
          const [day, now] = one < other ? [one, other] : [other, one]
          const [pending, ...others] = histories.map(({ proposal, events }, index) => ({
            proposal: { ...proposal, proposal: `p${index}` },
            events,
          }))
          const parties = histories[0]?.parties ?? []
          if (pending === undefined) return
          fc.pre(
            ['draft', 'circulated'].includes(
              decide({ ...pending, parties, readings: {} }, now, { divergences: false }).status,
            ),
          )
          const code = `S${String(state).padStart(2, '0')}`
          const without = bindingChanges(parties, others, code, day, {}).amendments
          expect(bindingChanges(parties, [...others, pending], code, day, {}).amendments).toEqual(without)
        },
      ),
      { numRuns: Math.ceil(HISTORIES / 10) },
    )
  }, 600_000)
})
