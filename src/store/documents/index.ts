// YAML in, with line and column; the schemas; canonical YAML out.

export { schemaBeside } from './canonical/modeline.ts'
export { locateFindings } from './locate-findings.ts'
export { judgeValue, parseFile, parseScenarios } from './parse-file.ts'
export { nothingRead, type ReadBefore } from './read-before.ts'
export { SCHEMA_RULE_PAGES } from './schema-rules.ts'
export { type Formatted, formatFile, serialize } from './serialize.ts'
export type { DataOf, FileKind, ParsedFile, Source } from './source.ts'
export { onReading } from './told-reading.ts'
