import { titled, WORDS_OF_TITLED } from '../example.ts'
import { spanOf } from '../passages.ts'
import { wordsRule } from '../words-rule.ts'

export const doubledSpace = wordsRule(
  {
    id: 'text/doubled-space',
    level: 'warning',
    title: 'One space between words, none around them',
    why: 'A second space, or one before the first or behind the last word, is a slip of the keyboard that no print shows.',
    good: { yaml: titled('Convention on Cybercrime') },
    bad: { yaml: titled('Convention  on Cybercrime'), ...WORDS_OF_TITLED },
  },
  ({ words }) => {
    const outside = /^ | $/.exec(words)
    if (outside !== null) {
      const span = spanOf(outside)
      return { span, message: 'A space stands before or behind the words', hint: 'Take it out' }
    }
    const doubled = / {2,}/.exec(words)
    if (doubled === null) return undefined
    const before = words.slice(0, doubled.index).split(/[ \n]/).at(-1)
    return { span: spanOf(doubled), message: `Two spaces stand behind "${before}"`, hint: 'Keep one' }
  },
)
