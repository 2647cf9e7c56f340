import { type Document, isAlias, isNode, type LineCounter, visit, type YAMLError } from 'yaml'
import type { Finding, Position } from '../../treaty/index.ts'
import { positionAt } from './positions.ts'

const RULES: Partial<Record<YAMLError['code'], [rule: string, message: string]>> = {
  DUPLICATE_KEY: ['schema/duplicate-key', 'This key stands twice in the same mapping'],
  TAG_RESOLVE_FAILED: ['schema/unknown-tag', 'This tag is unknown'],
  MULTIPLE_DOCS: ['schema/several-documents', 'The file holds several YAML documents'],
  NON_STRING_KEY: ['schema/key-not-a-string', 'A key must be a plain word'],
  BAD_ALIAS: ['schema/alias', 'An alias stands here'],
}

const HINTS: Record<string, string> = {
  'schema/duplicate-key': 'Keep one of the two',
  'schema/unknown-tag': 'Write the value without a tag',
  'schema/several-documents': 'Keep one document a file: take out the line ---',
  'schema/key-not-a-string': 'Write the key as a plain word',
  'schema/alias': 'Write the value out in full: files hold no anchors and no aliases',
  'schema/too-deep': 'No file of this program nests that deep: look for brackets or indentation out of place',
  'schema/empty': 'Write the document, or remove the file',
  'schema/yaml': 'Correct the YAML here: look at the indentation, the quotes and the brackets',
}

/** A finding about the YAML itself. */
export function yamlFinding(rule: string, message: string, position: Position): Finding {
  return { rule, level: 'error', message, hint: HINTS[rule] ?? '', at: { path: [], position } }
}

/** A problem of the yaml package as a finding; its warnings are errors here. */
export function findingOf(problem: YAMLError, lines: LineCounter): Finding {
  const [rule, message] = RULES[problem.code] ?? ['schema/yaml', `This is not YAML: ${problem.message}`]
  return yamlFinding(rule, message, positionAt(lines, problem.pos[0], problem.pos[1]))
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
