import type { RuleId } from './rule-ids.ts'

/** A severity. error: the law or the schema forbids it. warning: a person should look at it. note: it is known and explained. */
export type Level = 'error' | 'warning' | 'note'

/** A path in a file's data: keys and indexes from the root, such as `['entries', 3, 'text', 'title', 'en']`. */
export type DataPath = readonly (string | number)[]

/** A range in a file. Lines and columns count from 1, columns in UTF-16 code units. The end is exclusive. */
export interface Position {
  line: number
  column: number
  endLine: number
  endColumn: number
}

/** A range of a text in UTF-16 code units; `to` is exclusive. */
export type Span = readonly [from: number, to: number]

/** Where a finding is. Rules give `path`; `position` is added when the path is located in the file. */
export interface Place {
  /** Path relative to the repository, with `/`. */
  file?: string
  path?: DataPath
  /** Which of the words at `path` are meant, if the rule knows. */
  span?: Span
  position?: Position
}

/** One thing that a rule found. Findings are collected as data, never thrown. */
export interface Finding {
  /** Such as `law/70-3-in-force`, `schema/invalid`, `text/number-unique`. */
  rule: RuleId
  level: Level
  message: string
  /** What to do about it. */
  hint: string
  /** The provision on which it is based, if any: `70(3)`. */
  cite?: string
  at?: Place
}

/** Returns whether any finding is an error. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.level === 'error')
}

/** An example file of a rule. A test checks every one. */
export interface Example {
  yaml: string
  /** Other documents of the same treaty. */
  others?: readonly string[]
  /** The treaty's text outside these documents. */
  body?: string
}

/** A file that breaks the rule, and the position of the finding. Lines and columns count from 1. */
export interface BadExample extends Example {
  line: number
  column: number
}

/** The description of a rule: `annex rules ID` shows it. */
export interface RulePage<Id extends RuleId = RuleId> {
  id: Id
  level: Level
  /** The provision on which the rule is based, if any. */
  cite?: string
  /** What the rule requires, in one sentence without a full stop. */
  title: string
  /** Why, in a few sentences. */
  why: string
  good?: Example
  /** Absent if no single file can break the rule. */
  bad?: BadExample
}

/** The pages of some rules by their ids. */
export type RulePages<Id extends RuleId> = { readonly [One in Id]: Omit<RulePage<One>, 'id'> }

/** Lists the pages of a group of rules in the order of its ids. An id without a page does not compile. */
export function pagesOf<Id extends RuleId>(ids: readonly Id[], pages: RulePages<Id>): RulePage<Id>[] {
  return ids.map((id) => ({ id, ...pages[id] }))
}
