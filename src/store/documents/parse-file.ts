import type { DataPath, Finding, Position } from '../../treaty/index.ts'
import { decode } from './decode.ts'
import { locateKey, locateValue } from './positions.ts'
import { readYaml, type YamlDocument } from './read-yaml.ts'
import { schemaProblems } from './schema-findings.ts'
import type { DataOf, FileKind, ParsedFile, Source } from './source.ts'
import { isOfKind, schemaErrors } from './validators.ts'
import { yamlFinding } from './yaml-findings.ts'

/**
 * Reads one file: UTF-8, strict YAML 1.2 without anchors, aliases or tags, then the JSON Schema of its kind.
 * Never throws: everything that is wrong is a finding with file, line and column.
 */
export function parseFile<K extends FileKind>(kind: K, source: Source): ParsedFile<DataOf<K>> {
  const decoded = decode(source.bytes)
  if ('finding' in decoded) return unreadable(kind, source.file, [decoded.finding])
  const { documents, findings } = readYaml(decoded.text)
  const [first, second] = documents
  if (first === undefined) return unreadable(kind, source.file, findings)
  const parsed = parseDocument(kind, source.file, first)
  return second === undefined ? parsed : withFinding(parsed, severalDocuments(second))
}

/**
 * Reads a file of what-ifs, one a YAML document.
 * @returns one parsed scenario a YAML document, in order; a file that cannot be read gives one with its findings
 */
export function parseScenarios(source: Source): ParsedFile<DataOf<'scenario'>>[] {
  const decoded = decode(source.bytes)
  if ('finding' in decoded) return [unreadable('scenario', source.file, [decoded.finding])]
  const { documents, findings } = readYaml(decoded.text)
  if (documents.length === 0) return [unreadable('scenario', source.file, findings)]
  const written = documents.filter((one) => one.document.contents !== null || one.findings.length > 0)
  return written.map((one) => parseDocument('scenario', source.file, one))
}

function parseDocument<K extends FileKind>(kind: K, file: string, yaml: YamlDocument): ParsedFile<DataOf<K>> {
  const locate = (path: DataPath) => locateValue(yaml.document, yaml.lines, path)
  if (yaml.findings.length > 0) return { ...unreadable(kind, file, yaml.findings), locate }
  const value: unknown = yaml.document.toJS({ maxAliasCount: 0 })
  if (isOfKind(kind, value)) return { file, kind, data: value, findings: [], locate }
  const findings = schemaProblems(schemaErrors(kind, value), value).map(({ atKey, path, ...problem }): Finding => {
    const position = atKey ? locateKey(yaml.document, yaml.lines, path) : locate(path)
    return { ...problem, level: 'error', at: { file, path, ...(position && { position }) } }
  })
  return { file, kind, data: null, findings, locate }
}

function unreadable<T>(kind: FileKind, file: string, findings: readonly Finding[]): ParsedFile<T> {
  const placed = findings.map((finding) => ({ ...finding, at: { ...finding.at, file } }))
  return { file, kind, data: null, findings: placed, locate: (): Position | undefined => undefined }
}

function severalDocuments({ document, lines }: YamlDocument): Finding {
  const { line, col } = lines.linePos(document.range[0])
  const position = { line, column: col, endLine: line, endColumn: col }
  return yamlFinding('schema/several-documents', 'A second YAML document begins here', position)
}

function withFinding<T>(parsed: ParsedFile<T>, finding: Finding): ParsedFile<T> {
  const placed = { ...finding, at: { ...finding.at, file: parsed.file } }
  return { ...parsed, data: null, findings: [...parsed.findings, placed] }
}
