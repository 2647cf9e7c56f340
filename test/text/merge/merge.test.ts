import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchEntries } from '../../../src/text/diff/match-entries.ts'
import { merge } from '../../../src/text/index.ts'
import type { Document, Entry } from '../../../src/treaty/index.ts'
import { anyDocument, numberedEntry, numberedList } from '../documents.ts'
import { numberedInOrder, proposalTo } from '../proposals.ts'

const base = numberedList(7)
const proposal = proposalTo(base)
const withEntries = (entries: Entry[]): Document => ({ ...base, entries })
const brief = ({ entries }: Document) => entries.map(({ number, id }) => `${number} ${id}`)
const reworded = (document: Document, id: string, en: string): Document => ({
  ...document,
  entries: document.entries.map((entry) => (entry.id === id ? { ...entry, text: { title: { en } } } : entry)),
})

/** Where an entry stands, by each name of the one before it; nowhere in a version that lacks it. */
function placesIn({ entries }: Document, entry: string | null): (string | null)[] {
  const at = entries.findIndex(({ id, formerly = [] }) => [id, ...formerly].includes(entry ?? ''))
  if (at <= 0) return [at === 0 ? 'first' : null]
  return [entries[at - 1]].flatMap((before) => [before?.id, ...(before?.formerly ?? [])]).map((id) => `after ${id}`)
}

describe('merging two versions of a document', () => {
  it('gives one side if the other side changed nothing, or the same', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (a, b) => {
        expect(merge(a, b, a)).toEqual({ document: b, conflicts: [] })
        expect(merge(a, a, b)).toEqual({ document: b, conflicts: [] })
        expect(merge(a, b, b)).toEqual({ document: b, conflicts: [] })
      }),
      { numRuns: 300 },
    )
  })

  it('gives the same result if the sides are exchanged and nothing conflicts', () => {
    fc.assert(
      fc.property(proposal, proposal, (one, other) => {
        const merged = merge(base, one, other)
        const turned = merge(base, other, one)
        expect(turned.conflicts.length > 0).toBe(merged.conflicts.length > 0)
        if (merged.conflicts.length === 0) expect(turned.document).toEqual(merged.document)
      }),
      { numRuns: 500 },
    )
  })

  it('gives the same result in every order of three proposals if nothing conflicts', () => {
    let clean = 0
    fc.assert(
      fc.property(proposal, proposal, proposal, (one, two, three) => {
        const orders = [
          [one, two, three],
          [one, three, two],
          [two, one, three],
          [two, three, one],
          [three, one, two],
          [three, two, one],
        ] as const
        const results = orders.flatMap(([first, second, third]) => {
          const half = merge(base, first, second)
          const whole = merge(base, half.document, third)
          return half.conflicts.length + whole.conflicts.length === 0 ? [whole.document] : []
        })
        clean += results.length > 1 ? 1 : 0
        for (const result of results) expect(result).toEqual(results[0])
      }),
      { numRuns: 600 },
    )
    expect(clean).toBeGreaterThan(60)
  })

  it('names the place of a disputed entry in each version that has it', () => {
    let disputed = 0
    fc.assert(
      fc.property(proposal, proposal, (ours, theirs) => {
        const places = merge(base, ours, theirs).conflicts.filter(({ field }) => field === 'place')
        disputed += places.length
        for (const { entry, ...says } of places) {
          expect(placesIn(base, entry)).toContain(says.base)
          expect(placesIn(ours, entry)).toContain(says.ours)
          expect(placesIn(theirs, entry)).toContain(says.theirs)
        }
      }),
      { numRuns: 500 },
    )
    expect(disputed).toBeGreaterThan(20)
  })

  it('keeps a move past entries that the other side removed', () => {
    fc.assert(
      fc.property(fc.nat({ max: 5 }), fc.nat({ max: 5 }), fc.boolean(), (from, length, turned) => {
        const to = Math.min(from + 1 + length, base.entries.length - 1)
        const passed = base.entries.slice(from, to)
        const others = base.entries.filter((_, index) => index !== to)
        const moved = withEntries(numberedInOrder(others.toSpliced(from, 0, ...base.entries.slice(to, to + 1))))
        const removed = withEntries(numberedInOrder(base.entries.filter((entry) => !passed.includes(entry))))
        const merged = turned ? merge(base, removed, moved) : merge(base, moved, removed)
        expect(merged).toEqual({ document: removed, conflicts: [] })
      }),
      { numRuns: 100 },
    )
  })

  it('never contains an entry twice, and loses no entry that no side removed', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, anyDocument, (a, b, c) => {
        const { entries } = merge(a, b, c).document
        const ids = entries.map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        const [ours, theirs] = [matchEntries(a, b), matchEntries(a, c)]
        const kept = a.entries.filter(({ id }) => ours.byBefore.has(id) && theirs.byBefore.has(id)).length
        const come = new Set([...ours.added, ...theirs.added].map(({ id }) => id)).size
        expect(entries.length).toBeGreaterThanOrEqual(kept + come)
      }),
      { numRuns: 400 },
    )
  })
})

describe('two proposals', () => {
  const append = (id: string) => withEntries([...base.entries, numberedEntry(id, '8')])

  it('that each add an entry at the end are both kept, with numbers in order', () => {
    const { document, conflicts } = merge(base, append('budapest-2001'), append('arms-trade-2013'))
    expect(conflicts).toEqual([])
    expect(brief(document).slice(7)).toEqual(['8 arms-trade-2013', '9 budapest-2001'])
  })

  it('give the first number to the proposal that was adopted first, if the options say which', () => {
    const { document } = merge(base, append('budapest-2001'), append('arms-trade-2013'), {
      seniority: ['budapest-2001'],
    })
    expect(brief(document).slice(7)).toEqual(['8 budapest-2001', '9 arms-trade-2013'])
  })

  it('that each remove an entry and close the gap leave no gap', () => {
    const without = (id: string) =>
      withEntries(
        base.entries
          .filter((entry) => entry.id !== id)
          .map((entry, index) => ({ ...entry, number: String(index + 1) })),
      )
    const { document, conflicts } = merge(base, without('treaty-2'), without('treaty-5'))
    expect(conflicts).toEqual([])
    expect(brief(document)).toEqual(['1 treaty-1', '2 treaty-3', '3 treaty-4', '4 treaty-6', '5 treaty-7'])
  })

  it('that each remove an entry and leave the gap leave both gaps', () => {
    const without = (id: string) => withEntries(base.entries.filter((entry) => entry.id !== id))
    const { document } = merge(base, without('treaty-2'), without('treaty-3'))
    expect(brief(document)).toEqual(['1 treaty-1', '4 treaty-4', '5 treaty-5', '6 treaty-6', '7 treaty-7'])
  })

  it('leave a number that the Convention prints twice as it is', () => {
    const printed = withEntries([...base.entries, numberedEntry('second-seven', '7')])
    const adding = (id: string): Document => ({ ...printed, entries: [...printed.entries, numberedEntry(id, '8')] })
    const { document } = merge(printed, adding('a'), adding('b'))
    expect(brief(document).slice(6)).toEqual(['7 treaty-7', '7 second-seven', '8 a', '9 b'])
  })

  it('merge if one moves an entry that the other rewords', () => {
    const [first, ...others] = base.entries as [Entry, ...Entry[]]
    const moved = withEntries([...others, first])
    const { document, conflicts } = merge(base, moved, reworded(base, 'treaty-1', 'New words'))
    expect(conflicts).toEqual([])
    expect(document.entries.at(-1)).toEqual({ ...first, text: { title: { en: 'New words' } } })
  })

  it('conflict if both reword a text differently; the conflict has the three texts', () => {
    const { conflicts } = merge(base, reworded(base, 'treaty-1', 'Ours'), reworded(base, 'treaty-1', 'Theirs'))
    expect(conflicts).toEqual([
      {
        document: 'annex-1',
        entry: 'treaty-1',
        field: 'title',
        language: 'en',
        base: 'Convention treaty-1',
        ours: 'Ours',
        theirs: 'Theirs',
      },
    ])
  })

  it('conflict if one removes an entry that the other rewords; the entry is kept', () => {
    const without = withEntries(base.entries.slice(1))
    const { document, conflicts } = merge(base, without, reworded(base, 'treaty-1', 'New words'))
    expect(conflicts).toMatchObject([{ entry: 'treaty-1', field: 'entry', ours: null, theirs: 'New words' }])
    expect(document.entries[0]?.id).toBe('treaty-1')
  })

  it('conflict if both move an entry to different places', () => {
    const [first, ...others] = base.entries as [Entry, ...Entry[]]
    const movedTo = (index: number) => withEntries(others.toSpliced(index, 0, first))
    const { conflicts } = merge(base, movedTo(3), movedTo(6))
    expect(conflicts).toMatchObject([
      { entry: 'treaty-1', field: 'place', ours: 'after treaty-4', theirs: 'after treaty-7' },
    ])
  })

  it('conflict if both add the same entry at different places; it has no place in the base', () => {
    const added = (index: number) => withEntries(base.entries.toSpliced(index, 0, numberedEntry('new', '8')))
    const { conflicts } = merge(base, added(1), added(3))
    expect(conflicts).toMatchObject([
      { entry: 'new', field: 'place', base: null, ours: 'after treaty-1', theirs: 'after treaty-3' },
    ])
  })

  it('merge if one moves an entry past an entry that the other removes', () => {
    const [first, second, ...others] = base.entries as [Entry, Entry, ...Entry[]]
    const { document, conflicts } = merge(
      base,
      withEntries([second, ...others]),
      withEntries([second, first, ...others]),
    )
    expect(conflicts).toEqual([])
    expect(document.entries.map(({ id }) => id)).toEqual([second, ...others].map(({ id }) => id))
  })

  it('conflict if one adds an entry after an entry that the other moves', () => {
    const [first, second, ...others] = base.entries as [Entry, Entry, ...Entry[]]
    const added = withEntries([first, second, numberedEntry('new', '3'), ...others])
    const { conflicts } = merge(base, withEntries([second, first, ...others]), added)
    expect(conflicts).toMatchObject([
      { entry: 'new', field: 'place', base: null, ours: null, theirs: 'after treaty-2' },
    ])
  })

  it('conflict if both add an id with different words', () => {
    const one = withEntries([...base.entries, numberedEntry('new', '8')])
    const { conflicts } = merge(base, one, reworded(one, 'new', 'Other words'))
    expect(conflicts).toMatchObject([
      { entry: 'new', field: 'title', base: null, ours: 'Convention new', theirs: 'Other words' },
    ])
  })

  it('merge different languages, facts and sections separately', () => {
    const sections = [{ id: 'software', title: { en: 'Software' } }]
    const one: Document = { ...reworded(base, 'treaty-1', 'New words'), sections }
    const french = { title: { en: 'Convention treaty-1', fr: 'Convention une' } }
    const [first, ...others] = base.entries as [Entry, ...Entry[]]
    const other: Document = {
      ...withEntries([{ ...first, text: french, facts: { scope: 'universal' } }, ...others]),
      sections: [{ id: 'hardware', title: { en: 'Hardware' } }],
    }
    const { document, conflicts } = merge(base, one, other)
    expect(conflicts).toEqual([])
    expect(document.entries[0]).toEqual({
      ...first,
      text: { title: { en: 'New words', fr: 'Convention une' } },
      facts: { scope: 'universal' },
    })
    expect(document.sections?.map(({ id }) => id)).toEqual(['hardware', 'software'])
  })
})
