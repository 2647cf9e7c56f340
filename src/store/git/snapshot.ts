/** Files as they stood at one moment, by path relative to the repository, with `/`. */
export interface Snapshot {
  /** The file's bytes; null where there is none. A symbolic link or submodule in a commit is refused, never followed. */
  readFile(path: string): Promise<Uint8Array | null>
  /** The paths of all files whose path begins with the folder `prefix` (`''`: all), sorted by UTF-16 code units. */
  listFiles(prefix: string): Promise<string[]>
}
