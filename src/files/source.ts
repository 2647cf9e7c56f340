import type { DataPath, Files, Finding, Position, Span } from '../treaty/index.ts'

/** The kinds of files that people write. */
export type FileKind = 'document' | 'parties' | 'proposal' | 'event' | 'readings' | 'scenario' | 'rules'

/** The list that makes a file of the kind long, where there is one. */
export const MAIN_LIST: Partial<Record<FileKind, string>> = { document: 'entries', parties: 'parties' }

/** A file as it lies on disk or in git. */
export interface Source {
  /** Its path, as findings print it: relative to the repository, with `/`. */
  file: string
  bytes: Uint8Array
}

/** A file read. `data` is null when any finding is an error: what is there can be trusted to be of its kind. */
export interface ParsedFile<T> {
  file: string
  kind: FileKind
  data: T | null
  findings: Finding[]
  /**
   * Where the value at `path` stands; where there is none, the nearest value around it. Undefined when the file holds
   * no YAML at all.
   */
  locate(path: DataPath): Position | undefined
  /** Where some of the words at `path` stand; undefined or absent where that is not known: then all of them are meant. */
  locateWords?(path: DataPath, span: Span): Position | undefined
}

/** What a file of each kind holds. */
export type DataOf<K extends FileKind> = Files[K]
