import { SCHEMA_RULE_PAGES } from '../../files/index.ts'
import { LAW_RULE_PAGES } from '../../law/index.ts'
import { RULE_PAGES } from '../../text/index.ts'
import type { RulePage } from '../../treaty/index.ts'
import { VERIFY_RULE_PAGES } from '../verify/rule-pages.ts'

/** The pages of all rules: files first, then the law, the words, and the history. */
export const ALL_RULE_PAGES: readonly RulePage[] = [
  ...SCHEMA_RULE_PAGES,
  ...LAW_RULE_PAGES,
  ...RULE_PAGES,
  ...VERIFY_RULE_PAGES,
]
