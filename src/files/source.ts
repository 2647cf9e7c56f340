import type { DataPath, Files, Finding, Position, Span } from '../treaty/index.ts'

/** The kinds of files that people write. */
export type FileKind = Exclude<keyof Files, 'change'>

/** What a file of each kind holds. */
export type DataOf<K extends FileKind> = Files[K]

/** The list that makes a file of the kind long, where there is one. */
export const MAIN_LIST: Partial<Record<FileKind, string>> = { document: 'entries', parties: 'parties' }

/** A file as it lies on disk or in git. */
export interface Source {
  /** Its path, as findings print it: relative to the repository, with `/`. */
  file: string
  bytes: Uint8Array
}

/** A parsed file. Where its kind is known, the type of its data is known too. */
export type ParsedFile<K extends FileKind = FileKind> = { [One in K]: FileOfKind<One> }[K]

/** A parsed file of one kind. */
export interface FileOfKind<K extends FileKind> {
  file: string
  kind: K
  /** Null when any finding is an error; otherwise valid by the schema of its kind. */
  data: DataOf<K> | null
  findings: Finding[]
  /**
   * Where the value at `path` stands; where there is none, the nearest value around it. Undefined when the file holds
   * no YAML at all.
   */
  locate(path: DataPath): Position | undefined
  /** Where some of the words at `path` stand; undefined or absent where that is not known: then all of them are meant. */
  locateWords?(path: DataPath, span: Span): Position | undefined
}
