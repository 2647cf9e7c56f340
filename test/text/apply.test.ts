import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apply, diff, invert } from '../../src/text/index.ts'
import type { Change } from '../../src/treaty/index.ts'
import { anyDocument, numberedEntry, numberedList } from './documents.ts'

const pairs = fc.tuple(anyDocument, anyDocument)

describe('applying a difference', () => {
  it('turns one document into the other, for any two documents', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        expect(apply(a, diff(a, b))).toEqual({ document: b, findings: [] })
      }),
      { numRuns: 400 },
    )
  })

  it('gives the same result in every order of the changes', () => {
    fc.assert(
      fc.property(
        pairs.chain(([a, b]) => {
          const changes = diff(a, b)
          const shuffled = fc.shuffledSubarray(changes, { minLength: changes.length, maxLength: changes.length })
          return fc.tuple(fc.constant(a), fc.constant(b), shuffled)
        }),
        ([a, b, changes]) => {
          expect(apply(a, changes)).toEqual({ document: b, findings: [] })
        },
      ),
      { numRuns: 300 },
    )
  })

  it('is undone by the inverse', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        expect(apply(b, invert(diff(a, b)))).toEqual({ document: a, findings: [] })
      }),
      { numRuns: 400 },
    )
  })

  it('does not mutate its argument', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const copy = structuredClone(a)
        apply(a, diff(a, b))
        expect(a).toEqual(copy)
      }),
    )
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const renamed = diff(a, b).some((change) => change.kind === 'renamed')
        fc.pre(!renamed)
        expect(apply(b, diff(a, b)).document).toEqual(b)
      }),
    )
  })
})

describe('a change that does not find what it expects', () => {
  const list = numberedList(3)

  it('is not applied, and the finding names entry and field', () => {
    const change: Change = {
      document: 'annex-1',
      entry: 'treaty-2',
      kind: 'reworded',
      field: 'text',
      language: 'en',
      before: 'Other words',
      after: 'New words',
      parts: [{ field: 'title', language: 'en', before: 'Other words', after: 'New words' }],
    }
    const { document, findings } = apply(list, [change])
    expect(document).toEqual(list)
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ rule: 'law/before-does-not-match', level: 'error' })
    expect(findings[0]?.message).toBe(
      'annex-1, treaty-2: the change (reworded) expects that title (en) is “Other words”, but it is “Convention treaty-2”',
    )
  })

  it('is not applied if its entry is missing', () => {
    const change: Change = { document: 'annex-1', entry: 'no-such', kind: 'renumbered', before: '7', after: '8' }
    const { document, findings } = apply(list, [change])
    expect(document).toEqual(list)
    expect(findings[0]?.message).toContain('no-such')
  })

  it('does not remove an entry with other words than expected', () => {
    const change: Change = {
      document: 'annex-1',
      entry: 'treaty-2',
      kind: 'removed',
      before: { id: 'treaty-2', text: { title: { en: 'Other words' } } },
      after: null,
      place: { after: 'treaty-1' },
    }
    expect(apply(list, [change]).document).toEqual(list)
  })
})

describe('an addition whose anchor is missing', () => {
  const list = numberedList(4)
  const added = (place: { after: string | null; section?: string; followedBy?: string | null }): Change => ({
    document: 'annex-1',
    entry: 'new',
    kind: 'added',
    before: null,
    after: numberedEntry('new', '5'),
    place,
  })
  const orderAfter = (changes: Change[]) => apply(list, changes).document.entries.map((entry) => entry.id)

  it('goes where the anchor was, if the same changes remove it', () => {
    const struck: Change[] = diff(list, { ...list, entries: list.entries.filter((entry) => entry.id !== 'treaty-2') })
    expect(orderAfter([...struck, added({ after: 'treaty-2' })])).toEqual(['treaty-1', 'new', 'treaty-3', 'treaty-4'])
  })

  it('goes before the entry that was to follow it', () => {
    expect(orderAfter([added({ after: 'unknown', followedBy: 'treaty-3' })])).toEqual([
      'treaty-1',
      'treaty-2',
      'new',
      'treaty-3',
      'treaty-4',
    ])
  })

  it('goes to the end, if no neighbour is known', () => {
    expect(orderAfter([added({ after: 'unknown' })]).at(-1)).toBe('new')
  })
})
