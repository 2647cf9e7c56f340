import { bidiControl } from './characters/bidi-control.ts'
import { foreignScript } from './characters/foreign-script.ts'
import { invisibleCharacter } from './characters/invisible-character.ts'
import { lostCharacter } from './characters/lost-character.ts'
import { mixedScript } from './characters/mixed-script.ts'
import { notComposed } from './characters/not-composed.ts'
import { unusualSpace } from './characters/unusual-space.ts'
import { fields } from './entries/fields.ts'
import { idSlug } from './entries/id-slug.ts'
import { idUnique } from './entries/id-unique.ts'
import { missingLanguage } from './entries/missing-language.ts'
import { noWords } from './entries/no-words.ts'
import { numberOrder } from './entries/number-order.ts'
import { numberUnique } from './entries/number-unique.ts'
import { sectionKnown } from './entries/section-known.ts'
import { sectionTogether } from './entries/section-together.ts'
import { date } from './facts/date.ts'
import { inForceBeforeDone } from './facts/in-force-before-done.ts'
import { incomplete } from './facts/incomplete.ts'
import { place } from './facts/place.ts'
import { title } from './facts/title.ts'
import { unconfirmed } from './facts/unconfirmed.ts'
import { blankLine } from './punctuation/blank-line.ts'
import { doubledSpace } from './punctuation/doubled-space.ts'
import { strayStop } from './punctuation/stray-stop.ts'
import { unbalancedBracket } from './punctuation/unbalanced-bracket.ts'
import { unbalancedQuote } from './punctuation/unbalanced-quote.ts'
import type { Rule } from './rule.ts'
import { circular } from './terms/circular.ts'
import { redefined } from './terms/redefined.ts'
import { undefinedTerm } from './terms/undefined.ts'
import { unused } from './terms/unused.ts'

/** Every rule over one document, in the order of their findings. */
export const ALL_RULES: readonly Rule[] = [
  idUnique,
  idSlug,
  numberUnique,
  numberOrder,
  sectionKnown,
  sectionTogether,
  fields,
  noWords,
  mixedScript,
  foreignScript,
  bidiControl,
  invisibleCharacter,
  lostCharacter,
  unusualSpace,
  notComposed,
  doubledSpace,
  blankLine,
  unbalancedBracket,
  unbalancedQuote,
  strayStop,
  missingLanguage,
  date,
  place,
  title,
  incomplete,
  inForceBeforeDone,
  unconfirmed,
  redefined,
  circular,
  undefinedTerm,
  unused,
]
