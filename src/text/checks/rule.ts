import type {
  BadExample,
  CheckedRuleId,
  DataPath,
  Document,
  DocumentRuleId,
  Example,
  Level,
  RuleLevels,
  RulePage,
  Span,
} from '../../treaty/index.ts'
import type { TitledEntry } from './facts/printed-title.ts'
import type { LocatedWords, Passage } from './passages.ts'

/** What a rule may use besides the document. It is prepared once for all rules. */
export interface CheckContext {
  wordings: readonly LocatedWords[]
  passages: readonly Passage[]
  /** The passages that contain a character other than printable ASCII. */
  beyondAscii: readonly Passage[]
  /** The entries that have both facts and an English title, so that the two can be compared. */
  titled: readonly TitledEntry[]
  /** The other documents of the same treaty. */
  others: readonly Document[]
  /** The treaty's text outside these documents, if it is available. */
  body?: string
}

/** One thing that a rule found. */
export interface Problem {
  path: DataPath
  /** Which of the words at `path` are meant, if the rule knows. */
  span?: Span
  /** What is wrong: one sentence without a full stop. */
  message: string
  /** What to do about it. */
  hint: string
}

/** The page of a rule for documents, which always has both examples. */
export interface DocumentRulePage<Id extends DocumentRuleId = DocumentRuleId> extends RulePage<Id> {
  good: Example
  bad: BadExample
}

/** A rule for one document. It is pure: the same document and context give the same problems. */
export interface Rule<Id extends CheckedRuleId = CheckedRuleId> extends DocumentRulePage<Id> {
  /** Set if the rule needs the treaty's text; without that text it does not run. */
  needsBody?: true
  check(document: Document, context: CheckContext): Problem[]
}

/** Checks one passage. */
type PassageCheck = (passage: Passage) => Omit<Problem, 'path'> | undefined

/** Makes a rule that checks each passage of a document on its own. */
export function wordsRule<Id extends CheckedRuleId>(page: DocumentRulePage<Id>, check: PassageCheck): Rule<Id> {
  return { ...page, check: (_document, { passages }) => problemsIn(passages, check) }
}

/** Makes a rule that checks only passages with characters other than printable ASCII: most passages have none. */
export function beyondAsciiRule<Id extends CheckedRuleId>(page: DocumentRulePage<Id>, check: PassageCheck): Rule<Id> {
  return { ...page, check: (_document, { beyondAscii }) => problemsIn(beyondAscii, check) }
}

function problemsIn(passages: readonly Passage[], check: PassageCheck): Problem[] {
  const problems: Problem[] = []
  for (const passage of passages) {
    const problem = check(passage)
    if (problem !== undefined) problems.push({ path: passage.path, ...problem })
  }
  return problems
}

/** Returns a small document with these entries, which begin on its fourth line. For the examples of rules. */
export function listOf(entries: string): string {
  return `document: list\ntitle: {en: List}\nentries:\n${entries}`
}

/** Returns a document of one entry with this English title; the title begins at line 6, column 19. */
export function titled(words: string): string {
  return listOf(`  - id: one\n    text:\n      title: {en: ${JSON.stringify(words)}}\n`)
}

/** The position of the title in the document that `titled` returns. */
export const WORDS_OF_TITLED = { line: 6, column: 19 }

export const UNKNOWN_RULE: RulePage<'text/unknown-rule'> = {
  id: 'text/unknown-rule',
  level: 'warning',
  title: 'Severities are set for existing rules',
  why: 'The file annexes/rules.yaml sets severities (`levels`) by rule id. An unknown id is misspelt, or its rule was removed. A severity set for an unknown rule has no effect.',
}

/** Returns the severity of a rule's findings: the one that the repository sets, or else the rule's own. */
export function levelOf({ id, level }: Pick<RulePage, 'id' | 'level'>, levels: RuleLevels): Level {
  return levels[id] ?? level
}
