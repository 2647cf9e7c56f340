import type { Span } from '../../../treaty/index.ts'
import { codePoint, primaryLanguage, spanOf } from '../passages.ts'
import { beyondAsciiRule, titled, WORDS_OF_TITLED } from '../rule.ts'

/** Languages written from right to left. Their texts need the plain direction marks. */
const FROM_THE_RIGHT = ['ar', 'fa', 'he', 'ps', 'ur', 'yi']

export const bidiControl = beyondAsciiRule(
  {
    id: 'text/bidi-control',
    level: 'error',
    title: 'No bidirectional control characters',
    why: 'Overrides and embeddings show words in another order than they are stored, so a delegate reads another text than the one that is adopted. The plain marks U+061C, U+200E and U+200F are allowed in languages written from right to left.',
    good: { yaml: titled('Convention (Rome)') },
    bad: { yaml: titled('Convention \u202e(emoR)'), ...WORDS_OF_TITLED },
  },
  ({ words, language }) => {
    const mayHaveMarks = FROM_THE_RIGHT.includes(primaryLanguage(language))
    const controls = mayHaveMarks ? /[\u202a-\u202e\u2066-\u2069]/ : /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/
    const found = controls.exec(words)
    if (found === null) return undefined
    const message = `The text contains a bidirectional control (${codePoint(found[0])}, character ${found.index + 1})`
    return { span: spanOf(found), message, hint: 'Remove it' }
  },
)

/** Control characters except line feeds; format, ignorable and private-use characters; lone surrogates. Bidi controls are excluded. */
const INVISIBLE =
  /(?![\n\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u
/** Languages whose letters join: the zero-width joiners are part of their spelling. */
const JOINED = ['ar', 'bn', 'fa', 'hi', 'ku', 'ml', 'mr', 'ne', 'ps', 'si', 'ta', 'ur']

export const invisibleCharacter = beyondAsciiRule(
  {
    id: 'text/invisible-character',
    level: 'error',
    title: 'No invisible characters',
    why: 'Nobody can agree to characters that nobody can see, and two texts that look the same would differ.',
    good: { yaml: titled('Cybercrime') },
    bad: { yaml: titled('Cyber\u200bcrime'), ...WORDS_OF_TITLED },
  },
  ({ words, language }) => {
    const searched = JOINED.includes(primaryLanguage(language)) ? words.replace(/[\u200c\u200d]/g, 'x') : words
    const found = INVISIBLE.exec(searched)
    if (found === null) return undefined
    const message = `The text contains an invisible character (${codePoint(found[0])}, character ${found.index + 1})`
    return { span: spanOf(found), message, hint: 'Remove it' }
  },
)

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
