import { describe, expect, it } from 'vitest'
import { type FileKind, parseFile } from '../../src/files/index.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const parse = (text: string, kind: FileKind = 'document') => parseFile(kind, { file: 'a.yaml', bytes: bytesOf(text) })

/** `rule line:column` of each finding, in order. */
function findingsIn(text: string, kind: FileKind = 'document'): string[] {
  const { data, findings } = parse(text, kind)
  expect(data).toBeNull()
  return findings.map(({ rule, at }) => `${rule} ${at?.position?.line}:${at?.position?.column}`)
}

const GOOD = `document: list
title: {en: A list}
entries:
  - id: one
    text: {title: {en: One}}
`

/** Mappings nested so many levels deep, one a line. */
function nested(levels: number): string {
  return Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}a:\n`).join('')
}

describe('a valid document', () => {
  it('is parsed into its data', () => {
    const parsed = parse(GOOD)
    expect(parsed.findings).toEqual([])
    expect(parsed.data).toEqual({
      document: 'list',
      title: { en: 'A list' },
      entries: [{ id: 'one', text: { title: { en: 'One' } } }],
    })
  })

  it('is parsed alike with CRLF line ends and a byte order mark, with the same lines and columns', () => {
    const plain = parse(GOOD)
    const windows = parse(`\ufeff${GOOD.replaceAll('\n', '\r\n')}`)
    expect(windows.data).toEqual(plain.data)
    for (const path of [['title', 'en'], ['entries', 0, 'text', 'title', 'en'], ['document']]) {
      expect(windows.locate(path)).toEqual(plain.locate(path))
      expect(windows.locate(path)).toBeDefined()
    }
  })

  it('has, for a missing value, the position of the nearest value around it', () => {
    const { locate } = parse(GOOD)
    expect(locate(['entries', 0, 'facts', 'done', 'date'])).toEqual(locate(['entries', 0]))
    expect(locate(['entries', 0])).toMatchObject({ line: 4, column: 5, endLine: 4 })
  })

  it('counts a wide character by its UTF-16 code units', () => {
    const { locate } = parse('document: list\ntitle: {en: "\u{1f4dc}", fr: "Liste"}\nentries: []\n')
    expect(locate(['title', 'fr'])).toMatchObject({ line: 2, column: 23, endColumn: 30 })
  })
})

describe('invalid input gives findings with line and column, and never throws', () => {
  const cases: [what: string, text: string, expected: string[]][] = [
    ['an empty file', '', ['schema/empty 1:1']],
    ['a file of comments', '# nothing\n\n', ['schema/empty 1:1']],
    ['two documents', `${GOOD}---\n${GOOD}`, ['schema/several-documents 6:1']],
    ['a duplicate key', 'document: list\ntitle: {en: A}\ndocument: other\nentries: []\n', ['schema/duplicate-key 3:1']],
    ['an alias', 'document: &a list\ntitle: {en: *a }\nentries: []\n', ['schema/alias 1:14', 'schema/alias 2:13']],
    ['an alias to nothing', 'document: list\ntitle: {en: *x }\nentries: []\n', ['schema/alias 2:13']],
    ['an unknown tag', 'document: !who list\ntitle: {en: A}\nentries: []\n', ['schema/unknown-tag 1:11']],
    [
      'a tag that names code',
      'document: !!js/function "x"\ntitle: {en: A}\nentries: []\n',
      ['schema/unknown-tag 1:11'],
    ],
    ['a binary file', 'a: b\nc\0d', ['schema/binary 2:2']],
    ['20,000 brackets', '['.repeat(20_000), ['schema/too-deep 1:65']],
    ['3,000 mappings below each other', nested(3_000), ['schema/too-deep 65:65']],
    ['20,000 dashes', `${'- '.repeat(20_000)}a`, ['schema/too-deep 1:129']],
    ['20,000 mappings', `${'{a: '.repeat(20_000)}1${'}'.repeat(20_000)}`, ['schema/too-deep 1:257']],
    ['so many colons that the stack runs out', `a: b\n${': '.repeat(20_000)}\nb: 1\n`, ['schema/too-deep 1:1']],
    ['a closing bracket, then another line', 'a: b\n]\nc', ['schema/yaml 2:1', 'schema/yaml 3:1']],
    ['a thousand colons', `${GOOD}note:\n${': '.repeat(1_000)}`, ['schema/too-deep 7:129']],
    ['an unclosed quotation mark', 'document: list\ntitle: {en: "List}\nentries: []\n', ['schema/yaml 2:13']],
    ['a single one, in a block', "document: list\nnote: 'It\ntitle: {en: A}\n", ['schema/yaml 2:7']],
    ['an unclosed bracket, on the last line with content', 'document: list\ntitle: [\n\n', ['schema/yaml 2:9']],
    ['no mapping', 'just words\n', ['schema/wrong-type 1:1']],
    ['a tab for indentation', 'document: list\ntitle:\n\ten: A\nentries: []\n', ['schema/yaml 3:1']],
    [
      'a remark of blanks',
      `${GOOD}    note: [{says: " ", accepts: text/doubled-space, by: " "}]\n`,
      ['schema/nothing-in-it 6:19', 'schema/nothing-in-it 6:57'],
    ],
    ['a note of blanks', `${GOOD}    note: "  "\n`, ['schema/nothing-in-it 6:11']],
    ['a list as a key', '? [a]\n: 1\n', ['schema/key-not-a-string 1:3']],
  ]
  for (const [what, text, expected] of cases) {
    it(what, () => expect(findingsIn(text)).toEqual(expected))
  }

  it.each([
    ['a plain key', 'document: list\ntitle: {en: A}\ntitle: {en: B}\nentries: []\n', 3, 1, 6],
    ['a quoted key', 'document: list\ntitle: {"en": A, "en": B}\nentries: []\n', 2, 18, 22],
  ])('a duplicate key, all of it marked: %s', (_, text, line, column, endColumn) => {
    expect(parse(text).findings).toMatchObject([
      { rule: 'schema/duplicate-key', at: { position: { line, column, endLine: line, endColumn } } },
    ])
  })

  it('bytes that are not UTF-8, at the first of them', () => {
    const { data, findings } = parseFile('document', { file: 'a.yaml', bytes: new Uint8Array([97, 10, 98, 0xe9, 98]) })
    expect(data).toBeNull()
    expect(findings[0]).toMatchObject({ rule: 'schema/not-utf-8', at: { position: { line: 2, column: 2 } } })
  })
})

describe('a finding of the schema names the key, the allowed values and the position', () => {
  const entry = (lines: string) => `document: list\ntitle: {en: A}\nentries:\n  - id: one\n${lines}`
  const cases: [what: string, text: string, rule: string, place: string, words: RegExp][] = [
    ['a missing key', 'document: list\nentries: []\n', 'schema/missing-key', '1:1', /lacks the required key "title"/],
    ['an unknown key', entry('    text: {a: {en: b}}\n    colour: red\n'), 'schema/unknown-key', '6:5', /"colour"/],
    [
      'a number for a string',
      entry('    number: 15\n    text: {a: {en: b}}\n'),
      'schema/wrong-type',
      '5:13',
      /text, but is 15/,
    ],
    [
      'an id that is no slug',
      'document: A B\ntitle: {en: A}\nentries: []\n',
      'schema/form',
      '1:11',
      /lowercase letters.*"A B"/,
    ],
    [
      'a key that is no language',
      'document: a\ntitle: {English: A}\nentries: []\n',
      'schema/form',
      '2:9',
      /"English".*language/,
    ],
    [
      'a key longer than YAML takes without a question mark before it, which could not be written again',
      `{document: a, title: {"en${'-abcdefgh'.repeat(120)}": A}, entries: []}\n`,
      'schema/form',
      '1:23',
      /language/,
    ],
    [
      'a day that is none',
      entry('    text: {a: {en: b}}\n    facts: {inForce: 2021-02-29}\n'),
      'schema/day',
      '6:22',
      /2021-02-29/,
    ],
    [
      'a value out of the list',
      entry('    text: {a: {en: b}}\n    facts: {scope: local}\n'),
      'schema/value',
      '6:20',
      /"local"/,
    ],
    ['no words at all', entry('    text: {}\n'), 'schema/nothing-in-it', '5:11', /"text" is empty/],
    [
      'a note that is neither text nor list',
      entry('    text: {a: {en: b}}\n    note: 3\n'),
      'schema/wrong-type',
      '6:11',
      /text, or a list/,
    ],
    [
      'a remark without words',
      entry('    text: {a: {en: b}}\n    note: [{by: me}]\n'),
      'schema/missing-key',
      '6:12',
      /"says"/,
    ],
  ]
  for (const [what, text, rule, place, words] of cases) {
    it(what, () => {
      expect(findingsIn(text)).toEqual([`${rule} ${place}`])
      expect(parse(text).findings[0]?.message).toMatch(words)
      expect(parse(text).findings[0]?.hint).not.toBe('')
    })
  }
})
