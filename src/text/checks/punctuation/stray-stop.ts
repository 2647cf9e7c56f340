import { titled, WORDS_OF_TITLED } from '../example.ts'
import { spanOf } from '../passages.ts'
import { wordsRule } from '../words-rule.ts'

export const strayStop = wordsRule(
  {
    id: 'text/stray-stop',
    level: 'warning',
    title: 'No stop inside or behind a title',
    why: 'The place and day in brackets belong to the title before them: a stop between the two, or behind them, is a slip.',
    good: { yaml: titled('Convention on Safety (Rome, 10 March 1988)') },
    bad: { yaml: titled('Convention on Safety. (Rome, 10 March 1988).'), ...WORDS_OF_TITLED },
  },
  ({ words, path }) => {
    const found = path.includes('title') ? /\.(?=\s*\()|(?<=\))\.$/.exec(words) : null
    if (found === null) return undefined
    return { span: spanOf(found), message: 'A stop stands before or behind the brackets', hint: 'Take it out' }
  },
)
