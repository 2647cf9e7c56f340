import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { serialize } from '../../../src/files/index.ts'
import type { Document, Entry } from '../../../src/treaty/index.ts'
import { mergeFiles } from '../../../src/workflows/index.ts'

/** An entry with a comment above it and one at the end of its first line. Its words and comments each occur once in a file. */
interface Item {
  id: string
  words: string
  note: string | null
  above: string | null
  atEnd: string | null
}

const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
const BASE: Item[] = IDS.map((id) => ({
  id,
  words: `words ${id} 0`,
  note: `note ${id} 0`,
  above: `# above ${id} 0`,
  atEnd: `# end ${id} 0`,
}))

type Edit = {
  kind: 'remove' | 'reword' | 'note' | 'above' | 'unsay' | 'atEnd' | 'move' | 'add'
  at: number
  to: number
}
const edits = fc.array(
  fc.record({
    kind: fc.constantFrom<Edit['kind']>('remove', 'reword', 'note', 'above', 'unsay', 'atEnd', 'move', 'add'),
    at: fc.nat(6),
    to: fc.nat(6),
  }),
  { minLength: 1, maxLength: 4 },
)

function edited(side: string, list: readonly Edit[]): Item[] {
  return list.reduce<Item[]>((items, { kind, at, to }, index) => {
    const item = items[at % items.length]
    if (item === undefined) return items
    const mark = `${side} ${index}`
    const change = (rest: Partial<Item>) => items.map((each) => (each === item ? { ...each, ...rest } : each))
    const others = items.filter((each) => each !== item)
    switch (kind) {
      case 'remove':
        return others
      case 'reword':
        return change({ words: `words ${item.id} ${mark}` })
      case 'note':
        return change({ note: `note ${item.id} ${mark}` })
      case 'above':
        return change({ above: `# above ${item.id} ${mark}` })
      case 'unsay':
        return change({ above: null })
      case 'atEnd':
        return change({ atEnd: `# end ${item.id} ${mark}` })
      case 'move':
        return others.toSpliced(to, 0, item)
      default: {
        const id = `${side}-${index}`
        return items.toSpliced(to, 0, { id, words: `words ${id}`, note: null, above: `# above ${id}`, atEnd: null })
      }
    }
  }, BASE)
}

function fileOf(items: readonly Item[]): Uint8Array {
  const entries = items.map(
    ({ id, words, note }): Entry => ({ id, text: { title: { en: words } }, ...(note ? { note } : {}) }),
  )
  const document: Document = { document: 'list', title: { en: 'List' }, entries }
  const text = items.reduce(
    (written, { id, above, atEnd }) =>
      written.replace(
        `  - id: ${id}\n`,
        `${above === null ? '' : `  ${above}\n`}  - id: ${id}${atEnd === null ? '' : ` ${atEnd}`}\n`,
      ),
    serialize('document', document, undefined, false),
  )
  return new TextEncoder().encode(text)
}

/** All that is said in a version: words, notes, comments. */
const said = (items: readonly Item[]) =>
  new Set(items.flatMap(({ words, note, above, atEnd }) => [words, note, above, atEnd]).filter((each) => each !== null))

describe('a merge of documents', () => {
  it('loses no comment and no word, and brings none back', () => {
    let clean = 0
    fc.assert(
      fc.property(edits, edits, (left, right) => {
        const [mine, other] = [edited('ours', left), edited('theirs', right)]
        const files = { path: 'annexes/list.yaml', base: fileOf(BASE), ours: fileOf(mine), theirs: fileOf(other) }
        const { bytes, byLines, hasConflicts } = mergeFiles(files)
        expect(byLines).toBeNull()
        const text = new TextDecoder().decode(bytes)
        const [was, ours, theirs] = [said(BASE), said(mine), said(other)]
        const all = [...new Set([...was, ...ours, ...theirs])]
        const due = all.filter((what) => (ours.has(what) && theirs.has(what)) || !was.has(what))
        expect(due.filter((what) => !text.includes(what))).toEqual([])
        const gone = all.filter((what) => !due.includes(what))
        // Between markers, both sides are whole.
        if (!hasConflicts) expect(gone.filter((what) => text.includes(what))).toEqual([])
        clean += hasConflicts ? 0 : 1
      }),
      { numRuns: 400 },
    )
    expect(clean).toBeGreaterThan(100)
  })
})
