import { titled, WORDS_OF_TITLED } from '../example.ts'
import { primaryLanguage } from '../passages.ts'
import { scriptsOf, wordsBeyondAscii } from '../words/scripts.ts'
import { beyondAsciiRule } from '../words-rule.ts'

/** The scripts of the six authentic languages (Article 72); names and abbreviations may stand in Latin letters. */
const SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  ar: ['Arabic', 'Latin'],
  en: ['Latin'],
  es: ['Latin'],
  fr: ['Latin'],
  ru: ['Cyrillic', 'Latin'],
  zh: ['Han', 'Latin'],
}

export const foreignScript = beyondAsciiRule(
  {
    id: 'text/foreign-script',
    level: 'warning',
    title: 'A word is written in a script of its language',
    why: 'A whole word in look-alike letters of another script, or words filed under the wrong language, mislead every reader and every search.',
    good: { yaml: titled('Convention done at Paris') },
    bad: { yaml: titled('Convention done at \u0420\u0430\u0440\u0456\u0455'), ...WORDS_OF_TITLED },
  },
  ({ words, language }) => {
    const allowed = SCRIPTS[primaryLanguage(language)]
    if (allowed === undefined) return undefined
    const isAllowed = (word: string) => scriptsOf(word).every((script) => allowed.includes(script))
    const foreign = wordsBeyondAscii(words).find(({ word }) => !isAllowed(word))
    if (foreign === undefined) return undefined
    const { word, span } = foreign
    const message = `The word "${word}" is written in ${scriptsOf(word).join(' and ')} letters, filed under ${language}`
    return { span, message, hint: 'Type it again in the letters of its language, or file it under its own' }
  },
)
