import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type EventFile, rectifiedEvents } from '../../src/law/index.ts'
import type { EventRecord } from '../../src/treaty/index.ts'

const FOLDER = 'annexes/proposals/add/events/'
const objection: EventRecord = { event: 'objection', on: '2021-02-01', party: 'CHN' }
const right: EventRecord = { ...objection, party: 'CHL' }

const filed = (name: string, data: EventRecord | null): EventFile => ({ file: `${FOLDER}${name}.yaml`, data })

function rectification(rectifies: string, rest: Partial<EventRecord>): EventRecord {
  return {
    event: 'rectification',
    on: '2021-03-05',
    ref: 'X-2',
    reason: 'A slip',
    rectifies: `${rectifies}.yaml`,
    ...rest,
  }
}

function rulesOf(...files: EventFile[]): string[] {
  return rectifiedEvents(files).findings.map(({ rule, at }) => `${rule} ${at?.file?.slice(FOLDER.length)}`)
}

const wrong = filed('o', objection)

describe('events as rectified', () => {
  test('says what the event should have said, and what it was', () => {
    const { events, findings } = rectifiedEvents([
      wrong,
      filed('r', rectification('o', { was: objection, instead: right })),
    ])
    expect(findings).toEqual([])
    expect(events).toEqual([
      {
        ...right,
        file: wrong.file,
        rectified: {
          file: wrong.file,
          by: `${FOLDER}r.yaml`,
          on: '2021-03-05',
          ref: 'X-2',
          reason: 'A slip',
          was: objection,
          instead: right,
        },
      },
    ])
  })

  test('leaves a void event out, and keeps what it was', () => {
    const { events, rectifications } = rectifiedEvents([
      wrong,
      filed('r', rectification('o', { was: objection, void: true })),
    ])
    expect(events).toEqual([])
    expect(rectifications).toMatchObject([{ was: objection, instead: null }])
  })

  test('reads an event again that a void rectification had made void', () => {
    const files = [
      wrong,
      filed('r', rectification('o', { was: objection, void: true })),
      filed('s', rectification('r', { void: true })),
    ]
    expect(rectifiedEvents(files)).toMatchObject({ events: [objection], rectifications: [], findings: [] })
  })

  test('reads what a rectification of a rectification says', () => {
    const files = [
      wrong,
      filed('r', rectification('o', { was: objection, instead: right })),
      filed('s', rectification('r', { was: right, instead: { ...right, party: 'CHE' }, on: '2021-03-06' })),
    ]
    expect(rectifiedEvents(files)).toMatchObject({
      events: [{ party: 'CHE', rectified: { by: `${FOLDER}s.yaml`, on: '2021-03-06', was: { party: 'CHN' } } }],
      findings: [],
    })
  })

  test('gives a file that cannot be read its content', () => {
    const { events } = rectifiedEvents([filed('o', null), filed('r', rectification('o', { instead: right }))])
    expect(events).toMatchObject([{ party: 'CHL', rectified: { was: null } }])
  })

  test('takes the later of two rectifications, and reports that they differ', () => {
    const files = [
      wrong,
      filed('r', rectification('o', { was: objection, instead: right })),
      filed('s', rectification('o', { was: objection, void: true, on: '2021-03-06' })),
    ]
    expect(rectifiedEvents(files).events).toEqual([])
    expect(rulesOf(...files)).toEqual(['law/rectified-twice s.yaml'])
  })

  test('takes two rectifications that say the same for one', () => {
    const same = rectification('o', { was: objection, instead: right })
    const files = [wrong, filed('r', same), filed('r-2', same)]
    expect(rectifiedEvents(files)).toMatchObject({ events: [right], findings: [] })
  })

  test.each<[string, EventRecord, string]>([
    ['a missing file', rectification('p', { was: objection, void: true }), 'law/rectification-of-a-file r.yaml'],
    ['itself', rectification('r', { void: true }), 'law/rectification-of-a-file r.yaml'],
    ['another text', rectification('o', { was: right, void: true }), 'law/rectification-matches r.yaml'],
    ['nothing', rectification('o', { was: objection }), 'law/rectification-complete r.yaml'],
    [
      'two things',
      rectification('o', { was: objection, instead: right, void: true }),
      'law/rectification-complete r.yaml',
    ],
    [
      'an event by a rectification',
      rectification('o', { was: objection, instead: rectification('o', {}) }),
      'law/rectification-complete r.yaml',
    ],
  ])('does not count a rectification of %s', (_, data, finding) => {
    const files = [wrong, filed('r', data)]
    expect(rectifiedEvents(files).events).toEqual([{ ...objection, file: wrong.file }])
    expect(rulesOf(...files)).toEqual([finding])
  })

  test('reports a circle, and does not follow it', () => {
    const files = [
      wrong,
      filed('r', rectification('s', { void: true })),
      filed('s', rectification('r', { void: true })),
    ]
    expect(rectifiedEvents(files).events).toEqual([{ ...objection, file: wrong.file }])
    expect(rulesOf(...files)).toEqual(['law/rectification-of-a-file r.yaml', 'law/rectification-of-a-file s.yaml'])
  })

  test('reports a wrong rectification no longer once it is void', () => {
    const files = [
      wrong,
      filed('r', rectification('o', { was: right, instead: objection })),
      filed('s', rectification('r', { was: objection, void: true })),
    ]
    expect(rulesOf(...files)).toEqual([])
  })

  test('reads a chain of 5,000 rectifications', () => {
    const chain = Array.from({ length: 5000 }, (_, index) => {
      const [was, instead] = index % 2 === 0 ? [objection, right] : [right, objection]
      return filed(`r${index}`, rectification(index === 0 ? 'o' : `r${index - 1}`, { was, instead }))
    })
    expect(rectifiedEvents([wrong, ...chain])).toMatchObject({ events: [{ party: 'CHN' }], findings: [] })
  })

  test('ends for any files, and gives every event at most once', () => {
    const names = ['a', 'b', 'c', 'd', 'e']
    const name = fc.constantFrom(...names)
    const statement = fc.option(fc.constantFrom(objection, right), { nil: undefined })
    const record = fc.oneof(
      fc.constantFrom(objection, right),
      fc.record({ target: name, was: statement, instead: statement, isVoid: fc.boolean() }).map((each) =>
        rectification(each.target, {
          ...(each.was === undefined ? {} : { was: each.was }),
          ...(each.instead === undefined ? {} : { instead: each.instead }),
          ...(each.isVoid ? { void: true } : {}),
        }),
      ),
    )
    fc.assert(
      fc.property(fc.tuple(record, record, record, record, record), (records) => {
        const { events, findings } = rectifiedEvents(records.map((data, index) => filed(names[index] ?? '', data)))
        expect(events.length).toBeLessThanOrEqual(records.filter(({ event }) => event === 'objection').length)
        expect(findings.length).toBeLessThanOrEqual(2 * records.length)
      }),
    )
  })
})
