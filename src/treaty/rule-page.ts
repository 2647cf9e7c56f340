import type { Level } from './finding.ts'

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
export interface RulePage {
  /** Stable, `group/name`. */
  id: string
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
