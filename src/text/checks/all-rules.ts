import {
  CHECKED_RULE_IDS,
  type CheckedRuleId,
  type Finding,
  pagesOf,
  REMARK_RULE_IDS,
  type RuleLevels,
  type RulePage,
} from '../../treaty/index.ts'
import { fields, missingLanguage, noWords } from './entries/fields.ts'
import { idSlug, idUnique } from './entries/ids.ts'
import { numberOrder, numberUnique } from './entries/numbers.ts'
import { sectionKnown, sectionTogether } from './entries/sections.ts'
import { inForceBeforeDone, unconfirmed } from './facts/facts-alone.ts'
import { date, incomplete, place, title } from './facts/title-against-facts.ts'
import { NOTED_DEFECT, UNUSED_ACCEPTANCE } from './remarks.ts'
import { levelOf, type Rule, UNKNOWN_RULE } from './rule.ts'
import { circular, redefined } from './terms/definitions.ts'
import { undefinedTerm, unused } from './terms/uses.ts'
import { strayStop, unbalancedBracket, unbalancedQuote } from './words/brackets-and-stops.ts'
import { bidiControl, invisibleCharacter, lostCharacter, notComposed } from './words/characters.ts'
import { foreignScript, mixedScript } from './words/scripts.ts'
import { blankLine, doubledSpace, unusualSpace } from './words/spacing.ts'

const RULES: { readonly [Id in CheckedRuleId]: Rule<Id> } = {
  'text/id-unique': idUnique,
  'text/id-slug': idSlug,
  'text/number-unique': numberUnique,
  'text/number-order': numberOrder,
  'text/section-known': sectionKnown,
  'text/section-together': sectionTogether,
  'text/fields': fields,
  'text/no-words': noWords,
  'text/mixed-script': mixedScript,
  'text/foreign-script': foreignScript,
  'text/bidi-control': bidiControl,
  'text/invisible-character': invisibleCharacter,
  'text/lost-character': lostCharacter,
  'text/unusual-space': unusualSpace,
  'text/not-composed': notComposed,
  'text/doubled-space': doubledSpace,
  'text/blank-line': blankLine,
  'text/unbalanced-bracket': unbalancedBracket,
  'text/unbalanced-quote': unbalancedQuote,
  'text/stray-stop': strayStop,
  'text/missing-language': missingLanguage,
  'facts/date': date,
  'facts/place': place,
  'facts/title': title,
  'facts/incomplete': incomplete,
  'facts/in-force-before-done': inForceBeforeDone,
  'facts/unconfirmed': unconfirmed,
  'terms/redefined': redefined,
  'terms/circular': circular,
  'terms/undefined': undefinedTerm,
  'terms/unused': unused,
}

/** Every rule for one document, in the order of their findings. */
export const ALL_RULES: readonly Rule[] = CHECKED_RULE_IDS.map((id) => RULES[id])

/** The page of every rule text/, facts/ and terms/. */
export const RULE_PAGES: readonly RulePage[] = [
  ...ALL_RULES,
  ...pagesOf(REMARK_RULE_IDS, {
    'text/noted-defect': NOTED_DEFECT,
    'text/unused-acceptance': UNUSED_ACCEPTANCE,
    'text/unknown-rule': UNKNOWN_RULE,
  }),
]

/** Checks the severities that a repository sets in annexes/rules.yaml: each must be for a rule that exists. */
export function checkRuleLevels(levels: RuleLevels): Finding[] {
  const known = new Set<string>(RULE_PAGES.map(({ id }) => id))
  const unknown = Object.keys(levels).filter((id) => !known.has(id))
  return unknown.map((id) => ({
    rule: UNKNOWN_RULE.id,
    level: levelOf(UNKNOWN_RULE, levels),
    message: `Unknown rule ${id}: its severity has no effect`,
    hint: 'Correct the id, or remove it; annex rules lists the rules',
    at: { path: ['levels', id] },
  }))
}
