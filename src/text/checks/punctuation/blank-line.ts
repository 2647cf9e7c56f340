import { titled, WORDS_OF_TITLED } from '../example.ts'
import { spanOf } from '../passages.ts'
import { beyondAsciiRule } from '../words-rule.ts'

export const blankLine = beyondAsciiRule(
  {
    id: 'text/blank-line',
    level: 'warning',
    title: 'No blank line between words',
    why: 'A blank line is a slip as a second space is: it tells nothing, and tables and pages show it each in its own way. A paragraph of its own begins on the next line.',
    good: { yaml: titled('One\nTwo') },
    bad: { yaml: titled('One\n\nTwo'), ...WORDS_OF_TITLED },
  },
  ({ words }) => {
    const found = /\n(?<=\S[^\S\n]*\n)[^\S\n]*\n(?=\s*\S)/.exec(words)
    if (found === null) return undefined
    return { span: spanOf(found), message: 'A blank line stands between the words', hint: 'Take it out' }
  },
)
