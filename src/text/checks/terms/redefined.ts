import type { Rule } from '../rule.ts'
import { definedTerms, termKey } from './defined-terms.ts'

const article4 = (...terms: string[]) =>
  `document: article-4\ntitle: {en: Terms}\nentries:\n${terms
    .map((term, index) => `  - {id: t${index}, text: {term: {en: ${term}}, definition: {en: shall mean this}}}\n`)
    .join('')}`

export const redefined = {
  id: 'terms/redefined',
  level: 'error',
  title: 'A term is defined once',
  why: 'If a treaty defines a term twice, in one document or in two, a reader cannot know which definition applies.',
  good: { yaml: article4('Botnet', 'Spam') },
  bad: { yaml: article4('Botnet', 'BOTNET'), line: 5, column: 32 },
  check(document, { others }) {
    const elsewhere = others.filter((other) => other.document !== document.document)
    const seen = new Map<string, string>()
    for (const other of elsewhere) {
      for (const { term, language } of definedTerms(other)) seen.set(`${language} ${termKey(term)}`, other.document)
    }
    return definedTerms(document).flatMap(({ term, language, path }) => {
      const key = `${language} ${termKey(term)}`
      const before = seen.get(key)
      seen.set(key, document.document)
      if (before === undefined) return []
      return [{ path, message: `"${term}" is already defined in ${before}`, hint: 'Keep one definition' }]
    })
  },
} satisfies Rule
