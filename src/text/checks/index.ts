// Rules over a document's data: its text, its terms, its facts. Pure.
import { type Finding, pagesOf, REMARK_RULE_IDS, type RuleLevels, type RulePage } from '../../treaty/index.ts'
import { ALL_RULES } from './all-rules.ts'
import { NOTED_DEFECT, UNUSED_ACCEPTANCE } from './remarks.ts'
import { checkLevels, UNKNOWN_RULE } from './rule-levels.ts'

export { type CheckOptions, checkDocument } from './check-document.ts'
export { fieldsOf } from './entries/fields.ts'
export type { DocumentRulePage } from './rule.ts'

/** The page of every rule over a document. */
export const RULE_PAGES: readonly RulePage[] = [
  ...ALL_RULES,
  ...pagesOf(REMARK_RULE_IDS, {
    'text/noted-defect': NOTED_DEFECT,
    'text/unused-acceptance': UNUSED_ACCEPTANCE,
    'text/unknown-rule': UNKNOWN_RULE,
  }),
]

/** What is wrong with the levels that a repository sets, in annexes/rules.yaml. */
export function checkRuleLevels(levels: RuleLevels): Finding[] {
  return checkLevels(levels, new Set<string>(RULE_PAGES.map(({ id }) => id)))
}
