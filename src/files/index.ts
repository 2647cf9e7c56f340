// YAML in, with line and column; the schemas; canonical YAML out.

export { schemaBeside } from './canonical/modeline.ts'
export { locateFindings } from './locate-findings.ts'
export { judgeValue, parseFile, parseScenarios } from './parse-file.ts'
export * from './register/index.ts'
export { SCHEMA_RULE_PAGES } from './schemas/schema-rules.ts'
export { type Formatted, formatFile, serialize } from './serialize.ts'
export type { DataOf, FileKind, FileOfKind, ParsedFile, Source } from './source.ts'
export { onReading } from './yaml/decode.ts'
export { nothingRead, type ReadBefore } from './yaml/read-before.ts'
