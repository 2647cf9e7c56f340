import type { Document } from '../../../treaty/index.ts'
import type { Rule } from '../rule.ts'
import { definedTerms, saysIn } from './defined-terms.ts'

const article4 = 'document: article-4\ntitle: {en: Terms}\nentries:\n'
const botnet = '  - {id: botnet, text: {term: {en: Botnet}, definition: {en: shall mean two or more ICT devices}}}\n'

export const unused = {
  id: 'terms/unused',
  level: 'warning',
  title: 'A defined term is used',
  why: 'If the treaty never uses a defined term word for word, its definition has no effect, and the words that the treaty uses instead stay undefined. This rule runs only if the repository contains the treaty’s text, in annexes/convention.txt. Parts of that text that are also a document of the repository are read from the document.',
  needsBody: true,
  good: { yaml: article4 + botnet, body: 'Article 10. The creation of a botnet is an offence.' },
  bad: { yaml: article4 + botnet, body: 'Article 10. Spam is an offence.', line: 4, column: 36 },
  check(document, { others, body = '' }) {
    const terms = definedTerms(document).filter(({ path, language }) => path.includes('term') && language === 'en')
    if (terms.length === 0) return []
    const says = saysIn(textToSearch(document, others, body))
    return terms.flatMap(({ term, path }) => {
      if (says(term)) return []
      return [{ path, message: `"${term}" is never used word for word`, hint: 'Use the term, or remove it' }]
    })
  },
} satisfies Rule

/** Returns the treaty's text except the terms themselves: the rest of the treaty, the definitions, the other documents. */
function textToSearch(document: Document, others: readonly Document[], body: string): string {
  const definitions = document.entries.map(({ text }) => text.definition?.en ?? '')
  const elsewhere = others.flatMap((other) => other.entries.map(({ text }) => JSON.stringify(text)))
  return [withoutDocuments(body, [document, ...others]), ...definitions, ...elsewhere].join('\n')
}

/** A line with which another part of a treaty begins. */
const HEADING = /^(?:chapter|section|article|annex)\b/i

/**
 * Returns a treaty's text without its documents: without each stretch from a document's English title to the next heading.
 * Otherwise the printed definition of a term would count as a use of that term, and old words of a document as its present words.
 */
function withoutDocuments(body: string, documents: readonly Document[]): string {
  const titles = new Set(documents.map(({ title }) => title.en))
  let isInDocument = false
  const rest = body.split('\n').filter((line) => {
    isInDocument = titles.has(line) || (isInDocument && !HEADING.test(line))
    return !isInDocument
  })
  return rest.join('\n')
}
