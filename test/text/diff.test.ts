import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diff, fingerprint, summarize } from '../../src/text/index.ts'
import type { Document, Entry } from '../../src/treaty/index.ts'
import { anyDocument, numberedEntry, numberedList } from './documents.ts'

const brief = (changes: ReturnType<typeof diff>) => changes.map(({ kind, entry }) => `${kind} ${entry}`)
const withEntries = (document: Document, entries: Entry[]): Document => ({ ...document, entries })
const renumber = (entries: Entry[]) => entries.map((entry, index) => ({ ...entry, number: String(index + 1) }))

describe('the difference of two documents', () => {
  const list = numberedList(6)

  it('is empty for equal documents', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(diff(document, structuredClone(document))).toEqual([])
      }),
    )
  })

  it('reports the entries after a removed one as renumbered, not moved', () => {
    const after = withEntries(list, renumber(list.entries.filter((entry) => entry.id !== 'treaty-4')))
    expect(brief(diff(list, after))).toEqual(['removed treaty-4', 'renumbered treaty-5', 'renumbered treaty-6'])
  })

  it('reports one move if one entry was moved', () => {
    const [first, ...others] = list.entries as [Entry, ...Entry[]]
    expect(brief(diff(list, withEntries(list, [...others, first])))).toEqual(['moved treaty-1'])
  })

  it('reports a change of section as a move', () => {
    const [first, ...others] = list.entries as [Entry, ...Entry[]]
    expect(brief(diff(list, withEntries(list, [{ ...first, section: 'hardware' }, ...others])))).toEqual([
      'moved treaty-1',
    ])
  })

  it('reports two changes for an entry that was moved and reworded', () => {
    const [first, ...others] = list.entries as [Entry, ...Entry[]]
    const reworded = { ...first, text: { title: { en: 'Other words' } } }
    expect(brief(diff(list, withEntries(list, [...others, reworded])))).toEqual(['moved treaty-1', 'reworded treaty-1'])
  })

  it('recognizes a renamed entry by its earlier ids, even if it was reworded', () => {
    const [first, ...others] = list.entries as [Entry, ...Entry[]]
    const renamed = { ...first, id: 'tokyo-1963', formerly: ['treaty-1'], text: { title: { en: 'Other words' } } }
    expect(brief(diff(list, withEntries(list, [renamed, ...others])))).toEqual([
      'renamed tokyo-1963',
      'reworded tokyo-1963',
    ])
  })

  it('recognizes a renamed entry by its words if no other entry has them', () => {
    const [first, ...others] = list.entries as [Entry, ...Entry[]]
    expect(brief(diff(list, withEntries(list, [{ ...first, id: 'tokyo-1963' }, ...others])))).toEqual([
      'renamed tokyo-1963',
    ])
  })

  it('does not guess a renaming if two entries have the same words', () => {
    const twin = (id: string): Entry => ({ id, text: { title: { en: 'The same words' } } })
    const before = withEntries(list, [twin('one'), twin('two')])
    expect(brief(diff(before, withEntries(list, [twin('three')])))).toEqual([
      'removed one',
      'removed two',
      'added three',
    ])
  })

  it('keeps authentic words and editorial facts apart, field by field and language by language', () => {
    const text = { name: { en: 'Worms', fr: 'Vers' }, description: { en: 'A program' } }
    const before = withEntries(list, [{ id: 'worms', text, facts: { source: 'a' } }])
    const changed = { name: { en: 'Worm', fr: 'Vers', es: 'Gusanos' }, description: { en: 'A program' } }
    const changes = diff(before, withEntries(list, [{ id: 'worms', text: changed, facts: { source: 'b' } }]))
    expect(changes).toEqual([
      {
        document: 'annex-1',
        entry: 'worms',
        kind: 'reworded',
        field: 'text',
        language: null,
        before: 'Worms',
        after: 'Worm\nGusanos',
        parts: [
          { field: 'name', language: 'en', before: 'Worms', after: 'Worm' },
          { field: 'name', language: 'es', before: null, after: 'Gusanos' },
        ],
      },
      { document: 'annex-1', entry: 'worms', kind: 'fact', before: { source: 'a' }, after: { source: 'b' } },
    ])
  })

  it('refuses a document in which an id occurs twice', () => {
    const twice = withEntries(list, [numberedEntry('same', '1'), numberedEntry('same', '2')])
    expect(() => diff(list, twice)).toThrow('the id same occurs twice in annex-1')
  })
})

describe('the smallest set of moves', () => {
  const order = fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7], { minLength: 7, maxLength: 7 })
  const longestByTrial = (values: number[]): number => {
    let longest = 0
    for (let chosen = 0; chosen < 2 ** values.length; chosen += 1) {
      const kept = values.filter((_, index) => (chosen >> index) & 1)
      if (kept.every((value, index) => index === 0 || value > (kept[index - 1] ?? 0)))
        longest = Math.max(longest, kept.length)
    }
    return longest
  }

  it('is as small as the best of all sets, tried one by one', () => {
    fc.assert(
      fc.property(order, (values) => {
        const list = numberedList(7)
        const shuffled = values.map((value) => list.entries[value - 1] as Entry)
        expect(summarize(diff(list, withEntries(list, shuffled))).moved).toBe(7 - longestByTrial(values))
      }),
      { numRuns: 200 },
    )
  })
})

describe('the fingerprint of a change', () => {
  const prints = (before: Document, after: Document) => new Set(diff(before, after).map(fingerprint))

  it('is twelve hexadecimal digits, and differs from change to change', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (a, b) => {
        const changes = diff(a, b)
        const all = changes.map(fingerprint)
        for (const print of all) expect(print).toMatch(/^[0-9a-f]{12}$/)
        expect(new Set(all).size).toBe(changes.length)
      }),
    )
  })

  it('stays the same if other entries are added, removed and changed', () => {
    const list = numberedList(9)
    const reword = (document: Document, id: string) =>
      withEntries(
        document,
        document.entries.map((entry) => (entry.id === id ? { ...entry, text: { title: { en: 'New words' } } } : entry)),
      )
    const [print] = prints(list, reword(list, 'treaty-5'))
    fc.assert(
      fc.property(fc.shuffledSubarray(list.entries), fc.integer({ min: 0, max: 9 }), (kept, at) => {
        fc.pre(kept.some((entry) => entry.id === 'treaty-5'))
        const entries = renumber(kept.toSpliced(at, 0, numberedEntry('new', '0')))
        expect(prints(list, reword(withEntries(list, entries), 'treaty-5'))).toContain(print)
      }),
    )
  })

  it('of an addition stays the same with a new neighbour and a new number', () => {
    const list = numberedList(3)
    const [print] = prints(list, withEntries(list, [...list.entries, numberedEntry('budapest-2001', '4')]))
    const others = [...list.entries, numberedEntry('new', '4'), numberedEntry('budapest-2001', '5')]
    expect(prints(list, withEntries(list, others))).toContain(print)
  })

  it('of a move depends on the sections, and not on neighbours that are renamed, added, removed or moved', () => {
    const list = numberedList(9)
    const [one, two, three, ...others] = list.entries
    if (!one || !two || !three) throw new Error('the list is empty')
    const last = others.at(-1)
    if (!last) throw new Error('the list is empty')
    const moved = (...entries: Entry[]) => {
      const changes = diff(list, withEntries(list, entries)).filter(({ entry }) => entry === last.id)
      return changes.filter(({ kind }) => kind === 'moved').map(fingerprint)
    }
    const rest = others.slice(0, -1)
    const [print] = moved(one, two, three, last, ...rest)
    expect(print).toMatch(/^[0-9a-f]{12}$/)
    expect(moved(one, two, { ...three, id: 'new-name', formerly: [three.id] }, last, ...rest)).toEqual([print])
    expect(moved(one, two, three, numberedEntry('new', '4'), last, ...rest)).toEqual([print])
    expect(moved(one, two, last, ...rest)).toEqual([print])
    expect(moved(one, three, two, last, ...rest)).toEqual([print])
    expect(moved(one, two, three, { ...last, section: 'other' }, ...rest)).not.toEqual([print])
  })
})
