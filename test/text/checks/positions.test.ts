import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isMap, isScalar, parse, parseDocument, visit } from 'yaml'
import { locateFindings, parseFile } from '../../../src/files/index.ts'
import { checkDocument, RULE_PAGES } from '../../../src/text/index.ts'
import type { DataPath, Document, Finding, Position } from '../../../src/treaty/index.ts'

type Yaml = ReturnType<typeof parseDocument>

/** Ways to write the same data in another file. */
const LAYOUTS = {
  'as it is': (yaml: string) => yaml,
  'in flow style': (yaml: string) => rewritten(yaml, flowing),
  'with quoted keys': (yaml: string) => rewritten(yaml, quotingKeys),
  'as JSON': (yaml: string) => `${JSON.stringify(parse(yaml), null, 1)}\n`,
  'behind wide characters': (yaml: string) => rewritten(yaml, flowing, beginningWide),
}

const ENDINGS = { LF: (text: string) => text, CRLF: (text: string) => text.replaceAll('\n', '\r\n') }
const BEGINNINGS = { 'no mark': '', 'a byte order mark': '\ufeff' }

function rewritten(yaml: string, ...changes: ((document: Yaml) => void)[]): string {
  const document = parseDocument(yaml)
  for (const change of changes) change(document)
  return document.toString({ lineWidth: 0 })
}

function flowing(document: Yaml): void {
  visit(document, {
    Collection(_, node) {
      node.flow = true
    },
  })
}

function quotingKeys(document: Yaml): void {
  visit(document, {
    Pair(_, { key }) {
      if (isScalar(key)) key.type = 'QUOTE_DOUBLE'
    },
  })
}

// In flow style all of it stands on one line, with characters of two code units before everything else.
function beginningWide(document: Yaml): void {
  if (!isMap(document.contents) || document.has('note')) return
  document.contents.items.unshift(document.createPair('note', '\u{1d57f}\u{1d597} \u{6761}\u{7ea6} \u{1f4dc}'))
}

/** The text between two places; columns count UTF-16 code units from 1. */
function textAt(text: string, { line, column, endLine, endColumn }: Position): string {
  const lines = text.split(/\r?\n/).slice(line - 1, endLine)
  lines[lines.length - 1] = (lines.at(-1) ?? '').slice(0, endColumn - 1)
  lines[0] = (lines[0] ?? '').slice(column - 1)
  return lines.join('\n')
}

function valueAt(data: unknown, path: DataPath): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<string | number, unknown> | undefined)?.[step], data)
}

const examples = RULE_PAGES.flatMap(({ id, bad }) => (bad === undefined ? [] : [{ id, ...bad }]))

/** What the rule of the example finds in a text that says the same, with places in it. */
function found({ id, others = [], body }: (typeof examples)[number], text: string, bytes: Uint8Array): Finding[] {
  const data: Document = parse(text)
  const settings = body === undefined ? {} : { body }
  const known = others.map((other): Document => parse(other))
  const findings = checkDocument(data, known, settings).filter(({ rule }) => rule === id)
  return locateFindings(findings, parseFile('document', { file: 'example.yaml', bytes }))
}

function expectToHold(text: string, data: unknown, { at }: Finding): void {
  if (at?.position === undefined || at.path === undefined) throw new Error('a finding has no place')
  const value = valueAt(data, at.path)
  // A list or mapping in block style is known by where it begins.
  if (typeof value === 'object') expect(textAt(text, at.position)).not.toBe('')
  else expect(parse(textAt(text, at.position))).toEqual(value)
}

describe('the place of a finding', () => {
  it('contains the value that the finding is about, in every layout of the file', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...examples),
        fc.constantFrom(...Object.entries(LAYOUTS)),
        fc.constantFrom(...Object.entries(ENDINGS)),
        fc.constantFrom(...Object.entries(BEGINNINGS)),
        (example, [, layout], [, ending], [, beginning]) => {
          const text = ending(layout(example.yaml))
          const findings = found(example, text, new TextEncoder().encode(beginning + text))
          expect(findings.length).toBeGreaterThan(0)
          for (const finding of findings) expectToHold(text, parse(text), finding)
        },
      ),
      { numRuns: 400 },
    )
  })
})
