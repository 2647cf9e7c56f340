import { titled, WORDS_OF_TITLED } from '../example.ts'
import { codePoint, primaryLanguage, spanOf } from '../passages.ts'
import { beyondAsciiRule } from '../words-rule.ts'

/** Languages written from the right, whose texts need the marks that only hint at a direction. */
const FROM_THE_RIGHT = ['ar', 'fa', 'he', 'ps', 'ur', 'yi']

export const bidiControl = beyondAsciiRule(
  {
    id: 'text/bidi-control',
    level: 'error',
    title: 'No controls of writing direction in words',
    why: 'Overrides and embeddings make words read in another order than they are stored: the text that a delegate sees is not the text that is adopted. The three plain marks are allowed in languages written from the right.',
    good: { yaml: titled('Convention (Rome)') },
    bad: { yaml: titled('Convention \u202e(emoR)'), ...WORDS_OF_TITLED },
  },
  ({ words, language }) => {
    const marks = FROM_THE_RIGHT.includes(primaryLanguage(language))
    const control = (marks ? /[\u202a-\u202e\u2066-\u2069]/ : /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/).exec(
      words,
    )
    if (control === null) return undefined
    const message = `A control of writing direction stands in the words (${codePoint(control[0])}, character ${control.index + 1})`
    return { span: spanOf(control), message, hint: 'Take it out' }
  },
)
