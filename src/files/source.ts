import type { DataPath, Files, Finding, Position, Span } from '../treaty/index.ts'

/** The kinds of files that people write. */
export type FileKind = Exclude<keyof Files, 'change'>

/** The data of a file of each kind. */
export type DataOf<K extends FileKind> = Files[K]

/** The list that makes a file of the kind long, if it has one. */
export const MAIN_LIST: Partial<Record<FileKind, string>> = { document: 'entries', parties: 'parties' }

/** A file as it is on disk or in git. */
export interface Source {
  /** Its path, as findings print it: relative to the repository, with `/`. */
  file: string
  bytes: Uint8Array
}

/** The files of a commit, a folder or a test at one moment, by path relative to the repository, with `/`. */
export interface Snapshot {
  /** Returns the file's bytes; null if it does not exist. */
  readFile(path: string): Promise<Uint8Array | null>
  /** Returns the paths of all files in the folder `prefix` and below (`''`: all), sorted by UTF-16 code units. */
  listFiles(prefix: string): Promise<string[]>
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
   * Returns the position of the value at `path`, or of the nearest existing value around it; undefined when the file holds no
   * YAML at all.
   */
  locate(path: DataPath): Position | undefined
  /** Returns the position of some of the words at `path`; undefined or absent where it is not known: then all are meant. */
  locateWords?(path: DataPath, span: Span): Position | undefined
}

/**
 * Adds file, line and column to findings that have only a path into the data. Findings that have a position already, or no
 * path, are returned unchanged.
 */
export function locateFindings(findings: readonly Finding[], parsed: ParsedFile): Finding[] {
  return findings.map((finding) => {
    const { path, span, position, file = parsed.file } = finding.at ?? {}
    if (path === undefined || position !== undefined) return finding
    const found = (span && parsed.locateWords?.(path, span)) ?? parsed.locate(path)
    return { ...finding, at: { file, path, ...(found && { position: found }) } }
  })
}
