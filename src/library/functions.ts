import { type FileKind, locateFindings, type ParsedFile, parseFile } from '../files/index.ts'
import { type EntryQuestion, type Explanation, explain as explainBy } from '../law/index.ts'
import { type CheckOptions, checkDocument, replay } from '../text/index.ts'
import type { Document, Finding } from '../treaty/index.ts'

/** The content of a file: its text, or its bytes (UTF-8, with or without a byte order mark, LF or CRLF). */
export type Content = string | Uint8Array

/**
 * Parses a file of a kind: strict YAML 1.2, then the JSON Schema of the kind. Never throws: every problem is a finding with line and
 * column, which count from 1, columns in UTF-16 code units.
 * @param file the name that findings print
 * @returns the data, or null if any finding is an error
 */
export function parse<K extends FileKind>(kind: K, content: Content, file = `${kind}.yaml`): ParsedFile<K> {
  return parseFile(kind, { file, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content })
}

/** A checked document and its findings. The document is null if the file cannot be read as one. */
export interface ValidatedFile {
  document: Document | null
  findings: Finding[]
}

/**
 * Checks a document's file by its schema and by the rules on words, terms and facts, as `annex validate FILE` does.
 * @param others the other documents of the same treaty, whose terms count as defined and used
 */
export function validate(
  content: Content,
  { file, others = [], ...options }: CheckOptions & { file?: string; others?: readonly Document[] } = {},
): ValidatedFile {
  const parsed = parse('document', content, file)
  if (parsed.data === null) return { document: null, findings: parsed.findings }
  const found = locateFindings(checkDocument(parsed.data, others, options), parsed)
  return { document: parsed.data, findings: [...parsed.findings, ...found] }
}

/** Explains whether an entry binds a Party on a day, with the provisions, facts and readings that decide it. */
export function explain(question: EntryQuestion): Explanation {
  return explainBy(question, replay)
}
