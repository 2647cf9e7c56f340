import type { DataPath, Finding, Position } from '../treaty/index.ts'
import { isValid, schemaErrors } from './schemas/schema-errors.ts'
import { schemaProblems } from './schemas/schema-findings.ts'
import type { FileKind, ParsedFile, Source } from './source.ts'
import { parseByItems } from './yaml/by-items.ts'
import { findCharacter } from './yaml/characters.ts'
import { conflictFindings } from './yaml/conflict-markers.ts'
import { decode } from './yaml/decode.ts'
import type { ItemCache } from './yaml/items.ts'
import { type ParsedYaml, parsedByPackage } from './yaml/parsed-yaml.ts'
import { textAt } from './yaml/positions.ts'
import { readYaml, type YamlDocument } from './yaml/read-yaml.ts'
import { yamlFinding } from './yaml/yaml-findings.ts'

/**
 * Parses one file: UTF-8, strict YAML 1.2 without anchors, aliases or tags, then the JSON Schema of its kind.
 * Never throws: everything that is wrong is a finding with file, line and column.
 * @param cache items of files parsed earlier, which are neither parsed nor checked again
 */
export function parseFile<K extends FileKind>(kind: K, source: Source, cache?: ItemCache): ParsedFile<K> {
  const decoded = decode(source.bytes)
  if ('finding' in decoded) return unreadable(kind, source.file, [decoded.finding])
  const character = findCharacter(decoded.text)
  if (character !== undefined) return unreadable(kind, source.file, [character])
  const parsed = parseByItems(kind, decoded.text, cache)
  if (parsed === undefined) return parseWhole(kind, source.file, decoded.text)
  return checkSchema(kind, source.file, parsed, { cache, text: decoded.text })
}

function parseWhole<K extends FileKind>(kind: K, file: string, text: string): ParsedFile<K> {
  const { documents, findings } = readYaml(text)
  const [first, second] = documents
  const isInvalid = findings.length > 0 || documents.some((document) => document.findings.length > 0)
  const conflicts = isInvalid ? conflictFindings(text) : []
  if (conflicts.length > 0) return unreadable(kind, file, conflicts)
  if (first === undefined) return unreadable(kind, file, findings)
  const parsed = checkSchema(kind, file, parsedByPackage(first), { text })
  return second === undefined ? parsed : withFinding(parsed, severalDocuments(second))
}

/**
 * Parses a file of scenarios, one a YAML document.
 * @returns one parsed scenario a YAML document, in order; for a file that cannot be read, one with the findings
 */
export function parseScenarios(source: Source): ParsedFile<'scenario'>[] {
  const decoded = decode(source.bytes)
  if ('finding' in decoded) return [unreadable('scenario', source.file, [decoded.finding])]
  const { text } = decoded
  const character = findCharacter(text)
  if (character !== undefined) return [unreadable('scenario', source.file, [character])]
  const { documents, findings } = readYaml(text)
  if (documents.length === 0) return [unreadable('scenario', source.file, findings)]
  const written = documents.filter((one) => one.document.contents !== null || one.findings.length > 0)
  return written.map((one) => checkSchema('scenario', source.file, parsedByPackage(one), { text }))
}

/** Checks a parsed value, from YAML or CSV, by the schema of its kind. @param text of the YAML file, for messages */
export function checkSchema<K extends FileKind>(
  kind: K,
  file: string,
  parsed: ParsedYaml,
  { text, cache }: { text?: string; cache?: ItemCache | undefined } = {},
): ParsedFile<K> {
  const { value, findings, locateValue: locate, locateKey, locateWords, newItems } = parsed
  if (findings.length > 0) return { ...unreadable(kind, file, findings), locate }
  if (isValid(kind, value, newItems)) return { file, kind, data: value, findings: [], locate, locateWords }
  // Cached items count as valid. Those of this file may not be.
  cache?.clear()
  const written = (path: DataPath) => (text === undefined ? undefined : textAt(text, locate(path)))
  const problems = schemaProblems(schemaErrors(kind, value), value, written)
  const placed = problems.map(({ isAtKey, path, ...problem }): Finding => {
    const position = isAtKey ? locateKey(path) : locate(path)
    return { ...problem, level: 'error', at: { file, path, ...(position && { position }) } }
  })
  return { file, kind, data: null, findings: placed, locate }
}

function unreadable<K extends FileKind>(kind: K, file: string, findings: readonly Finding[]): ParsedFile<K> {
  const placed = findings.map((finding) => ({ ...finding, at: { ...finding.at, file } }))
  return { file, kind, data: null, findings: placed, locate: (): Position | undefined => undefined }
}

function severalDocuments({ document, lines }: YamlDocument): Finding {
  const { line, col } = lines.linePos(document.range[0])
  const position = { line, column: col, endLine: line, endColumn: col }
  return yamlFinding('schema/several-documents', 'A second YAML document begins here', position)
}

function withFinding<K extends FileKind>(parsed: ParsedFile<K>, finding: Finding): ParsedFile<K> {
  const placed = { ...finding, at: { ...finding.at, file: parsed.file } }
  return { ...parsed, data: null, findings: [...parsed.findings, placed] }
}
