import { LAW_RULE_IDS, pagesOf, type RulePage } from '../../treaty/index.ts'
import { DECLARATION_RULES } from './declarations.ts'
import { EVENT_RULES } from './events.ts'
import { PROPOSAL_RULES } from './proposals.ts'
import { RECORD_RULES } from './record.ts'
import { VOTE_RULES } from './votes.ts'

/** The page of every rule law/: the Convention's own, and those that its record is held against. */
export const LAW_RULE_PAGES: readonly RulePage[] = pagesOf(LAW_RULE_IDS, {
  ...PROPOSAL_RULES,
  ...EVENT_RULES,
  ...VOTE_RULES,
  ...DECLARATION_RULES,
  ...RECORD_RULES,
})
