import { codePoint, primaryLanguage, spanOf } from '../passages.ts'
import { beyondAsciiRule, titled, WORDS_OF_TITLED, wordsRule } from '../rule.ts'

export const doubledSpace = wordsRule(
  {
    id: 'text/doubled-space',
    level: 'warning',
    title: 'One space between words, and none at the start or end',
    why: 'Extra spaces are typing errors that a printed page does not show.',
    good: { yaml: titled('Convention on Cybercrime') },
    bad: { yaml: titled('Convention  on Cybercrime'), ...WORDS_OF_TITLED },
  },
  ({ words }) => {
    const outside = /^ | $/.exec(words)
    if (outside !== null) {
      return { span: spanOf(outside), message: 'The text begins or ends with a space', hint: 'Remove it' }
    }
    const doubled = / {2,}/.exec(words)
    if (doubled === null) return undefined
    const before = words.slice(0, doubled.index).split(/[ \n]/).at(-1)
    return { span: spanOf(doubled), message: `There is more than one space after "${before}"`, hint: 'Keep one space' }
  },
)

/** Spaces that the typography of a language requires. */
const REQUIRED_SPACES: Readonly<Record<string, RegExp>> = { fr: /[\u00a0\u202f]/g, zh: /\u3000/g, ja: /\u3000/g }

export const unusualSpace = beyondAsciiRule(
  {
    id: 'text/unusual-space',
    level: 'warning',
    title: 'Spaces are plain spaces',
    why: 'A no-break space or a thin space looks like a plain space but is another character. French, Chinese and Japanese may use the spaces that their typography requires.',
    good: { yaml: titled('16 December 1970') },
    bad: { yaml: titled('16\u00a0December 1970'), ...WORDS_OF_TITLED },
  },
  ({ words, language }) => {
    const required = REQUIRED_SPACES[primaryLanguage(language)]
    const found = /(?! )\p{Zs}/u.exec(required === undefined ? words : words.replace(required, ' '))
    if (found === null) return undefined
    const message = `The text contains an unusual space (${codePoint(found[0])})`
    return { span: spanOf(found), message, hint: 'Type a plain space' }
  },
)

export const blankLine = beyondAsciiRule(
  {
    id: 'text/blank-line',
    level: 'warning',
    title: 'No blank lines in a text',
    why: 'A blank line in a text has no meaning, and each output format shows it differently. A new paragraph begins on the next line.',
    good: { yaml: titled('One\nTwo') },
    bad: { yaml: titled('One\n\nTwo'), ...WORDS_OF_TITLED },
  },
  ({ words }) => {
    const found = /\n(?<=\S[^\S\n]*\n)[^\S\n]*\n(?=\s*\S)/.exec(words)
    if (found === null) return undefined
    return { span: spanOf(found), message: 'The text contains a blank line', hint: 'Remove it' }
  },
)
