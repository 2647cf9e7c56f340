import { describe, expect, it } from 'vitest'
import { parseFile, readMarked, serialize } from '../../../src/files/index.ts'
import { PLAIN_MARKERS } from '../../../src/text/index.ts'
import type { Document } from '../../../src/treaty/index.ts'
import { mergeFiles } from '../../../src/workflows/index.ts'
import { BASE, CONFLICT_KINDS, keysOfSchema } from './conflict-kinds.ts'

const path = 'annexes/list.yaml'
const bytesOf = (document: Document) => new TextEncoder().encode(serialize('document', document))
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const readable = (text: string) => parseFile('document', { file: path, bytes: new TextEncoder().encode(text) })

function mergeOf(ours: Document, theirs: Document, style: 'merge' | 'diff3' | 'zdiff3' = 'merge') {
  const files = { path, base: bytesOf(BASE), ours: bytesOf(ours), theirs: bytesOf(theirs) }
  return mergeFiles(files, { ...PLAIN_MARKERS, style })
}

describe('a conflict', () => {
  it('has a kind for each field of the schema', () => {
    const names = CONFLICT_KINDS.map(({ name }) => name)
    for (const [what, keys] of Object.entries(keysOfSchema())) {
      for (const key of keys.filter((each) => !['facts', 'entries'].includes(each)))
        expect(names).toContain(`${what === 'facts' ? 'fact' : what} ${key}, changed by both`)
    }
    expect(CONFLICT_KINDS.length).toBeGreaterThan(80)
  })

  it.each(CONFLICT_KINDS)('leaves markers, with a document on each side: $name', ({ ours, theirs }) => {
    const merged = mergeOf(ours, theirs)
    expect(merged).toMatchObject({ hasConflicts: true, byLines: null })
    expect(merged.conflicts).not.toEqual([])
    const text = textOf(merged.bytes)
    const sides = readMarked(text)
    expect(sides, text).not.toBeNull()
    expect(readable(text).data).toBeNull()
    for (const [side, name, document] of [
      [sides?.ours ?? '', 'OURS', ours],
      [sides?.theirs ?? '', 'THEIRS', theirs],
    ] as const) {
      expect(readable(side), side).toMatchObject({ findings: [] })
      // What a side says in words of its own is on its side.
      const own = JSON.stringify(document).match(new RegExp(`\\b${name}[^"]*`, 'g')) ?? []
      for (const said of own) expect(side).toContain(said)
    }
    expect(sides?.ours).not.toBe(sides?.theirs)
  })

  it.each(CONFLICT_KINDS)('shows the base if git is set to: $name', ({ ours, theirs }) => {
    for (const style of ['diff3', 'zdiff3'] as const) {
      const text = textOf(mergeOf(ours, theirs, style).bytes)
      expect(text).toMatch(/^\|{7} base$/m)
      expect(readMarked(text)).toEqual({
        ...readMarked(textOf(mergeOf(ours, theirs).bytes)),
        conflicts: expect.anything(),
      })
    }
  })
})
