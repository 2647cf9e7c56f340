import type { Span } from '../../../treaty/index.ts'
import { codePoint, isAscii, primaryLanguage, spanOf } from '../passages.ts'
import { beyondAsciiRule, titled, WORDS_OF_TITLED } from '../rule.ts'

/** The scripts that are distinguished; letters of all other scripts count as one more script. */
const SCRIPTS =
  'Latin Cyrillic Greek Arabic Han Hiragana Katakana Hangul Bopomofo Hebrew Armenian Georgian Cherokee Coptic Devanagari Thai'.split(
    ' ',
  )

const LETTERS = SCRIPTS.map((script) => ({ script, letter: new RegExp(`\\p{Script=${script}}`, 'u') }))
const OF_NO_SCRIPT = /[\p{Script=Common}\p{Script=Inherited}]/u

/** Scripts that one writing system uses together (Unicode Technical Standard 39, section 5.1). */
const TOGETHER = [
  ['Han', 'Hiragana', 'Katakana'],
  ['Han', 'Hangul'],
  ['Han', 'Bopomofo'],
]

/** The scripts of the six authentic languages (Article 72). Names and abbreviations may be in Latin letters. */
const SCRIPTS_OF_LANGUAGE: Readonly<Record<string, readonly string[]>> = {
  ar: ['Arabic', 'Latin'],
  en: ['Latin'],
  es: ['Latin'],
  fr: ['Latin'],
  ru: ['Cyrillic', 'Latin'],
  zh: ['Han', 'Latin'],
}

export const mixedScript = beyondAsciiRule(
  {
    id: 'text/mixed-script',
    level: 'error',
    title: 'Each word uses one script',
    why: 'A Cyrillic о in a Latin word looks like a Latin o but is another character. A search does not find the word, and two texts that look the same differ.',
    good: { yaml: titled('Convention on Cybercrime') },
    bad: { yaml: titled('C\u043envention on Cybercrime'), ...WORDS_OF_TITLED },
  },
  ({ words }) => {
    for (const { word, span } of wordsBeyondAscii(words)) {
      const scripts = scriptsOf(word)
      if (!areMixed(scripts)) continue
      const odd = [...word].find((letter) => !scriptsOf(letter).includes(scripts[0] ?? '')) ?? ''
      const message = `The word "${word}" mixes ${scripts.join(' and ')} letters (${codePoint(odd)})`
      return { span, message, hint: 'Type the word again with one keyboard layout' }
    }
    return undefined
  },
)

export const foreignScript = beyondAsciiRule(
  {
    id: 'text/foreign-script',
    level: 'warning',
    title: 'Each word uses a script of its language',
    why: 'A word in look-alike letters of another script, or text stored under the wrong language, misleads readers and searches.',
    good: { yaml: titled('Convention done at Paris') },
    bad: { yaml: titled('Convention done at \u0420\u0430\u0440\u0456\u0455'), ...WORDS_OF_TITLED },
  },
  ({ words, language }) => {
    const allowed = SCRIPTS_OF_LANGUAGE[primaryLanguage(language)]
    if (allowed === undefined) return undefined
    const isAllowed = (word: string) => scriptsOf(word).every((script) => allowed.includes(script))
    const foreign = wordsBeyondAscii(words).find(({ word }) => !isAllowed(word))
    if (foreign === undefined) return undefined
    const { word, span } = foreign
    const message = `The word "${word}" is in ${scriptsOf(word).join(' and ')} letters, but is stored under ${language}`
    return { span, message, hint: 'Type it again in the letters of its language, or move it to the right language' }
  },
)

/** Returns the scripts of the letters in `text`, each once. */
function scriptsOf(text: string): string[] {
  const found = new Set<string>()
  for (const character of text) {
    if (OF_NO_SCRIPT.test(character)) continue
    found.add(LETTERS.find(({ letter }) => letter.test(character))?.script ?? 'another')
  }
  return [...found]
}

/** Returns whether no single writing system uses all of these scripts. */
function areMixed(scripts: readonly string[]): boolean {
  return scripts.length > 1 && !TOGETHER.some((system) => scripts.every((script) => system.includes(script)))
}

/** Returns the words in `text` that contain a letter other than a to z; all other words are Latin. */
function wordsBeyondAscii(text: string): { word: string; span: Span }[] {
  if (isAscii(text)) return []
  const words = [...text.matchAll(/\p{L}[\p{L}\p{M}]*/gu)].filter(([word]) => /[^a-zA-Z]/.test(word))
  return words.map((found) => ({ word: found[0], span: spanOf(found) }))
}
