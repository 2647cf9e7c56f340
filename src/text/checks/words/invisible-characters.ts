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
