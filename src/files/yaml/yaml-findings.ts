import { type Document, isAlias, isNode, type LineCounter, visit, type YAMLError } from 'yaml'
import type { Finding, Position, SchemaRuleId } from '../../treaty/index.ts'
import { positionAt } from './positions.ts'

const RULES: Partial<Record<YAMLError['code'], [rule: YamlRuleId, message: string]>> = {
  DUPLICATE_KEY: ['schema/duplicate-key', 'This key stands twice in the same mapping'],
  TAG_RESOLVE_FAILED: ['schema/unknown-tag', 'This tag is unknown'],
  MULTIPLE_DOCS: ['schema/several-documents', 'The file holds several YAML documents'],
  NON_STRING_KEY: ['schema/key-not-a-string', 'A key must be a plain word'],
  BAD_ALIAS: ['schema/alias', 'An alias stands here'],
}

const HINTS = {
  'schema/duplicate-key': 'Keep one of the two',
  'schema/unknown-tag': 'Write the value without a tag',
  'schema/several-documents': 'Keep one document a file: take out the line ---',
  'schema/key-not-a-string': 'Write the key as a plain word',
  'schema/alias': 'Write the value out in full: files hold no anchors and no aliases',
  'schema/too-deep': 'No file of this program nests that deep: look for brackets or indentation out of place',
  'schema/empty': 'Write the document, or remove the file',
  'schema/yaml': 'Correct the YAML here: look at the indentation, the quotes and the brackets',
} satisfies Partial<Record<SchemaRuleId, string>>

/** A rule on the YAML itself. */
type YamlRuleId = keyof typeof HINTS

/** A finding about the YAML itself. */
export function yamlFinding(rule: YamlRuleId, message: string, position: Position): Finding {
  return { rule, level: 'error', message, hint: HINTS[rule], at: { path: [], position } }
}

/** What the yaml package finds wrong with a document; its warnings are errors here. */
export function problemsIn(document: Document.Parsed, lines: LineCounter, text: string): Finding[] {
  const problems = [...document.errors, ...document.warnings]
  const quote = problems.some(({ code }) => code === 'MISSING_CHAR') ? unclosedQuote(document, text) : undefined
  const ends = problems.some(({ code }) => code === 'DUPLICATE_KEY') ? keyEnds(document) : undefined
  // What follows a quotation mark that is never closed was taken for words: what is said of the end there says nothing.
  const told = quote === undefined ? problems : problems.filter(({ pos }) => pos[0] < quote.end)
  return [
    ...told.map((problem) => findingOf(problem, lines, text, ends)),
    ...(quote === undefined ? [] : [neverClosed(lines, quote.start)]),
  ]
}

function findingOf(problem: YAMLError, lines: LineCounter, text: string, ends?: ReadonlyMap<number, number>): Finding {
  const [rule, message] = RULES[problem.code] ?? ['schema/yaml', `This is not YAML: ${problem.message}`]
  const [start, end] = problem.pos
  // What is missed at the end is shown behind the last thing that is there, and not on a line that is not.
  const last = text.trimEnd().length
  const from = Math.min(start, last)
  const to = problem.code === 'DUPLICATE_KEY' ? (ends?.get(start) ?? end) : Math.min(end, last)
  return yamlFinding(rule, message, positionAt(lines, from, Math.max(from, to)))
}

function neverClosed(lines: LineCounter, start: number): Finding {
  const message = 'This is not YAML: the quotation mark that opens here is never closed'
  return yamlFinding('schema/yaml', message, positionAt(lines, start, start + 1))
}

/** The scalar whose quotation mark is never closed: from the mark to where it was missed. */
function unclosedQuote(document: Document.Parsed, text: string): { start: number; end: number } | undefined {
  let found: { start: number; end: number } | undefined
  visit(document, {
    Scalar(_key, { range, type }) {
      if (!range || !type?.startsWith('QUOTE_')) return undefined
      const [start, end] = range
      if (end > start + 1 && text[end - 1] === text[start]) return undefined
      found = { start, end }
      return visit.BREAK
    },
  })
  return found
}

/** Where each key ends, by where it begins. */
function keyEnds(document: Document.Parsed): Map<number, number> {
  const ends = new Map<number, number>()
  visit(document, {
    Pair(_key, { key }) {
      if (isNode(key) && key.range) ends.set(key.range[0], key.range[1])
    },
  })
  return ends
}

/** Anchors and aliases: one value written once and meant twice hides from a diff what it changes. */
export function findAnchors(document: Document.Parsed, lines: LineCounter): Finding[] {
  const findings: Finding[] = []
  visit(document, {
    Node(_key, node) {
      if (!isNode(node) || !node.range) return
      const position = positionAt(lines, node.range[0], node.range[1])
      if (isAlias(node)) findings.push(yamlFinding('schema/alias', 'An alias stands here', position))
      else if (node.anchor) findings.push(yamlFinding('schema/alias', 'An anchor stands here', position))
    },
  })
  return findings
}
