import { titled, WORDS_OF_TITLED } from '../example.ts'
import { codePoint, spanOf } from '../passages.ts'
import { beyondAsciiRule } from '../words-rule.ts'

export const lostCharacter = beyondAsciiRule(
  {
    id: 'text/lost-character',
    level: 'error',
    title: 'No character of the words was lost',
    why: 'A program that meets bytes it cannot read writes U+FFFD in their place; and some numbers, as U+FFFF, are no characters at all. What stood there nobody can tell from the words: it is in the authentic text.',
    good: { yaml: titled('Montréal') },
    bad: { yaml: titled('Montr\ufffdal'), ...WORDS_OF_TITLED },
  },
  ({ words }) => {
    const found = /[\ufffd\p{Noncharacter_Code_Point}]/u.exec(words)
    if (found === null) return undefined
    const message = `A character was lost here (${codePoint(found[0])}, character ${found.index + 1})`
    return { span: spanOf(found), message, hint: 'Write what the authentic text has in its place' }
  },
)
