import type { Span } from '../../../treaty/index.ts'
import { codePoint, spanOf } from '../passages.ts'
import { beyondAsciiRule, titled, WORDS_OF_TITLED } from '../rule.ts'

export const lostCharacter = beyondAsciiRule(
  {
    id: 'text/lost-character',
    level: 'error',
    title: 'No lost characters',
    why: 'A program that cannot read some bytes writes U+FFFD in their place, and U+FFFF and similar code points are not characters. The file does not show which character was lost; only the authentic text does.',
    good: { yaml: titled('Montréal') },
    bad: { yaml: titled('Montr\ufffdal'), ...WORDS_OF_TITLED },
  },
  ({ words }) => {
    const found = /[\ufffd\p{Noncharacter_Code_Point}]/u.exec(words)
    if (found === null) return undefined
    const message = `A character was lost here (${codePoint(found[0])}, character ${found.index + 1})`
    return { span: spanOf(found), message, hint: 'Write the character that the authentic text has here' }
  },
)

export const notComposed = beyondAsciiRule(
  {
    id: 'text/not-composed',
    level: 'warning',
    title: 'Letters with marks are stored in composed form',
    why: 'An é can be stored as one character, or as an e followed by an accent. Both look the same but compare as different. Unicode normalization form C (NFC) stores one character.',
    good: { yaml: titled('Gen\u00e8ve') },
    bad: { yaml: titled('Gene\u0300ve'), ...WORDS_OF_TITLED },
  },
  ({ words }) => {
    const composed = words.normalize('NFC')
    if (words === composed) return undefined
    return {
      span: firstDecomposed(words, composed),
      message: 'A letter and its mark are stored as separate characters',
      hint: 'Store the text in Unicode normalization form C (NFC)',
    }
  },
)

/** Returns the span of the first letter that composes with the marks after it, and of these marks. */
function firstDecomposed(words: string, composed: string): Span {
  let at = 0
  while (words[at] === composed[at]) at += 1
  const marks = /^\P{M}?\p{M}*/u.exec(words.slice(at))?.[0] ?? ''
  return [at, at + Math.max(1, marks.length)]
}
