// Rules over a document's data: its text, its terms, its facts. Pure.
import { ALL_RULES } from './all-rules.ts'
import { NOTED_DEFECT, UNUSED_ACCEPTANCE } from './remarks.ts'
import type { DocumentRulePage } from './rule.ts'

export { checkDocument } from './check-document.ts'
export type { DocumentRulePage } from './rule.ts'

/** The page of every rule over a document. */
export const RULE_PAGES: readonly DocumentRulePage[] = [...ALL_RULES, NOTED_DEFECT, UNUSED_ACCEPTANCE]
