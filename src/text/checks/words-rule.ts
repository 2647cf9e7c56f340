import type { CheckedRuleId } from '../../treaty/index.ts'
import type { Passage } from './passages.ts'
import type { DocumentRulePage, Problem, Rule } from './rule.ts'

/** What a rule finds in one passage. */
type Look = (passage: Passage) => Omit<Problem, 'path'> | undefined

/** A rule that looks at each passage of a document by itself. */
export function wordsRule<Id extends CheckedRuleId>(page: DocumentRulePage<Id>, look: Look): Rule<Id> {
  return { ...page, check: (_document, { passages }) => problemsIn(passages, look) }
}

/** One that finds nothing in words of printable ASCII alone, and so is not asked of them: most passages are. */
export function beyondAsciiRule<Id extends CheckedRuleId>(page: DocumentRulePage<Id>, look: Look): Rule<Id> {
  return { ...page, check: (_document, { beyondAscii }) => problemsIn(beyondAscii, look) }
}

function problemsIn(passages: readonly Passage[], look: Look): Problem[] {
  const problems: Problem[] = []
  for (const passage of passages) {
    const problem = look(passage)
    if (problem !== undefined) problems.push({ path: passage.path, ...problem })
  }
  return problems
}
