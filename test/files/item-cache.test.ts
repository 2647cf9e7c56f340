import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyItemCache, parseFile, serialize } from '../../src/files/index.ts'
import { anyDocument } from './generated-documents.ts'

const source = (file: string, text: string) => ({ file, bytes: new TextEncoder().encode(text) })
const list = (...items: string[]) => `document: list\ntitle: {en: List}\nentries:\n${items.join('')}`
const item = (id: string, rest = '') => `  - id: ${id}\n    text: {title: {en: Words of ${id}}}\n${rest}`

describe('two files parsed with one cache', () => {
  it('give the same result as without it', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (one, other) => {
        const before = emptyItemCache()
        for (const document of [one, { ...other, entries: [...one.entries.slice(1), ...other.entries] }]) {
          const file = source('a.yaml', serialize('document', document))
          const alone = parseFile('document', file)
          const second = parseFile('document', file, before)
          const unlocated = { locate: null, locateWords: null }
          expect({ ...second, ...unlocated }).toEqual({ ...alone, ...unlocated })
          for (const path of [['entries', 0, 'id'], ['entries', 2, 'text'], ['title']]) {
            expect(second.locate(path)).toEqual(alone.locate(path))
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  it('share the items that are in both', () => {
    const before = emptyItemCache()
    const one = parseFile('document', source('a.yaml', list(item('one'), item('two'))), before)
    const other = parseFile('document', source('b.yaml', list(item('two'), item('one', '    note: New.\n'))), before)
    expect(other.data?.entries[0]).toBe(one.data?.entries[1])
    expect(other.data?.entries[1]).toEqual({ ...one.data?.entries[0], note: 'New.' })
  })

  it('are each checked by the schema, with line and column', () => {
    const before = emptyItemCache()
    const bad = item('two', '    number: 15\n')
    const first = parseFile('document', source('a.yaml', list(item('one'), bad)), before)
    const second = parseFile('document', source('b.yaml', list(item('one'), item('zero'), bad)), before)
    expect(first.findings.map(({ rule, at }) => [rule, at?.position?.line])).toEqual([['schema/wrong-type', 8]])
    expect(second.findings.map(({ rule, at }) => [rule, at?.position?.line])).toEqual([['schema/wrong-type', 10]])
    expect(second.data).toBeNull()
  })

  it('can have an invalid item in the second only', () => {
    const before = emptyItemCache()
    expect(parseFile('document', source('a.yaml', list(item('one'))), before).findings).toEqual([])
    const bad = parseFile('document', source('b.yaml', list(item('one'), item('two', '    notes: x\n'))), before)
    expect(bad.findings.map(({ rule, at }) => [rule, at?.position?.line])).toEqual([['schema/unknown-key', 8]])
  })
})
