import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { locateFindings, parseFile } from '../../src/files/index.ts'
import { spanInBlock } from '../../src/files/yaml/block-scalars.ts'
import { checkDocument } from '../../src/text/index.ts'

const parsed = (text: string) => parseFile('document', { file: 'a.yaml', bytes: new TextEncoder().encode(text) })

/** `rule line:column-line:column` of what the rules find. */
function findingsIn(text: string): string[] {
  const file = parsed(text)
  if (file.data === null) throw new Error(JSON.stringify(file.findings))
  return locateFindings(checkDocument(file.data), file).map(({ rule, at }) => {
    const { line, column, endLine, endColumn } = at?.position ?? {}
    return `${rule} ${line}:${column}-${endLine}:${endColumn}`
  })
}

const inBlock = (header: string, ...lines: string[]) =>
  ['document: list', 'title: {en: List}', 'entries:', '  - id: zero', '    text: {title: {en: Nought}}', '  - id: one']
    .concat(
      ['    text:', '      title:', `        en: ${header}`],
      ...lines.map((line) => (line === '' ? '' : `          ${line}`)),
    )
    .concat('')
    .join('\n')

describe('a finding in a block scalar has the position of its words', () => {
  const found = ['text/doubled-space 11:6-11:8'].map((at) => at.replace('11:6-11:8', '11:14-11:16'))

  it('in a literal block, on the right line', () => {
    expect(findingsIn(inBlock('|', 'One', 'two  three', 'four'))).toEqual(found)
    expect(findingsIn(inBlock('|-', 'One', 'two  three', 'four'))).toEqual(found)
    expect(findingsIn(inBlock('|+ # kept', 'One', 'two  three', 'four'))).toEqual(found)
    expect(findingsIn(inBlock('|', 'One (', 'two) three]'))).toEqual(['text/unbalanced-bracket 11:21-11:22'])
    expect(findingsIn(inBlock('|', 'One', 'Cyber\u200bcrime'))).toEqual(['text/invisible-character 11:16-11:17'])
    expect(findingsIn(inBlock('|', 'One', 'c\u043envention'))).toContain('text/mixed-script 11:11-11:21')
    expect(findingsIn(inBlock('|', 'One', 'Montre\u0301al'))).toEqual(['text/not-composed 11:16-11:18'])
    expect(findingsIn(inBlock('|', 'One', 'Montr\ufffdal'))).toEqual(['text/lost-character 11:16-11:17'])
    expect(findingsIn(inBlock('|', 'One', '', 'Two'))).toEqual(['text/blank-line 10:14-11:1'])
  })

  it('in a literal block, for a finding on one word', () => {
    const { data } = parsed(inBlock('|', 'One', 'two  three'))
    const [finding] = data === null ? [] : checkDocument(data)
    expect(finding?.message).toBe('There is more than one space after "two"')
  })

  it('in a folded block', () => {
    expect(findingsIn(inBlock('>', 'One', 'two  three', 'four'))).toEqual(found)
    expect(findingsIn(inBlock('>-', 'One', '  deeper', 'two', 'three]'))).toContain(
      'text/unbalanced-bracket 13:16-13:17',
    )
    expect(findingsIn(inBlock('>', 'One', '', '', 'two  three'))).toContain('text/doubled-space 13:14-13:16')
  })

  it('or of the whole value, where the position of the words is not certain', () => {
    expect(findingsIn(inBlock('|2', '  One', 'two  three'))).toEqual(['text/doubled-space 9:13-12:1'])
    expect(findingsIn(inBlock('"One two  three"'))).toEqual(['text/doubled-space 9:13-9:29'])
  })
})

const line = fc
  .array(fc.constantFrom('one', 'two', ' ', '  ', 'ö', '\u{1f4dc}', '#', ':', '-'), { maxLength: 6 })
  .map((parts) => parts.join(''))
const words = fc.array(line, { minLength: 1, maxLength: 6 }).map((lines) => lines.join('\n'))

it('every character of a block scalar is found in the text, or no position is given', () => {
  let located = 0
  fc.assert(
    fc.property(words, fc.constantFrom('BLOCK_LITERAL', 'BLOCK_FOLDED'), (wanted, type) => {
      const text = stringify({ a: wanted }, { defaultStringType: type, defaultKeyType: 'PLAIN', lineWidth: 30 })
      // What the text says counts: the package does not always write what it was given, where that is all blanks.
      const { a: said }: { a: string } = parse(text)
      for (let at = 0; at < said.length; at += 1) {
        const span = said[at] === '\n' ? undefined : spanInBlock(text, 3, said, [at, at + 1])
        if (span === undefined) continue
        expect(text.slice(...span)).toBe(said[at] === ' ' && text[span[0]] === '\n' ? '\n' : said[at])
        expect(before(text, span[0])).toBe(before(said, at))
        located += 1
      }
    }),
  )
  expect(located).toBeGreaterThan(100)
})

/** Counts the characters before an offset that are not white space. */
function before(text: string, at: number): number {
  return text.slice(text.startsWith('a: ') ? text.indexOf('\n') : 0, at).replace(/\s/g, '').length
}
