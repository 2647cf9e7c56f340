import type { Finding, Position } from '../treaty/index.ts'
import { schemaProblems } from './schemas/schema-findings.ts'
import { isSound, schemaErrors } from './schemas/validators.ts'
import type { FileKind, ParsedFile, Source } from './source.ts'
import { decode } from './yaml/decode.ts'
import type { ReadBefore } from './yaml/read-before.ts'
import { readYaml, type YamlDocument } from './yaml/read-yaml.ts'
import { type Reading, readingOf, readQuickly } from './yaml/reading.ts'
import { yamlFinding } from './yaml/yaml-findings.ts'

/**
 * Reads one file: UTF-8, strict YAML 1.2 without anchors, aliases or tags, then the JSON Schema of its kind.
 * Never throws: everything that is wrong is a finding with file, line and column.
 * @param before what was read before: what this file has in common with it is neither read nor checked again
 */
export function parseFile<K extends FileKind>(kind: K, source: Source, before?: ReadBefore): ParsedFile<K> {
  const decoded = decode(source.bytes)
  if ('finding' in decoded) return unreadable(kind, source.file, [decoded.finding])
  const quick = readQuickly(kind, decoded.text, before)
  return quick === undefined
    ? parseWhole(kind, source.file, decoded.text)
    : judgeValue(kind, source.file, quick, before)
}

function parseWhole<K extends FileKind>(kind: K, file: string, text: string): ParsedFile<K> {
  const { documents, findings } = readYaml(text)
  const [first, second] = documents
  if (first === undefined) return unreadable(kind, file, findings)
  const parsed = judgeValue(kind, file, readingOf(first))
  return second === undefined ? parsed : withFinding(parsed, severalDocuments(second))
}

/**
 * Reads a file of what-ifs, one a YAML document.
 * @returns one parsed scenario a YAML document, in order; a file that cannot be read gives one with its findings
 */
export function parseScenarios(source: Source): ParsedFile<'scenario'>[] {
  const decoded = decode(source.bytes)
  if ('finding' in decoded) return [unreadable('scenario', source.file, [decoded.finding])]
  const { documents, findings } = readYaml(decoded.text)
  if (documents.length === 0) return [unreadable('scenario', source.file, findings)]
  const written = documents.filter((one) => one.document.contents !== null || one.findings.length > 0)
  return written.map((one) => judgeValue('scenario', source.file, readingOf(one)))
}

/** Holds what was read, from YAML or otherwise, against the schema of its kind. */
export function judgeValue<K extends FileKind>(
  kind: K,
  file: string,
  reading: Reading,
  before?: ReadBefore,
): ParsedFile<K> {
  const { value, findings, locateValue: locate, locateKey, locateWords, fresh } = reading
  if (findings.length > 0) return { ...unreadable(kind, file, findings), locate }
  if (isSound(kind, value, fresh)) return { file, kind, data: value, findings: [], locate, locateWords }
  // What was kept of it is not known to be sound.
  before?.clear()
  const problems = schemaProblems(schemaErrors(kind, value), value)
  const told = problems.map(({ atKey, path, ...problem }): Finding => {
    const position = atKey ? locateKey(path) : locate(path)
    return { ...problem, level: 'error', at: { file, path, ...(position && { position }) } }
  })
  return { file, kind, data: null, findings: told, locate }
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
