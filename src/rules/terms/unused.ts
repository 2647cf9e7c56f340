import type { Rule } from '../rule.ts'
import { definedTerms, timesSaid } from './defined-terms.ts'

const article4 = 'document: article-4\ntitle: {en: Terms}\nentries:\n'
const botnet = '  - {id: botnet, text: {term: {en: Botnet}, definition: {en: shall mean two or more ICT devices}}}\n'

export const unused: Rule = {
  id: 'terms/unused',
  level: 'warning',
  title: 'A term that is defined is used',
  why: 'A definition binds where its term stands. A term that the treaty never says again word for word defines nothing, and the words that the treaty uses in its place are left undefined. Judged only where the repository keeps the treaty’s own words outside its documents, in annexes/convention.txt.',
  needsBody: true,
  good: { yaml: article4 + botnet, body: 'Article 10. The creation of a botnet is an offence.' },
  bad: { yaml: article4 + botnet, body: 'Article 10. Spam is an offence.', line: 4, column: 36 },
  check(document, { others, body = '' }) {
    const terms = definedTerms(document).filter(({ path }) => path.includes('term'))
    const elsewhere = others.flatMap((other) => other.entries.map(({ text }) => JSON.stringify(text)))
    return terms.flatMap(({ term, path, language }) => {
      if (language !== 'en') return []
      const definitions = document.entries.map(({ text }) => text.definition?.en ?? '')
      if (timesSaid([body, ...definitions, ...elsewhere].join('\n'), term) > 0) return []
      return [{ path, message: `"${term}" is never used again word for word`, hint: 'Use the term, or take it out' }]
    })
  },
}
