import { describe, expect, it } from 'vitest'
import { compareNumbers } from '../../../src/text/checks/entries/numbers.ts'
import { readPrintedTitle } from '../../../src/text/checks/facts/printed-title.ts'
import { checkDocument } from '../../../src/text/index.ts'

const rulesOn = (words: string, language = 'en') =>
  checkDocument({
    document: 'a',
    title: { [language]: 'x' },
    entries: [{ id: 'b', text: { name: { [language]: words } } }],
  })
    .filter(({ at }) => at?.path?.[0] === 'entries')
    .map(({ rule }) => rule)

describe('printed numbers', () => {
  it('are ordered as a reader orders them', () => {
    const numbers = ['1', '1.2', '1.10', '2', '2 bis', '2 ter', '2 quater', '3', '3a', '3B', '10', '15']
    expect(numbers.toReversed().sort(compareNumbers)).toEqual(numbers)
  })
})

describe('words in other languages', () => {
  it('keep what their spelling and typography ask for', () => {
    expect(rulesOn('Convention relative à la répression : « terrorisme »'.replaceAll(' :', '\u00a0:'), 'fr')).toEqual(
      [],
    )
    expect(rulesOn('می\u200cخواهم', 'fa')).toEqual([])
    expect(rulesOn('اتفاقية\u200f (روما)', 'ar')).toEqual([])
    expect(rulesOn('Конвенция о ИКТ (ICT)', 'ru')).toEqual([])
    expect(rulesOn('《联合国反腐败公约》', 'zh')).toEqual([])
    expect(rulesOn('サイバー犯罪に関する条約', 'ja')).toEqual([])
  })

  it('are reported if their letters only look like those of the language', () => {
    expect(rulesOn('\u0440aypal')).toEqual(['text/mixed-script', 'text/foreign-script'])
    expect(rulesOn('\u0440\u0430\u0443')).toEqual(['text/foreign-script'])
    expect(rulesOn('a\u2066b', 'ar')).toEqual(['text/bidi-control'])
    expect(rulesOn('a\u{e0041}b')).toEqual(['text/invisible-character'])
    expect(rulesOn('a\ud800b')).toEqual(['text/invisible-character'])
    expect(rulesOn('a\u0007b')).toEqual(['text/invisible-character'])
  })
})

describe('brackets and quotes', () => {
  it('of an enumeration need no opening bracket', () => {
    expect(rulesOn('shall mean: a) one; b) two (or three)')).toEqual([])
    expect(rulesOn('shall mean (a) one and (b) two')).toEqual([])
    expect(rulesOn('one ) two')).toEqual(['text/unbalanced-bracket'])
    expect(rulesOn('one (two [three) four]')).toEqual(['text/unbalanced-bracket'])
  })
})

describe('a printed title', () => {
  it('is read for name, place and day', () => {
    expect(readPrintedTitle('Convention on Safety. (the Hague, 6 March 1988).')).toEqual({
      name: 'Convention on Safety',
      place: 'the Hague',
      day: '1988-03-06',
      year: '1988',
    })
    expect(readPrintedTitle('Convention (1963)')).toEqual({ name: 'Convention', year: '1963' })
    expect(readPrintedTitle('Convention on Data (Protocol)')).toEqual({ name: 'Convention on Data (Protocol)' })
  })
})
