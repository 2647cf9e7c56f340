import type { Span } from '../../../treaty/index.ts'
import { titled, WORDS_OF_TITLED } from '../example.ts'
import { beyondAsciiRule } from '../words-rule.ts'

export const notComposed = beyondAsciiRule(
  {
    id: 'text/not-composed',
    level: 'warning',
    title: 'Letters and their marks are composed',
    why: 'An é can be stored as one character or as an e and an accent. Both look the same and compare as different words; Unicode normalization form C makes them one.',
    good: { yaml: titled('Gen\u00e8ve') },
    bad: { yaml: titled('Gene\u0300ve'), ...WORDS_OF_TITLED },
  },
  ({ words }) => {
    const composed = words.normalize('NFC')
    if (words === composed) return undefined
    return {
      span: firstApart(words, composed),
      message: 'A letter and its mark are stored apart',
      hint: 'Store the words in Unicode normalization form C',
    }
  },
)

/** The first letter that composes with the marks behind it, and these. */
function firstApart(words: string, composed: string): Span {
  let at = 0
  while (words[at] === composed[at]) at += 1
  const marks = /^\P{M}?\p{M}*/u.exec(words.slice(at))?.[0] ?? ''
  return [at, at + Math.max(1, marks.length)]
}
