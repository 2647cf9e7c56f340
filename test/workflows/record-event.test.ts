import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eventPath } from '../../src/files/index.ts'
import { checkEvent, decide, deniesEffect } from '../../src/law/index.ts'
import {
  compareDays,
  type EventKind,
  type FiledEvent,
  type ReadingChoice,
  type Situation,
} from '../../src/treaty/index.ts'
import { withNewEvent } from '../../src/workflows/proposal/record-event.ts'

const STATES = Array.from({ length: 31 }, (_, index) => `S${String(index + 1).padStart(2, '0')}`)
const DAYS = ['2023-01-15', '2023-01-16', '2023-07-15', '2023-07-16', '2023-08-20']

/** By basis: the document, what opens its procedure, and what Parties do in it. */
const BASES: Record<string, { document: string; opens: EventKind[]; acts: EventKind[] }> = {
  '70.1': {
    document: 'annex-1',
    opens: ['circulated', 'submitted'],
    acts: ['objection', 'objection-withdrawn', 'acceptance', 'consent'],
  },
  '70.2': {
    document: 'annex-1',
    opens: ['submitted', 'circulated'],
    acts: ['consent', 'objection', 'objection-withdrawn', 'acceptance'],
  },
  '68': { document: 'article-4', opens: ['submitted'], acts: ['ratification', 'consent'] },
  '62': { document: 'technical-annex', opens: ['recommended', 'suggested'], acts: ['ratification', 'acceptance'] },
  correction: { document: 'annex-1', opens: ['circulated'], acts: ['correction-objection', 'objection'] },
}

interface Brought {
  proposal: Situation['proposal']
  /** Day by day; of one day in any order. */
  events: FiledEvent[]
}

const brought: fc.Arbitrary<Brought> = fc.constantFrom(...Object.keys(BASES)).chain((basis) => {
  const { document, opens, acts } = BASES[basis] ?? { document: 'annex-1', opens: [], acts: [] }
  const proposal = { proposal: 'any', basis, document, changes: [] } as unknown as Situation['proposal']
  const on = fc.constantFrom(...DAYS)
  const act = fc.record({ on, event: fc.constantFrom(...acts), party: fc.constantFrom(...STATES.slice(0, 3)) })
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.record({ on: fc.constantFrom(...DAYS.slice(0, 2)), event: fc.constantFrom(...opens) }) },
    {
      weight: 4,
      arbitrary: fc.record({
        on,
        event: fc.constant<EventKind>('conference-vote'),
        inFavour: fc.constantFrom(5, 25, 30),
      }),
    },
    { weight: 1, arbitrary: fc.record({ on, event: fc.constant<EventKind>('withdrawn') }) },
  )
  const opening = fc.constant(opens.slice(0, 1).map((event): FiledEvent => ({ on: DAYS[0] ?? '', event })))
  return fc
    .tuple(opening, fc.array(fc.oneof(act, act, step), { minLength: 4, maxLength: 16 }))
    .map(([first, others]): FiledEvent[] => [...first, ...others])
    .chain((all) => fc.shuffledSubarray(all, { minLength: all.length }))
    .map((all) => ({ proposal, events: all.sort((one, other) => compareDays(one.on, other.on)) }))
})

const readings: fc.Arbitrary<ReadingChoice> = fc.record({
  'conference-route': fc.constantFrom('by-proposer', 'alternative', 'cumulative'),
  'technical-annex-entry-into-force': fc.constantFrom('article-68', 'individual-acceptance'),
})

/** Files what has effect, as the clerk does: the events in the order of the record, and in that in which they were filed. */
function fileAll(events: readonly FiledEvent[], situation: Omit<Situation, 'events'>) {
  let record: FiledEvent[] = []
  const asFiled: FiledEvent[] = []
  for (const event of events) {
    const file = eventPath(
      'any',
      event,
      record.map((each) => each.file ?? ''),
    )
    const placed = withNewEvent(record, event, file)
    const found = checkEvent({ ...situation, events: placed }, event)
    if (found.some((finding) => finding.level === 'error' || deniesEffect(finding))) continue
    const filed = { ...event, file }
    record = placed.map((each) => (each === event ? filed : each))
    asFiled.push(filed)
  }
  return { record, asFiled }
}

describe('recorded events', () => {
  it('give the same outcome when they are read from their files', () => {
    const parties = STATES.map((code) => ({ code, instrument: 'ratification' as const, deposited: '2017-03-01' }))
    let filed = 0
    fc.assert(
      fc.property(brought, readings, fc.constantFrom(...DAYS), ({ proposal, events }, chosen, asOf) => {
        const situation = { proposal, parties, readings: chosen }
        const { record, asFiled } = fileAll(events, situation)
        filed += record.length
        const again = decide({ ...situation, events: record }, asOf, { divergences: false })
        const remarks = ['law/vote-by-party', 'law/time-set-by-law', 'law/consent-late']
        expect(again.findings.filter(({ rule }) => !remarks.includes(rule))).toEqual([])
        expect(again).toEqual(decide({ ...situation, events: asFiled }, asOf, { divergences: false }))
      }),
      { numRuns: 800 },
    )
    expect(filed).toBeGreaterThan(2000)
  }, 120_000)
})
