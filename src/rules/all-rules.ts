import { date } from './facts/date.ts'
import { inForceBeforeDone } from './facts/in-force-before-done.ts'
import { incomplete } from './facts/incomplete.ts'
import { place } from './facts/place.ts'
import { title } from './facts/title.ts'
import { unconfirmed } from './facts/unconfirmed.ts'
import type { Rule } from './rule.ts'
import { circular } from './terms/circular.ts'
import { redefined } from './terms/redefined.ts'
import { undefinedTerm } from './terms/undefined.ts'
import { unused } from './terms/unused.ts'
import { bidiControl } from './text/bidi-control.ts'
import { blankLine } from './text/blank-line.ts'
import { doubledSpace } from './text/doubled-space.ts'
import { fields } from './text/fields.ts'
import { foreignScript } from './text/foreign-script.ts'
import { idSlug } from './text/id-slug.ts'
import { idUnique } from './text/id-unique.ts'
import { invisibleCharacter } from './text/invisible-character.ts'
import { lostCharacter } from './text/lost-character.ts'
import { missingLanguage } from './text/missing-language.ts'
import { mixedScript } from './text/mixed-script.ts'
import { noWords } from './text/no-words.ts'
import { notComposed } from './text/not-composed.ts'
import { numberOrder } from './text/number-order.ts'
import { numberUnique } from './text/number-unique.ts'
import { sectionKnown } from './text/section-known.ts'
import { sectionTogether } from './text/section-together.ts'
import { strayStop } from './text/stray-stop.ts'
import { unbalancedBracket } from './text/unbalanced-bracket.ts'
import { unbalancedQuote } from './text/unbalanced-quote.ts'
import { unusualSpace } from './text/unusual-space.ts'

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
