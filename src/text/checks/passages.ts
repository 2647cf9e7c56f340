import type { DataPath, Document, Span, Words } from '../../treaty/index.ts'

/** Authentic words in one language, and their path in the file. */
export interface Passage {
  words: string
  language: string
  path: DataPath
}

/** The words of one title or field in all its languages, and their path in the file. */
export interface LocatedWords {
  words: Words
  path: DataPath
}

/** Returns all authentic words of a document: its title, its sections' titles, and each field of each entry. */
export function wordingsOf({ title, sections = [], entries }: Document): LocatedWords[] {
  return [
    { words: title, path: ['title'] },
    ...sections.map((section, index) => ({ words: section.title, path: ['sections', index, 'title'] })),
    ...entries.flatMap(({ text }, index) =>
      Object.entries(text).map(([field, words]) => ({ words, path: ['entries', index, 'text', field] })),
    ),
  ]
}

/** Returns one passage for each language of each wording. */
export function passagesOf(all: readonly LocatedWords[]): Passage[] {
  return all.flatMap(({ words, path }) =>
    Object.entries(words).map(([language, text]) => ({ words: text, language, path: [...path, language] })),
  )
}

const ASCII = /^[ -~]*$/

/** Returns whether all characters are printable ASCII. */
export function isAscii(text: string): boolean {
  return ASCII.test(text)
}

/** Returns the language without its region or script: `zh` for `zh-Hant`. */
export function primaryLanguage(language: string): string {
  const region = language.indexOf('-')
  return region < 0 ? language : language.slice(0, region)
}

/** Returns the span of words that a pattern matched. */
export function spanOf({ 0: found, index }: RegExpExecArray): Span {
  return [index, index + found.length]
}

/** Returns a character's code point, safe to print: `U+202E`. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
