import type { DataPath, Document, Level } from '../treaty/index.ts'
import type { TitledEntry } from './facts/printed-title.ts'
import type { Passage, Wording } from './passages.ts'

/** What a rule may look at besides the document itself: gathered once for all rules. */
export interface Surroundings {
  wordings: readonly Wording[]
  passages: readonly Passage[]
  /** The entries whose facts can be held against their title. */
  titled: readonly TitledEntry[]
  /** The other documents of the same treaty. */
  others: readonly Document[]
  /** The treaty's own words outside these documents, where they are at hand. */
  body?: string
}

/** One thing that a rule found. */
export interface Problem {
  path: DataPath
  /** What is wrong, in a sentence without a stop. */
  message: string
  /** What to do about it. */
  hint: string
}

/** A file that shows a rule; a test runs every one of them. */
export interface Example {
  yaml: string
  /** Other documents of the treaty beside it. */
  others?: readonly string[]
  body?: string
}

/** A file that breaks the rule, and where. Lines and columns count from 1. */
export interface BadExample extends Example {
  line: number
  column: number
}

/** A rule as a person reads it: its page. */
export interface RulePage {
  /** Stable, `group/name`. */
  id: string
  level: Level
  /** The provision that it rests on, where it rests on one. */
  cite?: string
  title: string
  /** Why it is one, in a few sentences. */
  why: string
  good: Example
  bad: BadExample
}

/** A rule over one document: pure, and asked again whenever the document changes. */
export interface Rule extends RulePage {
  /** Set where the rule can say nothing without the treaty's own words. */
  needsBody?: true
  check(document: Document, around: Surroundings): Problem[]
}
