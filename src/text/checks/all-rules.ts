import { CHECKED_RULE_IDS, type CheckedRuleId } from '../../treaty/index.ts'
import { foreignScript } from './characters/foreign-script.ts'
import { invisibleCharacter } from './characters/invisible-character.ts'
import { lostCharacter } from './characters/lost-character.ts'
import { mixedScript } from './characters/mixed-script.ts'
import { unusualSpace } from './characters/unusual-space.ts'
import { fields } from './entries/fields.ts'
import { idSlug } from './entries/id-slug.ts'
import { idUnique } from './entries/ids.ts'
import { missingLanguage } from './entries/languages.ts'
import { noWords } from './entries/no-words.ts'
import { numberOrder } from './entries/number-order.ts'
import { numberUnique } from './entries/number-unique.ts'
import { sectionKnown } from './entries/section-known.ts'
import { sectionTogether } from './entries/sections.ts'
import { date } from './facts/date.ts'
import { unconfirmed } from './facts/facts-alone.ts'
import { inForceBeforeDone } from './facts/in-force-before-done.ts'
import { incomplete } from './facts/incomplete.ts'
import { place } from './facts/place.ts'
import { title } from './facts/title.ts'
import { blankLine } from './punctuation/blank-line.ts'
import { strayStop } from './punctuation/stray-stop.ts'
import { unbalancedQuote } from './punctuation/unbalanced-quote.ts'
import type { Rule } from './rule.ts'
import { circular } from './terms/circular.ts'
import { redefined } from './terms/redefined.ts'
import { undefinedTerm } from './terms/undefined.ts'
import { unused } from './terms/unused.ts'
import { unbalancedBracket } from './words/brackets-and-stops.ts'
import { bidiControl } from './words/invisible-characters.ts'
import { doubledSpace } from './words/spacing.ts'
import { notComposed } from './words/stored-characters.ts'

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

/** Every rule over one document, in the order of their findings. */
export const ALL_RULES: readonly Rule[] = CHECKED_RULE_IDS.map((id) => RULES[id])
