import { titled, WORDS_OF_TITLED } from '../example.ts'
import { codePoint, primaryLanguage, spanOf } from '../passages.ts'
import { beyondAsciiRule } from '../words-rule.ts'

/** Spaces that a language's own typography asks for. */
const AT_HOME: Readonly<Record<string, RegExp>> = { fr: /[\u00a0\u202f]/g, zh: /\u3000/g, ja: /\u3000/g }

export const unusualSpace = beyondAsciiRule(
  {
    id: 'text/unusual-space',
    level: 'warning',
    title: 'Spaces are plain spaces',
    why: 'A no-break or a thin space looks like a space and compares as another character. French and Chinese keep those that their typography asks for.',
    good: { yaml: titled('16 December 1970') },
    bad: { yaml: titled('16\u00a0December 1970'), ...WORDS_OF_TITLED },
  },
  ({ words, language }) => {
    const found = /(?! )\p{Zs}/u.exec(words.replace(AT_HOME[primaryLanguage(language)] ?? /$^/g, ' '))
    if (found === null) return undefined
    const message = `An unusual space stands in the words (${codePoint(found[0])})`
    return { span: spanOf(found), message, hint: 'Type a plain space' }
  },
)
