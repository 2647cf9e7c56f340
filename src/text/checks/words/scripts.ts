import type { Span } from '../../../treaty/index.ts'
import { isAscii, spanOf } from '../passages.ts'

/** The scripts told apart; a letter of any other counts as of one more. */
const SCRIPTS = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Arabic',
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
  'Bopomofo',
  'Hebrew',
  'Armenian',
  'Georgian',
  'Cherokee',
  'Coptic',
  'Devanagari',
  'Thai',
]

const LETTERS = SCRIPTS.map((script) => ({ script, letter: new RegExp(`\\p{Script=${script}}`, 'u') }))
const OF_NO_SCRIPT = /[\p{Script=Common}\p{Script=Inherited}]/u

/** Scripts that one writing system uses side by side (Unicode Technical Standard 39, section 5.1). */
const TOGETHER = [
  ['Han', 'Hiragana', 'Katakana'],
  ['Han', 'Hangul'],
  ['Han', 'Bopomofo'],
]

/** The scripts of the letters in `text`, each once. */
export function scriptsOf(text: string): string[] {
  const found = new Set<string>()
  for (const character of text) {
    if (OF_NO_SCRIPT.test(character)) continue
    found.add(LETTERS.find(({ letter }) => letter.test(character))?.script ?? 'another')
  }
  return [...found]
}

/** Whether no one writing system uses all of these scripts. */
export function areMixed(scripts: readonly string[]): boolean {
  return scripts.length > 1 && !TOGETHER.some((system) => scripts.every((script) => system.includes(script)))
}

/** The runs of letters and marks in `text` that hold any letter beyond ASCII: the others are Latin. */
export function wordsBeyondAscii(text: string): { word: string; span: Span }[] {
  if (isAscii(text)) return []
  const words = [...text.matchAll(/\p{L}[\p{L}\p{M}]*/gu)].filter(([word]) => /[^a-zA-Z]/.test(word))
  return words.map((found) => ({ word: found[0], span: spanOf(found) }))
}
