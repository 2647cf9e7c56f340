import type {
  BadExample,
  CheckedRuleId,
  DataPath,
  Document,
  DocumentRuleId,
  Example,
  RulePage,
  Span,
} from '../../treaty/index.ts'
import type { TitledEntry } from './facts/printed-title.ts'
import type { Passage, Wording } from './passages.ts'

/** What a rule may look at besides the document itself: gathered once for all rules. */
export interface Surroundings {
  wordings: readonly Wording[]
  passages: readonly Passage[]
  /** Those with any character that is no printable ASCII. */
  beyondAscii: readonly Passage[]
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
  /** Which of the words there are meant, where the rule knows. */
  span?: Span
  /** What is wrong, in a sentence without a stop. */
  message: string
  /** What to do about it. */
  hint: string
}

/** The page of a rule over a document: it always has both examples. */
export interface DocumentRulePage<Id extends DocumentRuleId = DocumentRuleId> extends RulePage<Id> {
  good: Example
  bad: BadExample
}

/** A rule over one document: pure, and asked again whenever the document changes. */
export interface Rule<Id extends CheckedRuleId = CheckedRuleId> extends DocumentRulePage<Id> {
  /** Set where the rule can say nothing without the treaty's own words. */
  needsBody?: true
  check(document: Document, around: Surroundings): Problem[]
}
