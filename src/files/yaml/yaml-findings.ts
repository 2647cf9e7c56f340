import { type Document, isAlias, isNode, isScalar, type LineCounter, visit, type YAMLError } from 'yaml'
import type { Finding, Position, SchemaRuleId } from '../../treaty/index.ts'
import { positionAt } from './positions.ts'

const RULES: Partial<Record<YAMLError['code'], [rule: YamlRuleId, message: string]>> = {
  DUPLICATE_KEY: ['schema/duplicate-key', 'Duplicate key in this mapping'],
  TAG_RESOLVE_FAILED: ['schema/unknown-tag', 'Unknown tag'],
  MULTIPLE_DOCS: ['schema/several-documents', 'The file contains several YAML documents'],
  NON_STRING_KEY: ['schema/key-not-a-string', 'A key must be a string'],
  BAD_ALIAS: ['schema/alias', 'Aliases are not allowed'],
}

const HINTS = {
  'schema/duplicate-key': 'Remove one of the two',
  'schema/unknown-tag': 'Write the value without a tag',
  'schema/several-documents': 'Keep one document in each file: remove the line ---',
  'schema/key-not-a-string': 'Write the key as a string',
  'schema/alias': 'Write out the value',
  'schema/too-deep': 'Check the brackets and the indentation: no file of this program is nested that deep',
  'schema/empty': 'Write the document, or remove the file',
  'schema/conflict-marker':
    'Keep one of the two versions, or write what is right, and delete the lines with the markers; git merge --abort or git rebase --abort, before the commit, goes back',
  'schema/character': 'Remove it; in a value, write it as an escape in double quotes, such as "\\u2028"',
  'schema/yaml': 'Correct the YAML: check the indentation, the quotes and the brackets',
} satisfies Partial<Record<SchemaRuleId, string>>

/** A rule on the YAML itself. */
type YamlRuleId = keyof typeof HINTS

/** Returns a finding on the YAML itself. */
export function yamlFinding(rule: YamlRuleId, message: string, position: Position): Finding {
  return { rule, level: 'error', message, hint: HINTS[rule], at: { path: [], position } }
}

type Problem = Pick<YAMLError, 'code' | 'message' | 'pos'>

/** Returns the errors and warnings of the yaml package, and duplicate keys, as findings; all are errors here. */
export function problemsIn(document: Document.Parsed, lines: LineCounter, text: string): Finding[] {
  const problems: Problem[] = [...document.errors, ...document.warnings, ...duplicateKeys(document)]
  problems.sort((one, other) => one.pos[0] - other.pos[0])
  const quote = problems.some(({ code }) => code === 'MISSING_CHAR') ? unclosedQuote(document, text) : undefined
  // All text after an unclosed quotation mark is part of the scalar: errors found after it mean nothing.
  const meaningful = quote === undefined ? problems : problems.filter(({ pos }) => pos[0] < quote.end)
  return [
    ...meaningful.map((problem) => findingOf(problem, lines, text)),
    ...(quote === undefined ? [] : [missingQuote(lines, quote.start)]),
  ]
}

/** Finds each key that an earlier key of its mapping equals. */
function duplicateKeys(document: Document.Parsed): Problem[] {
  const problems: Problem[] = []
  visit(document, {
    Map(_key, { items }) {
      const keys = new Set<unknown>()
      for (const { key } of items) {
        if (!isScalar(key) || !key.range) continue
        const [start, end] = key.range
        if (keys.has(key.value)) problems.push({ code: 'DUPLICATE_KEY', message: '', pos: [start, end] })
        keys.add(key.value)
      }
    },
  })
  return problems
}

function findingOf({ code, message, pos: [start, end] }: Problem, lines: LineCounter, text: string): Finding {
  const [rule, words] = RULES[code] ?? ['schema/yaml', `Invalid YAML: ${message}`]
  // Something missing at the end of the text is placed after the last character, not on a line that does not exist.
  const last = text.trimEnd().length
  const from = Math.min(start, last)
  return yamlFinding(rule, words, positionAt(lines, from, Math.max(from, Math.min(end, last))))
}

function missingQuote(lines: LineCounter, start: number): Finding {
  const message = 'Invalid YAML: missing closing quotation mark'
  return yamlFinding('schema/yaml', message, positionAt(lines, start, start + 1))
}

/** Returns the offsets of the scalar whose closing quotation mark is missing. */
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

/** Finds anchors and aliases: a value that is used twice changes in two places, and a diff shows one of them. */
export function findAnchors(document: Document.Parsed, lines: LineCounter): Finding[] {
  const findings: Finding[] = []
  visit(document, {
    Node(_key, node) {
      if (!isNode(node) || !node.range) return
      const position = positionAt(lines, node.range[0], node.range[1])
      if (isAlias(node)) findings.push(yamlFinding('schema/alias', 'Aliases are not allowed', position))
      else if (node.anchor) findings.push(yamlFinding('schema/alias', 'Anchors are not allowed', position))
    },
  })
  return findings
}
