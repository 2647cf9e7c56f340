import type { CheckedRuleId } from '../../../treaty/index.ts'
import type { DocumentRulePage, Problem, Rule } from '../rule.ts'
import type { TitledEntry } from './printed-title.ts'

/** A rule that holds an instrument's facts against the title that the text prints. */
export function factsRule<Id extends CheckedRuleId>(
  page: DocumentRulePage<Id>,
  look: (entry: TitledEntry) => Omit<Problem, 'path'> | undefined,
): Rule<Id> {
  return {
    ...page,
    check(_document, { titled }) {
      const problems: Problem[] = []
      for (const entry of titled) {
        const problem = look(entry)
        if (problem !== undefined) problems.push({ path: ['entries', entry.index, 'text', 'title', 'en'], ...problem })
      }
      return problems
    },
  }
}

/** What to do when text and facts disagree: the program never decides which of the two is right. */
export const TEXT_OR_FACTS =
  'Propose a correction of the text, or accept it by a remark, if the text is wrong; correct the facts if they are'

const FACTS = 'facts: {officialTitle: "Convention on Safety", done: {place: Rome, date: 1988-03-10}}'

/** A document of one instrument with this title; the facts say Rome, 10 March 1988. */
export function instrument(title: string): string {
  return `document: list\ntitle: {en: List}\nentries:\n  - id: one\n    text: {title: {en: "${title}"}}\n    ${FACTS}\n`
}

/** Where the title of `instrument` stands. */
export const TITLE_OF_INSTRUMENT = { line: 5, column: 24 }
