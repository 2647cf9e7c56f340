import type { DataPath, Document, Span, Words } from '../../treaty/index.ts'

/** Authentic words in one language, and where they stand. */
export interface Passage {
  words: string
  language: string
  path: DataPath
}

/** The words of one thing by language, and where they stand. */
export interface Wording {
  words: Words
  path: DataPath
}

/** Everything in a document that is worded: its title, its sections' titles, each field of each entry. */
export function wordingsOf({ title, sections = [], entries }: Document): Wording[] {
  return [
    { words: title, path: ['title'] },
    ...sections.map((section, index) => ({ words: section.title, path: ['sections', index, 'title'] })),
    ...entries.flatMap(({ text }, index) =>
      Object.entries(text).map(([field, words]) => ({ words, path: ['entries', index, 'text', field] })),
    ),
  ]
}

/** Every wording in every language. */
export function passagesOf(all: readonly Wording[]): Passage[] {
  return all.flatMap(({ words, path }) =>
    Object.entries(words).map(([language, text]) => ({ words: text, language, path: [...path, language] })),
  )
}

const ASCII = /^[ -~]*$/

/** Whether all characters are printable ASCII. */
export function isAscii(text: string): boolean {
  return ASCII.test(text)
}

/** The language without its region or script: `zh` of `zh-Hant`. */
export function primaryLanguage(language: string): string {
  const region = language.indexOf('-')
  return region < 0 ? language : language.slice(0, region)
}

/** Where in the words a pattern found something. */
export function spanOf({ 0: found, index }: RegExpExecArray): Span {
  return [index, index + found.length]
}

/** A character by its number, safe to print: `U+202E`. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
