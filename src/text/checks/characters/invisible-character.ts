import { titled, WORDS_OF_TITLED } from '../example.ts'
import { codePoint, primaryLanguage, spanOf } from '../passages.ts'
import { beyondAsciiRule } from '../words-rule.ts'

/** Controls (but line feeds), format and ignorable characters, private ones, halves of a pair; not bidi controls. */
const INVISIBLE =
  /(?![\n\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u
/** Languages whose letters join: the joiners are part of their spelling. */
const JOINED = ['ar', 'bn', 'fa', 'hi', 'ku', 'ml', 'mr', 'ne', 'ps', 'si', 'ta', 'ur']

export const invisibleCharacter = beyondAsciiRule(
  {
    id: 'text/invisible-character',
    level: 'error',
    title: 'No invisible characters in words',
    why: 'What nobody can see nobody has agreed to; and two texts that look the same would differ.',
    good: { yaml: titled('Cybercrime') },
    bad: { yaml: titled('Cyber\u200bcrime'), ...WORDS_OF_TITLED },
  },
  ({ words, language }) => {
    const looked = JOINED.includes(primaryLanguage(language)) ? words.replace(/[\u200c\u200d]/g, 'x') : words
    const found = INVISIBLE.exec(looked)
    if (found === null) return undefined
    const message = `An invisible character stands in the words (${codePoint(found[0])}, character ${found.index + 1})`
    return { span: spanOf(found), message, hint: 'Take it out' }
  },
)
