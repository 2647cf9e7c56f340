import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { readPlainly } from '../../../src/store/documents/plain/block.ts'
import { NOT_PLAIN } from '../../../src/store/documents/plain/not-plain.ts'
import { readYaml } from '../../../src/store/documents/read-yaml.ts'
import { type Reading, readingOf, readQuickly } from '../../../src/store/documents/reading.ts'
import { serialize } from '../../../src/store/index.ts'
import type { DataPath } from '../../../src/treaty/index.ts'
import { anyDocument } from './generated-documents.ts'

/** What the yaml package reads, or undefined where it finds anything wrong. */
function byPackage(text: string): Reading | undefined {
  const { documents, findings } = readYaml(text)
  const [first, second] = documents
  return first && !second && findings.length === 0 && first.findings.length === 0 ? readingOf(first) : undefined
}

function agree(text: string): void {
  const quick = readQuickly('document', text)
  const plain = readPlainly(text)
  const slow = byPackage(text)
  if (plain !== NOT_PLAIN) expect({ value: plain }).toEqual({ value: slow?.value })
  if (quick !== undefined) expect({ value: quick.value }).toEqual({ value: slow?.value })
}

/** Every path into the data, and some into nothing. */
function pathsInto(value: unknown, path: DataPath = []): DataPath[] {
  if (value === null || typeof value !== 'object') return [path, [...path, 'absent']]
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
  const inside = keys.flatMap((key) => pathsInto(Reflect.get(value, key), [...path, key]))
  return [path, [...path, Array.isArray(value) ? value.length : 'absent'], ...inside]
}

const CANONICAL = ['annex-1', 'technical-annex', 'article-4'].map((name) =>
  readFileSync(new URL(`../../../annexes/${name}.yaml`, import.meta.url), 'utf8'),
)

describe('plain YAML is read as the yaml package reads it', () => {
  it('in every shipped document, without the package', () => {
    for (const text of CANONICAL) {
      expect(readPlainly(text)).not.toBe(NOT_PLAIN)
      agree(text)
    }
  })

  it('in documents that this program wrote, whatever their words', () => {
    fc.assert(
      fc.property(anyDocument, (document) => agree(serialize('document', document))),
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
      fc.property(anyDocument, styles, (document, style) => agree(stringify(document, style))),
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
        agree(all.reduce((text, { at, drop, put }) => text.slice(0, at) + put + text.slice(at + drop), base))
      }),
      { numRuns: 400 },
    )
  })
})

describe('a document read item by item', () => {
  it('tells the same lines and columns as one read whole', () => {
    fc.assert(
      fc.property(anyDocument, fc.boolean(), (document, ours) => {
        const text = ours ? serialize('document', document) : stringify(document)
        const quick = readQuickly('document', text)
        const slow = byPackage(text)
        for (const path of pathsInto(document)) {
          expect(quick?.locateValue(path), path.join('/')).toEqual(slow?.locateValue(path))
          if (path.length > 0) expect(quick?.locateKey(path), path.join('/')).toEqual(slow?.locateKey(path))
        }
      }),
      { numRuns: 60 },
    )
  })
})
