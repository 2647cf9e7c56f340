import type { Document, EntryText, Section, Words } from '../../treaty/index.ts'
import { type DocumentOptions, languageOf } from './layout.ts'

/** Words, and the language that they are in. */
export interface Wording {
  language: string
  words: string
}

/** A document as it is to be printed: in all its languages, or in the one asked for. */
export interface Print {
  document: Document
  /** The language of the page, its title and whatever is not said to be in another. */
  language: string
  /** All languages that words are in, that one first. */
  languages: readonly string[]
}

/** A document ready for print. Where a language is asked for, words in others stay only where there are none in it. */
export function printOf(document: Document, { language: asked }: DocumentOptions = {}): Print {
  const printed = asked === undefined ? document : inOneLanguage(document, asked)
  const language = languageOf(document, asked)
  return { document: printed, language, languages: [...new Set([language, ...languagesOf(printed)])] }
}

/** All languages that a document's words are in, its title's first. */
export function languagesOf({ title, sections = [], entries }: Document): string[] {
  const all = [
    title,
    ...sections.map((section) => section.title),
    ...entries.flatMap(({ text }) => Object.values(text)),
  ]
  return [...new Set(all.flatMap((words) => Object.keys(words)))]
}

/** A document with its words in one language alone; where there are none in it, the first there are. */
export function inOneLanguage(document: Document, language: string): Document {
  const only = (words: Words): Words => {
    const { language: own, words: said } = wordingIn(words, language)
    return own in words ? { [own]: said } : words
  }
  const { title, sections, entries } = document
  return {
    ...document,
    title: only(title),
    ...(sections && { sections: sections.map((section) => ({ ...section, title: only(section.title) })) }),
    entries: entries.map((entry) => ({
      ...entry,
      text: Object.fromEntries(Object.entries(entry.text).map(([field, words]) => [field, only(words)])),
    })),
  }
}

/** The words in a language; where there are none in it, the first there are. */
export function wordingIn(words: Words | undefined, language: string): Wording {
  const [own = language, said = ''] = Object.entries(words ?? {})[0] ?? []
  const asked = words?.[language]
  return asked === undefined ? { language: own, words: said } : { language, words: asked }
}

/** What is said in each language, in the order of the print; without words at all, nothing in the first. */
export function wordings(words: Words | undefined, { languages }: Pick<Print, 'languages'>): Wording[] {
  const all = languages.flatMap((language) => {
    const said = words?.[language]
    return said === undefined ? [] : [{ language, words: said }]
  })
  const said = all.filter(({ words }) => words !== '')
  return said.length > 0 ? said : [all[0] ?? { language: languages[0] ?? 'en', words: '' }]
}

/** A term and its definition in one language; either may have no words in it. */
export interface Defined {
  language: string
  term: string | undefined
  definition: string
}

/** A term with its definition in each language that has either; without words at all, nothing in the first. */
export function definitionsIn({ term, definition }: EntryText, print: Pick<Print, 'languages'>): Defined[] {
  const terms = byLanguage(wordings(term, print))
  const definitions = byLanguage(wordings(definition, print))
  const all = print.languages.map((language) => ({
    language,
    term: terms.get(language) || undefined,
    definition: definitions.get(language) ?? '',
  }))
  const said = all.filter(({ term, definition }) => term !== undefined || definition !== '')
  return said.length > 0 ? said : all.slice(0, 1)
}

/** `"Term" definition` in each language that has either. */
export function definitionWordings(text: EntryText, print: Pick<Print, 'languages'>): Wording[] {
  return definitionsIn(text, print).map(({ language, term, definition }) => ({
    language,
    words: term === undefined ? definition : `"${term}" ${definition}`,
  }))
}

/** `1. Software` in each language of the section's title. */
export function headingWordings({ number, title }: Section, print: Pick<Print, 'languages'>): Wording[] {
  const before = number === undefined ? '' : `${number}. `
  return wordings(title, print).map(({ language, words }) => ({ language, words: `${before}${words}` }))
}

function byLanguage(all: readonly Wording[]): Map<string, string> {
  return new Map(all.map(({ language, words }) => [language, words]))
}
