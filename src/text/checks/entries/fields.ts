import { listOf, type Rule, titled, WORDS_OF_TITLED, wordsRule } from '../rule.ts'

/** The fields of an entry's text in the Convention's three documents. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  'annex-1': ['title'],
  'technical-annex': ['name', 'description'],
  'article-4': ['term', 'definition'],
}

/** Returns the fields that entries of a document must have, or undefined if the Convention does not say. */
export function fieldsOf(document: string): readonly string[] | undefined {
  return Object.hasOwn(FIELDS, document) ? FIELDS[document] : undefined
}

const article4 = (text: string) =>
  `document: article-4\ntitle: {en: Terms}\nentries:\n  - id: botnet\n    text: ${text}\n`

export const fields = {
  id: 'text/fields',
  level: 'error',
  title: 'An entry has the fields of its document',
  why: 'An item of Annex 1 has a title. A row of the Technical Annex has a name and a description. A term of Article 4 has a term and a definition. Words in any other field would not be printed.',
  good: { yaml: article4('{term: {en: Botnet}, definition: {en: shall mean two or more ICT devices}}') },
  bad: {
    yaml: article4('{term: {en: Botnet}, meaning: {en: shall mean two or more ICT devices}}'),
    line: 5,
    column: 11,
  },
  check({ document, entries }) {
    const required = fieldsOf(document)
    if (required === undefined) return []
    return entries.flatMap(({ text }, index) => {
      const present = Object.keys(text)
      if (present.length === required.length && required.every((field) => present.includes(field))) return []
      const message = `The entry has ${present.join(' and ')}, but entries of ${document} have ${required.join(' and ')}`
      return [{ path: ['entries', index, 'text'], message, hint: `Write the words in ${required.join(' and ')}` }]
    })
  },
} satisfies Rule

export const noWords = wordsRule(
  {
    id: 'text/no-words',
    level: 'error',
    title: 'Text is not empty',
    why: 'If an entry has no text in a language, leave that language out. An empty text would say that the authentic text is empty.',
    good: { yaml: titled('Worms') },
    bad: { yaml: titled(''), ...WORDS_OF_TITLED },
  },
  ({ words, language }) => {
    if (/\S/.test(words)) return undefined
    return { message: `The text in language ${language} is empty`, hint: 'Write the text, or remove the language' }
  },
)

const both = '  - {id: one, text: {title: {en: One, fr: Un}}}\n'

export const missingLanguage = {
  id: 'text/missing-language',
  level: 'note',
  cite: '72(2)',
  title: 'Each text exists in every language of the document',
  why: 'The six languages are equally authentic. While a document is being translated, this rule lists what is not translated yet. It finds nothing in a document that has one language only.',
  good: { yaml: `document: list\ntitle: {en: List, fr: Liste}\nentries:\n${both}` },
  bad: { yaml: listOf(both), line: 2, column: 8 },
  check(_document, { wordings: all }) {
    const languages = [...new Set(all.flatMap(({ words }) => Object.keys(words)))].sort()
    const hint = 'Add it when the text in that language is established'
    return all.flatMap(({ words, path }) => {
      const missing = languages.filter((language) => words[language] === undefined)
      return missing.length === 0 ? [] : [{ path, message: `The text is missing in ${missing.join(', ')}`, hint }]
    })
  },
} satisfies Rule
