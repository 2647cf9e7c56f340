import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { type FileKind, formatFile, parseFile, serialize } from '../../src/files/index.ts'
import { findCharacter } from '../../src/files/yaml/characters.ts'
import { anyDocument } from './generated-documents.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const format = (text: string, kind: FileKind = 'document') => formatFile(kind, { file: 'a.yaml', bytes: bytesOf(text) })
const read = (text: string) => parseFile('document', { file: 'a.yaml', bytes: bytesOf(text) })

describe('the canonical form', () => {
  it('is the form of the shipped files', () => {
    const files: [FileKind, string][] = [
      ['document', 'annex-1.yaml'],
      ['document', 'technical-annex.yaml'],
      ['document', 'article-4.yaml'],
      ['readings', 'readings.yaml'],
      ['parties', 'register/parties.yaml'],
    ]
    for (const [kind, name] of files) {
      const bytes = readFileSync(new URL(`../../annexes/${name}`, import.meta.url))
      const { formatted, findings } = formatFile(kind, { file: name, bytes })
      expect(findings).toEqual([])
      expect(formatted).toBe(bytes.toString('utf8'))
    }
  })

  it('has the same data as any document, and is its own canonical form', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const text = serialize('document', document)
        expect(read(text)).toMatchObject({ data: document, findings: [] })
        expect(format(text).formatted).toBe(text)
      }),
      { numRuns: 150 },
    )
  })

  it('changes no word of a file that another program wrote', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        // Other programs write characters that this one refuses (schema/character).
        fc.pre(findCharacter(stringify(document)) === undefined)
        const { formatted } = format(stringify(document))
        expect(formatted).not.toBeNull()
        expect(read(formatted ?? '').data).toEqual(read(stringify(document)).data)
      }),
      { numRuns: 100 },
    )
  })

  it('is the same whatever the order of the keys', () => {
    const one = 'document: a\ntitle: {fr: B, en: A}\nentries:\n- {text: {name: {en: N}}, id: x}\n'
    const other = 'entries:\n  - id: x\n    text:\n      name:\n        en: N\ntitle:\n  en: A\n  fr: B\ndocument: a\n'
    expect(format(one).formatted).toBe(format(other).formatted)
  })

  it('never folds long text', () => {
    const long = 'word '.repeat(2000).trim()
    expect(format(`document: a\ntitle: {en: ${long}}\nentries: []\n`).formatted).toContain(`title: {en: ${long}}\n`)
  })

  it('has LF line ends, ends with a line feed, and escapes invisible characters', () => {
    const text = serialize('document', { document: 'a', title: { en: 'a\u202eb\u{e0001}\u00a0' }, entries: [] })
    expect(text).toContain('title: {en: "a\\u202eb\\U000e0001\\u00a0"}\n')
    expect(text.endsWith('\n')).toBe(true)
    expect(format(text.replaceAll('\n', '\r\n')).formatted).toBe(text)
  })

  it('does not exist for a file that cannot be read', () => {
    expect(format('document: a\n')).toMatchObject({ formatted: null, findings: [{}, {}] })
  })
})

describe('comments', () => {
  const BEFORE = `# The list.
# yaml-language-server: $schema=../elsewhere/document.schema.json
title: {en: A}   # its title
document: a
entries: # in order
  # the first
  - id: one # came first
    # its words
    text: {title: {en: One # not two
      }}
  - # odd
    id: two
    text:
      title:
        # only English so far
        en: "Two # not a comment"
# the end
`
  const AFTER = `# The list.
# yaml-language-server: $schema=../elsewhere/document.schema.json
document: a
title: {en: A} # its title
entries: # in order
  # the first
  - id: one # came first
    # its words
    text:
      title: {en: One} # not two
  # odd
  - id: two
    text:
      # only English so far
      title: {en: "Two # not a comment"}
# the end
`
  it('stay with their entry or key', () => {
    expect(format(BEFORE).formatted).toBe(AFTER)
    expect(format(AFTER).formatted).toBe(AFTER)
  })

  it('move with their entry, and are removed with it', () => {
    const data = read(AFTER).data
    if (data === null) throw new Error('unreadable')
    const swapped = serialize('document', { ...data, entries: data.entries.toReversed() }, bytesOf(AFTER))
    expect(swapped).toContain('  # odd\n  - id: two\n')
    expect(swapped).toContain('  # the first\n  - id: one # came first\n')
    const without = serialize('document', { ...data, entries: data.entries.slice(1) }, bytesOf(AFTER))
    expect(without).not.toContain('first')
    expect(without).toContain('  # odd\n  - id: two\n')
  })

  it('are told apart from a # in text', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const text = `# head\n${stringify(document)}# foot\n`
        fc.pre(findCharacter(text) === undefined)
        const { formatted } = format(text)
        expect(formatted?.split('\n').filter((line) => line.startsWith('#'))).toEqual([
          '# yaml-language-server: $schema=../schemas/document.schema.json',
          '# head',
          '# foot',
        ])
        expect(format(formatted ?? '').formatted).toBe(formatted)
      }),
      { numRuns: 100 },
    )
  })
})

describe('the modeline', () => {
  it('names the path from each kind of file to its schema', () => {
    const event = serialize('event', { event: 'circulated', on: '2021-01-15' })
    expect(event).toBe(
      '# yaml-language-server: $schema=../../../../schemas/event.schema.json\nevent: circulated\non: 2021-01-15\n',
    )
    expect(serialize('parties', { parties: [] })).toMatch(/\$schema=\.\.\/\.\.\/schemas\/parties\.schema\.json/)
  })
})
