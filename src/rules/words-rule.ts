import type { Passage } from './passages.ts'
import type { DocumentRulePage, Problem, Rule } from './rule.ts'

/** A rule that looks at each passage of a document by itself. */
export function wordsRule(page: DocumentRulePage, look: (passage: Passage) => Omit<Problem, 'path'> | undefined): Rule {
  return {
    ...page,
    check: (_document, { passages }) =>
      passages.flatMap((passage) => {
        const problem = look(passage)
        return problem === undefined ? [] : [{ path: passage.path, ...problem }]
      }),
  }
}
