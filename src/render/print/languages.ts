import type { Document, Words } from '../../treaty/index.ts'

/** Words, and the language that they are in. */
export interface Wording {
  language: string
  words: string
}

/** Returns all languages that a document has words in, those of its title first. */
export function languagesOf({ title, sections = [], entries }: Document): string[] {
  const all = [
    title,
    ...sections.map((section) => section.title),
    ...entries.flatMap(({ text }) => Object.values(text)),
  ]
  return [...new Set(all.flatMap((words) => Object.keys(words)))]
}

/** Returns a document with words in one language only; words that do not exist in it stay in their first language. */
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

/** Returns the words in a language; if there are none in it, those in the first language. */
export function wordingIn(words: Words | undefined, language: string): Wording {
  const [own = language, said = ''] = Object.entries(words ?? {})[0] ?? []
  const asked = words?.[language]
  return asked === undefined ? { language: own, words: said } : { language, words: asked }
}
