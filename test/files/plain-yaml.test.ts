import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { serialize } from '../../src/files/index.ts'
import { readPlain } from '../../src/files/yaml/plain/block.ts'
import { NOT_PLAIN } from '../../src/files/yaml/plain/inline.ts'
import { anyDocument } from './generated-documents.ts'
import { expectSamePositions, expectSameValues } from './plain-agreement.ts'

const CANONICAL = ['annex-1', 'technical-annex', 'article-4'].map((name) =>
  readFileSync(new URL(`../../annexes/${name}.yaml`, import.meta.url), 'utf8'),
)

describe('plain YAML is read as the yaml package reads it', () => {
  it('in every shipped document, without the package', () => {
    for (const text of CANONICAL) {
      expect(readPlain(text)).not.toBe(NOT_PLAIN)
      expectSameValues(text)
    }
  })

  it('in documents that this program wrote, whatever their words', () => {
    fc.assert(
      fc.property(anyDocument, (document) => expectSameValues(serialize('document', document))),
      { numRuns: 120 },
    )
  })

  it('in documents that another program wrote', () => {
    const styles = fc.record({
      indentSeq: fc.boolean(),
      singleQuote: fc.boolean(),
      lineWidth: fc.constantFrom(0, 20, 80),
    })
    fc.assert(
      fc.property(anyDocument, styles, (document, style) => expectSameValues(stringify(document, style))),
      { numRuns: 120 },
    )
  })

  it('or not at all, when characters are put in, taken out or doubled anywhere', () => {
    const base = `${(CANONICAL[0] ?? '').split('\n').slice(0, 30).join('\n')}\n`
    const put = fc.constantFrom(
      ...' \n\t#:-,"\'{}[]&*!|>%@`?~0\\',
      '  ',
      '- ',
      ': ',
      ' #',
      '---\n',
      '\n\n',
      '\r',
      '\ufeff',
      'null',
    )
    const edit = fc.record({
      at: fc.nat(base.length),
      drop: fc.integer({ min: 0, max: 3 }),
      put: fc.oneof(put, fc.constant('')),
    })
    const edits = fc.array(edit, { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(edits, (all) => {
        expectSameValues(all.reduce((text, { at, drop, put }) => text.slice(0, at) + put + text.slice(at + drop), base))
      }),
      { numRuns: 400 },
    )
  })
})

describe('what fuzzing found (npm run test:fuzz)', () => {
  const cases: [what: string, text: string][] = [
    ['spaces after the only pair of a text without a final line feed', 'title: A '],
    ['a key longer than YAML allows on one line', `${'A'.repeat(2_000)}: a\n`],
    ['a comment after the only pair of a text', 'title: A # # a remark\n'],
    ['white space that YAML does not trim, after a word', 'entries:\n  - c\u000b'],
  ]
  for (const [what, text] of cases) {
    it(`is read as by the yaml package: ${what}`, () => {
      expectSameValues(text)
      expectSamePositions(text)
    })
  }

  it('text with a hundred thousand spaces inside is read in linear time', () => {
    expect(readPlain(`title: a${' '.repeat(100_000)}b\n`)).toEqual({ title: `a${' '.repeat(100_000)}b` })
  })
})

describe('a document read item by item', () => {
  it('has the same lines and columns as one read whole', () => {
    fc.assert(
      fc.property(anyDocument, fc.boolean(), (document, ours) => {
        const text = ours ? serialize('document', document) : stringify(document)
        expectSameValues(text)
        expectSamePositions(text)
      }),
      { numRuns: 60 },
    )
  })
})
