import type { RuleId } from './rule-ids.ts'

/** error: the law or the form forbids it. warning: look at it. note: known and explained. */
export type Level = 'error' | 'warning' | 'note'

/** Where in a file's data something stands: keys and indexes from the root, as `['entries', 3, 'text', 'title', 'en']`. */
export type DataPath = readonly (string | number)[]

/** Lines and columns count from 1; columns count UTF-16 code units; the end is the first position behind. */
export interface Position {
  line: number
  column: number
  endLine: number
  endColumn: number
}

/** Some of the words of a text: the first code unit meant, and the first behind, in UTF-16. */
export type Span = readonly [from: number, to: number]

/** Where a finding points: `path` as the pure rooms know it, `position` once the store has looked it up in the file. */
export interface Place {
  /** Path relative to the repository, with `/`. */
  file?: string
  path?: DataPath
  /** Which of the words at `path` are meant, where a rule knows: from and to, in UTF-16 code units. */
  span?: Span
  position?: Position
}

/** One thing found by a rule: data, collected, never thrown. */
export interface Finding {
  /** For example `law/70-3-in-force`, `schema/invalid`, `text/number-unique`. */
  rule: RuleId
  level: Level
  message: string
  /** What to do about it. */
  hint: string
  /** The provision that it rests on, where it rests on one: `70(3)`. */
  cite?: string
  at?: Place
}

/** Whether any of them is an error. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.level === 'error')
}
