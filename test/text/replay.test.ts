import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diff, type FrozenAmendment, merge, replay } from '../../src/text/index.ts'
import type { Document, Entry } from '../../src/treaty/index.ts'
import { numberedEntry, numberedList } from './documents.ts'
import { proposalTo } from './proposals.ts'

const original = numberedList(5)
const withEntries = (document: Document, entries: Entry[]): Document => ({ ...document, entries })
const amendment = (proposal: string, before: Document, after: Document) => ({ proposal, changes: diff(before, after) })
const brief = ({ entries }: Document) => entries.map(({ number, id }) => `${number} ${id}`)
const append = (document: Document, ...entries: Entry[]) => withEntries(document, [...document.entries, ...entries])
const reworded = (document: Document, id: string, en: string) =>
  withEntries(
    document,
    document.entries.map((entry) => (entry.id === id ? { ...entry, text: { title: { en } } } : entry)),
  )

describe('replaying amendments, each drafted on the one before', () => {
  it('gives the text of the last', () => {
    const history = proposalTo(original).chain((first) =>
      proposalTo(first).chain((second) => fc.tuple(fc.constant(first), fc.constant(second), proposalTo(second))),
    )
    fc.assert(
      fc.property(history, ([first, second, third]) => {
        const amendments = [
          amendment('a', original, first),
          amendment('b', first, second),
          amendment('c', second, third),
        ]
        expect(replay(original, amendments)).toEqual({ document: third, findings: [] })
      }),
      { numRuns: 500 },
    )
  })

  it('gives the original if no amendment binds', () => {
    expect(replay(original, [])).toEqual({ document: original, findings: [] })
  })
})

describe('replaying amendments that were drafted independently', () => {
  it('puts the earlier addition first, and gives the later the next number', () => {
    const one = amendment('add-z', original, append(original, numberedEntry('z', '6')))
    const other = amendment('add-a', original, append(original, numberedEntry('a', '6')))
    const { document, findings } = replay(original, [one, other])
    expect(findings).toEqual([])
    expect(brief(document).slice(5)).toEqual(['6 z', '7 a'])
  })

  it('gives the same text as merging them', () => {
    const adding = (index: number, id: string) =>
      withEntries(
        original,
        original.entries
          .toSpliced(index, 0, numberedEntry(id, ''))
          .map((entry, at) => ({ ...entry, number: String(at + 1) })),
      )
    fc.assert(
      fc.property(fc.nat({ max: 5 }), fc.nat({ max: 5 }), (here, there) => {
        const [one, other] = [adding(here, 'one'), adding(there, 'other')]
        const merged = merge(original, one, other, { seniority: ['one'] })
        expect(merged.conflicts).toEqual([])
        const replayed = replay(original, [amendment('a', original, one), amendment('b', original, other)])
        expect(replayed).toEqual({ document: merged.document, findings: [] })
      }),
    )
  })
})

describe('a Party that rejected amendment A and accepted B', () => {
  const withA = append(original, numberedEntry('budapest-2001', '6'))

  it('gets a finding that names both if B rewords an entry that A added, and otherwise its own text', () => {
    const a = amendment('add-budapest', original, withA)
    const both = withEntries(reworded(withA, 'budapest-2001', 'New words'), [
      ...reworded(reworded(withA, 'budapest-2001', 'New words'), 'treaty-1', 'Other words').entries,
    ])
    const b = amendment('reword-budapest', withA, both)
    const { document, findings } = replay(original, [b], [a])
    expect(document).toEqual(reworded(original, 'treaty-1', 'Other words'))
    expect(findings).toHaveLength(1)
    expect(findings[0]?.message).toBe(
      'reword-budapest (reworded budapest-2001) was written for a text in which entry is “budapest-2001”, but it is missing: add-budapest also changes it, but does not bind here',
    )
  })

  it('gets findings that name both if B renames an entry that A added, and C rewords it under either id', () => {
    const a = amendment('add-budapest', original, withA)
    const cybercrime = (text: Document) =>
      withEntries(
        text,
        text.entries.map((entry) => (entry.id === 'budapest-2001' ? { ...entry, id: 'cybercrime' } : entry)),
      )
    const b: FrozenAmendment = {
      proposal: 'rename-budapest',
      changes: [
        { document: 'annex-1', entry: 'cybercrime', kind: 'renamed', before: 'budapest-2001', after: 'cybercrime' },
      ],
    }
    const c = amendment('c', withA, reworded(withA, 'budapest-2001', 'New words'))
    const d = amendment('d', cybercrime(withA), reworded(cybercrime(withA), 'cybercrime', 'New words'))
    const { document, findings } = replay(original, [b, c, d], [a])
    expect(document).toEqual(original)
    expect(findings.map(({ entry, message }) => [entry, message])).toEqual([
      [
        'cybercrime',
        'rename-budapest (renamed cybercrime) was written for a text in which id is “budapest-2001”, but it is missing: add-budapest also changes it, but does not bind here',
      ],
      [
        'budapest-2001',
        'c (reworded budapest-2001) was written for a text in which entry is “budapest-2001”, but it is missing: add-budapest also changes it, but does not bind here',
      ],
      [
        'cybercrime',
        'd (reworded cybercrime) was written for a text in which entry is “cybercrime”, but it is missing: add-budapest also changes it, but does not bind here',
      ],
    ])
  })

  it('gets a finding if B rewords what A reworded', () => {
    const reworded1 = reworded(original, 'treaty-1', 'Words of A')
    const a = amendment('a', original, reworded1)
    const b = amendment('b', reworded1, reworded(reworded1, 'treaty-1', 'Words of B'))
    const { document, findings } = replay(original, [b], [a])
    expect(document).toEqual(original)
    expect(findings[0]?.message).toContain('“Words of A”, but it is “Convention treaty-1”: a also changes it')
  })

  it('has the entry that B added at its place, even if the entry before it is missing', () => {
    const first = withEntries(original, original.entries.toSpliced(2, 0, numberedEntry('of-a', '9')))
    const second = withEntries(first, first.entries.toSpliced(3, 0, numberedEntry('of-b', '10')))
    const { document, findings } = replay(original, [amendment('b', first, second)], [amendment('a', original, first)])
    expect(findings).toEqual([])
    expect(brief(document)).toEqual(['1 treaty-1', '2 treaty-2', '10 of-b', '3 treaty-3', '4 treaty-4', '5 treaty-5'])
  })

  it('gets one finding for all numbers that both A and B shift', () => {
    const shifted = (document: Document, entry: Entry) =>
      withEntries(
        document,
        [entry, ...document.entries].map((each, at) => ({ ...each, number: String(at + 1) })),
      )
    const first = shifted(original, numberedEntry('of-a', '1'))
    const b = amendment('b', first, shifted(first, numberedEntry('of-b', '1')))
    const { findings } = replay(original, [b], [amendment('a', original, first)])
    expect(findings.filter(({ message }) => message.includes('in which number is'))).toHaveLength(1)
  })
})

describe('replaying an amendment and a correction that change the same words', () => {
  const changed = (proposal: string, before: string, after: string, basis?: 'correction' | '70.1') => ({
    ...amendment(proposal, reworded(original, 'treaty-1', before), reworded(original, 'treaty-1', after)),
    ...(basis === undefined ? {} : { basis }),
  })
  const printed = reworded(original, 'treaty-1', 'printed')
  const wordsOf = ({ entries }: Document) => entries.find(({ id }) => id === 'treaty-1')?.text.title?.en
  const corrected = changed('c1', 'printed', 'corrected', 'correction')
  const amended = changed('rw', 'printed', 'amended', '70.1')

  it('leaves the words of the first, and says that both bind', () => {
    const { document, findings, late } = replay(printed, [corrected, amended])
    expect(wordsOf(document)).toBe('corrected')
    expect(findings).toMatchObject([
      { message: expect.stringMatching(/: c1 already changed it$/), hint: expect.stringContaining('bound by both') },
    ])
    expect(late).toBeUndefined()
  })

  it('applies the amendment once a later correction produces the words that it expects', () => {
    const undone = changed('c2', 'corrected', 'printed', 'correction')
    const { document, findings, late } = replay(printed, [corrected, amended, undone])
    expect(wordsOf(document)).toBe('amended')
    expect(findings).toEqual([])
    expect(late).toEqual(['rw'])
    const anew = changed('c3', 'amended', 'amended and corrected', 'correction')
    expect(wordsOf(replay(printed, [corrected, amended, undone, anew]).document)).toBe('amended and corrected')
  })

  it('does not apply it if a later amendment, not a correction, produces those words', () => {
    const { document, findings } = replay(printed, [corrected, amended, changed('p', 'corrected', 'printed', '70.1')])
    expect(wordsOf(document)).toBe('printed')
    expect(findings).toHaveLength(1)
  })

  it('does not apply it if the correction changes other words', () => {
    const elsewhere = {
      ...amendment('c2', original, reworded(original, 'treaty-2', 'corrected')),
      basis: 'correction' as const,
    }
    const back = changed('p', 'corrected', 'printed', '70.1')
    const { document, findings } = replay(printed, [corrected, amended, back, elsewhere])
    expect(wordsOf(document)).toBe('printed')
    expect(findings).toHaveLength(1)
  })
})
