/** Files as they stood at one moment, by path relative to the repository, with `/`: a commit's, a folder's, or a test's. */
export interface Snapshot {
  /** The file's bytes; null where there is none. */
  readFile(path: string): Promise<Uint8Array | null>
  /** The paths of all files in the folder `prefix` and below (`''`: all), sorted by UTF-16 code units. */
  listFiles(prefix: string): Promise<string[]>
}
