import {
  Composer,
  type CST,
  type Document,
  type DocumentOptions,
  LineCounter,
  type ParseOptions,
  Parser,
  type SchemaOptions,
} from 'yaml'
import type { Finding } from '../../treaty/index.ts'
import { tooDeepAt } from './nesting.ts'
import { positionAt } from './positions.ts'
import { findAnchors, problemsIn, yamlFinding } from './yaml-findings.ts'

/** YAML 1.2, core schema, nothing clever: no merge keys, no tags but the core's, no anchors. */
const STRICT: ParseOptions & DocumentOptions & SchemaOptions = {
  version: '1.2',
  schema: 'core',
  strict: true,
  uniqueKeys: true,
  stringKeys: true,
  merge: false,
  customTags: [],
  resolveKnownTags: false,
  prettyErrors: false,
}

/** One YAML document of a file. */
export interface YamlDocument {
  document: Document.Parsed
  lines: LineCounter
  /** The text that it was read from, with whatever stands beside it. */
  text: string
  findings: Finding[]
}

/** What a file's text holds: its YAML documents, or the findings that kept it from being read. */
export interface YamlText {
  documents: YamlDocument[]
  findings: Finding[]
}

/**
 * Reads YAML text. Never throws, whatever the text.
 * @param text without a byte order mark
 */
export function readYaml(text: string): YamlText {
  const lines = linesOf(text)
  const tokens = tokensOf(text)
  const deep = tokens === undefined ? 0 : tooDeepAt(tokens)
  if (tokens === undefined || deep !== undefined) {
    const position = positionAt(lines, deep ?? 0, deep ?? 0)
    return { documents: [], findings: [yamlFinding('schema/too-deep', 'Collections nest too deep here', position)] }
  }
  const documents = compose(tokens, lines, text)
  const findings = documents.every(isEmpty) ? [yamlFinding('schema/empty', 'The file is empty', START)] : []
  return { documents: findings.length > 0 ? [] : documents, findings }
}

/** Where each line begins. The parser would not tell of those behind a bracket that closes nothing. */
function linesOf(text: string): LineCounter {
  const lines = new LineCounter()
  for (let start = 0; start >= 0; start = text.indexOf('\n', start) + 1 || -1) lines.addNewLine(start)
  return lines
}

/** Undefined where it nests so deep that the parser, which calls itself once a level, runs out of stack. */
function tokensOf(text: string): CST.Token[] | undefined {
  try {
    return [...new Parser().parse(text)]
  } catch (cause) {
    if (cause instanceof RangeError) return undefined
    throw cause
  }
}

const START = { line: 1, column: 1, endLine: 1, endColumn: 1 }

function compose(tokens: CST.Token[], lines: LineCounter, text: string): YamlDocument[] {
  const composer = new Composer({ ...STRICT, lineCounter: lines })
  const documents: YamlDocument[] = []
  for (const document of composer.compose(tokens, false, text.length)) {
    const findings = [...problemsIn(document, lines, text), ...findAnchors(document, lines)]
    documents.push({ document, lines, text, findings })
  }
  return documents
}

function isEmpty({ document, findings }: YamlDocument): boolean {
  return document.contents === null && findings.length === 0
}
