import type { Document } from '../../../treaty/index.ts'
import type { Rule } from '../rule.ts'
import { definedTerms, saysIn } from './defined-terms.ts'
import { restOfTreaty } from './rest-of-treaty.ts'

const article4 = 'document: article-4\ntitle: {en: Terms}\nentries:\n'
const botnet = '  - {id: botnet, text: {term: {en: Botnet}, definition: {en: shall mean two or more ICT devices}}}\n'

export const unused = {
  id: 'terms/unused',
  level: 'warning',
  title: 'A term that is defined is used',
  why: 'A definition binds where its term stands. A term that the treaty never says again word for word defines nothing, and the words that the treaty uses in its place are left undefined. Judged only where the repository keeps the treaty’s own words, in annexes/convention.txt: what its documents hold of them is left out there, and read in the documents.',
  needsBody: true,
  good: { yaml: article4 + botnet, body: 'Article 10. The creation of a botnet is an offence.' },
  bad: { yaml: article4 + botnet, body: 'Article 10. Spam is an offence.', line: 4, column: 36 },
  check(document, { others, body = '' }) {
    const terms = definedTerms(document).filter(({ path, language }) => path.includes('term') && language === 'en')
    if (terms.length === 0) return []
    const says = saysIn(wordsToLookIn(document, others, body))
    return terms.flatMap(({ term, path }) => {
      if (says(term)) return []
      return [{ path, message: `"${term}" is never used again word for word`, hint: 'Use the term, or take it out' }]
    })
  },
} satisfies Rule

/** What the treaty says besides the terms themselves: its other words, the definitions, the other documents. */
function wordsToLookIn(document: Document, others: readonly Document[], body: string): string {
  const definitions = document.entries.map(({ text }) => text.definition?.en ?? '')
  const elsewhere = others.flatMap((other) => other.entries.map(({ text }) => JSON.stringify(text)))
  return [restOfTreaty(body, [document, ...others]), ...definitions, ...elsewhere].join('\n')
}
