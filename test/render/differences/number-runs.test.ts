import { describe, expect, it } from 'vitest'
import { diffHtml, diffJson, diffMarkdown, diffText } from '../../../src/render/index.ts'
import { compare } from '../../../src/text/index.ts'
import type { Document, Entry } from '../../../src/treaty/index.ts'
import { numberedEntry, numberedList } from '../../text/documents.ts'

const list = numberedList(16)
const renumbered = (entries: Entry[]): Document => ({
  ...list,
  entries: entries.map((entry, index) => ({ ...entry, number: String(index + 1) })),
})
const difference = (after: Document) => compare('v1', 'v2', [{ before: list, after }])

describe('numbers that shift because an entry came or went', () => {
  const inserted = difference(renumbered(list.entries.toSpliced(14, 0, numberedEntry('new', '15'))))

  it('are one line for a reader, in every format', () => {
    for (const print of [diffText, diffMarkdown, diffHtml]) {
      expect(print(inserted)).toContain('15-16 renumbered 16-17')
      expect(print(inserted).match(/renumbered \d/g)).toHaveLength(1)
    }
  })

  it('are listed one by one in JSON', () => {
    const changes = diffJson(inserted).changes.filter(({ kind }) => kind === 'renumbered')
    expect(changes.map(({ entry, before, after }) => [entry, before, after])).toEqual([
      ['treaty-15', '15', '16'],
      ['treaty-16', '16', '17'],
    ])
    expect(inserted.summary.renumbered).toBe(2)
  })

  it('are a line each time they shift by as much, and no line where they do not', () => {
    const [first, second, ...others] = list.entries
    if (!first || !second) throw new Error('the list is empty')
    const twice = renumbered([first, numberedEntry('new', '2'), second, ...others.toSpliced(6, 1)])
    expect(diffText(difference(twice)).match(/\d+-\d+ renumbered \d+-\d+/g)).toEqual(['2-8 renumbered 3-9'])
  })

  it('are no run where one of them has no number, or one of its own', () => {
    const odd = list.entries.map((entry, at) => (at === 3 ? { ...entry, number: '4 bis' } : entry))
    expect(diffText(difference({ ...list, entries: odd }))).toContain('renumbered from 4 to 4 bis')
  })

  it('are one line where all lose their number, and where all get one', () => {
    const bare = { ...list, entries: list.entries.map(({ number: _, ...entry }) => entry) }
    const lost = difference(bare)
    const given = compare('v1', 'v2', [{ before: bare, after: list }])
    for (const print of [diffText, diffMarkdown, diffHtml]) {
      expect(print(lost)).toContain('1-16 no longer numbered')
      expect(print(lost)).not.toContain('to none')
      expect(print(given).replaceAll('\\', '')).toContain('treaty-1 to treaty-16 numbered 1-16')
    }
    expect(diffJson(lost).changes).toHaveLength(16)
  })
})
