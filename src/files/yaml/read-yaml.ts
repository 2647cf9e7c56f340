import {
  Composer,
  type CST,
  type Document,
  type DocumentOptions,
  type LineCounter,
  type ParseOptions,
  Parser,
  type SchemaOptions,
} from 'yaml'
import type { Finding } from '../../treaty/index.ts'
import { linesOf, positionAt } from './positions.ts'
import { findAnchors, problemsIn, yamlFinding } from './yaml-findings.ts'

/** YAML 1.2 with the core schema: no merge keys, no other tags. */
const STRICT: ParseOptions & DocumentOptions & SchemaOptions = {
  version: '1.2',
  schema: 'core',
  strict: true,
  // Compares every two keys of a mapping; problemsIn finds duplicates in one pass.
  uniqueKeys: false,
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
  /** The text of the whole file. */
  text: string
  findings: Finding[]
}

/** The YAML documents of a file, or the findings that prevent reading them. */
interface YamlText {
  documents: YamlDocument[]
  findings: Finding[]
}

/**
 * Parses YAML text with the yaml package. Never throws.
 * @param text without a byte order mark
 */
export function readYaml(text: string): YamlText {
  const lines = linesOf(text)
  const tokens = tokensOf(text)
  const deep = tokens === undefined ? 0 : tooDeepAt(tokens)
  if (tokens === undefined || deep !== undefined) {
    const position = positionAt(lines, deep ?? 0, deep ?? 0)
    return {
      documents: [],
      findings: [yamlFinding('schema/too-deep', 'Collections are nested too deep here', position)],
    }
  }
  const documents = compose(tokens, lines, text)
  const findings = documents.every(isEmpty) ? [yamlFinding('schema/empty', 'The file is empty', START)] : []
  return { documents: findings.length > 0 ? [] : documents, findings }
}

/** Undefined where it nests so deep that the parser runs out of stack. */
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

/** Deeper than any file needs. What reads the tree calls itself once a level, so that depth costs stack. */
const DEEPEST_NESTING = 64

/** Returns the offset of the first collection below DEEPEST_NESTING, or undefined; without recursion. */
function tooDeepAt(tokens: readonly CST.Token[]): number | undefined {
  let level: CST.Token[] = [...tokens]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST_NESTING) return level[0]?.offset
    level = level.flatMap(childrenOf)
  }
  return undefined
}

function childrenOf(token: CST.Token): CST.Token[] {
  if (token.type === 'document') return token.value ? [token.value] : []
  if (!('items' in token)) return []
  const children: CST.Token[] = []
  for (const { key, value } of token.items) {
    if (key && 'items' in key) children.push(key)
    if (value && 'items' in value) children.push(value)
  }
  return children
}
