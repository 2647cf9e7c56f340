import type { Rule } from '../rule.ts'

/** The fields of an entry's text in the Convention's three documents. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  'annex-1': ['title'],
  'technical-annex': ['name', 'description'],
  'article-4': ['term', 'definition'],
}

/** The fields of a document's entries, where the Convention settles them. */
export function fieldsOf(document: string): readonly string[] | undefined {
  return Object.hasOwn(FIELDS, document) ? FIELDS[document] : undefined
}

const annex = (text: string) => `document: article-4\ntitle: {en: Terms}\nentries:\n  - id: botnet\n    text: ${text}\n`

export const fields = {
  id: 'text/fields',
  level: 'error',
  title: 'An entry has the fields of its document',
  why: 'An item of Annex 1 is a title; a row of the Technical Annex a name and a description; a term of Article 4 a term and its definition. Words under another field would be printed nowhere.',
  good: { yaml: annex('{term: {en: Botnet}, definition: {en: shall mean two or more ICT devices}}') },
  bad: { yaml: annex('{term: {en: Botnet}, meaning: {en: shall mean two or more ICT devices}}'), line: 5, column: 11 },
  check({ document, entries }) {
    const wanted = fieldsOf(document)
    if (wanted === undefined) return []
    return entries.flatMap(({ text }, index) => {
      const there = Object.keys(text)
      if (there.length === wanted.length && wanted.every((field) => there.includes(field))) return []
      const message = `The entry has ${there.join(' and ')}, where ${document} has ${wanted.join(' and ')}`
      return [{ path: ['entries', index, 'text'], message, hint: `Write the words under ${wanted.join(' and ')}` }]
    })
  },
} satisfies Rule
