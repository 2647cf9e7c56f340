import type { Level } from './finding.ts'
import type { RuleId } from './rule-ids.ts'

/** A file that shows a rule; a test runs every one of them. */
export interface Example {
  yaml: string
  /** Other documents of the treaty beside it. */
  others?: readonly string[]
  /** The treaty's own words outside these documents. */
  body?: string
}

/** A file that breaks the rule, and where. Lines and columns count from 1. */
export interface BadExample extends Example {
  line: number
  column: number
}

/** A rule as a person reads it. */
export interface RulePage<Id extends RuleId = RuleId> {
  id: Id
  level: Level
  /** The provision that it rests on, where it rests on one. */
  cite?: string
  title: string
  /** Why it is one, in a few sentences. */
  why: string
  good?: Example
  /** Absent where what breaks the rule is no text. */
  bad?: BadExample
}

/** The pages of some rules by their ids. */
export type RulePages<Id extends RuleId> = { readonly [One in Id]: Omit<RulePage<One>, 'id'> }

/** Lists the pages of a group of rules in the order of its ids. An id without a page does not compile. */
export function pagesOf<Id extends RuleId>(ids: readonly Id[], pages: RulePages<Id>): RulePage<Id>[] {
  return ids.map((id) => ({ id, ...pages[id] }))
}
