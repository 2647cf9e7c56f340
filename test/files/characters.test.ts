import { describe, expect, it } from 'vitest'
import { parseFile } from '../../src/files/index.ts'

const document = (comment: string) => `document: list\ntitle: {en: List} # ${comment}\nentries: []\n`
const parse = (text: string) => parseFile('document', { file: 'list.yaml', bytes: new TextEncoder().encode(text) })

describe('a character that programs read differently', () => {
  it.each([
    ['a lone carriage return', '\r'],
    ['NEL', '\u0085'],
    ['U+2028', '\u2028'],
    ['U+2029', '\u2029'],
    ['an escape', '\u001b'],
    ['a bell', '\u0007'],
    ['DEL', '\u007f'],
    ['a C1 control', '\u009b'],
    ['U+FFFE', '\ufffe'],
    ['a form feed', '\f'],
  ])('is refused in a comment, at its line and column: %s', (_, character) => {
    const { data, findings } = parse(document(`x${character}- id: hidden`))
    expect(data).toBeNull()
    expect(findings).toMatchObject([
      { rule: 'schema/character', level: 'error', at: { file: 'list.yaml', position: { line: 2, column: 22 } } },
    ])
  })

  it('is refused in a value and between lines', () => {
    expect(parse('document: list\ntitle: {en: "Li\u2028st"}\nentries: []\n').findings).toMatchObject([
      { rule: 'schema/character', at: { position: { line: 2, column: 16 } } },
    ])
    expect(parse('document: list\rtitle: {en: List}\nentries: []\n').findings).toMatchObject([
      { rule: 'schema/character', at: { position: { line: 1, column: 15 } } },
    ])
  })

  it('is no tab, no CR LF, no other letter, and no escape sequence of YAML', () => {
    for (const comment of ['a\tb', 'é', '日本', '😀', '\u00a0', '\u200b'])
      expect(parse(document(comment)).findings).toEqual([])
    expect(parse(document('x').replaceAll('\n', '\r\n')).findings).toEqual([])
    expect(parse('document: list\ntitle: {en: "Li\\u2028st"}\nentries: []\n').findings).toEqual([])
  })
})

describe('a hint to use quotes', () => {
  const entry = (line: string) =>
    parse(`document: list\ntitle: {en: List}\nentries:\n  - id: one\n    text: {title: {en: One}}\n    ${line}\n`)
      .findings

  it.each([
    '1.10',
    '060e-0001',
    '1.0',
    '0x1F',
    '1e3',
    '0o17',
    '+5',
    '.5',
    '12345678901234567890',
    'true',
    'False',
  ])('quotes the text of the file: %s', (written) => {
    expect(entry(`number: ${written}`)).toMatchObject([
      {
        rule: 'schema/wrong-type',
        hint: `Put it in quotes: "${written}"`,
        message: expect.stringContaining(`is ${written},`),
      },
    ])
    expect(entry(`note: ${written} # a comment`)[0]?.hint).toBe(`Put it in quotes: "${written}"`)
    expect(entry(`formerly: [${written}]`)[0]?.hint).toBe(`Put it in quotes: "${written}"`)
  })

  it('is right for a file that obeys it', () => {
    const [{ hint = '' } = {}] = entry('number: 1.10')
    expect(entry(`number: ${hint.replace('Put it in quotes: ', '')}`)).toEqual([])
  })
})
