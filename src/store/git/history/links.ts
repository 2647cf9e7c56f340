/** A commit's place in history; `timestamp` is the committer's, in seconds since 1970. */
export interface Links {
  id: string
  parents: readonly string[]
  timestamp: number
}
