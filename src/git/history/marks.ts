/** A small number (0 to 255) for each commit's number; 0 until it is set. */
export interface Marks {
  get(commit: number): number
  set(commit: number, mark: number): void
}

const AT_FIRST = 8192

/** Bytes in a row: walks mark each commit several times, and a Map takes ten times as long. */
export function makeMarks(): Marks {
  let bytes = new Uint8Array(AT_FIRST)
  return {
    get: (commit) => bytes[commit] ?? 0,
    set(commit, mark) {
      if (commit >= bytes.length) {
        const longer = new Uint8Array(Math.max(2 * bytes.length, commit + 1))
        longer.set(bytes)
        bytes = longer
      }
      bytes[commit] = mark
    },
  }
}
