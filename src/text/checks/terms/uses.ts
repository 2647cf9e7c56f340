import type { Document } from '../../../treaty/index.ts'
import type { Problem, Rule } from '../rule.ts'
import { DEFINED_ELSEWHERE, definedTerms, saysIn, termKey } from './defined-terms.ts'

const ARTICLE_4 = 'document: article-4\ntitle: {en: Terms}\nentries:\n'
const botnetDefinedAs = (definition: string) =>
  `${ARTICLE_4}  - id: botnet\n    text:\n      term: {en: Botnet}\n      definition: {en: '${definition}'}\n`

/** Abbreviations and quoted expressions: a definition that uses one assumes that readers know it. */
const USED = /(?<!\p{L})\p{Lu}{2,}(?!\p{L})|"[^"]+"|“[^“”]+”/gu

export const undefinedTerm = {
  id: 'terms/undefined',
  level: 'warning',
  title: 'The terms that a definition uses are defined',
  why: 'If a definition of Article 4 uses an abbreviation or a quoted expression, that must be defined too, in this document or in another of the treaty. "ICT" is defined in the preamble and "subscriber information" in Article 25(3).',
  good: { yaml: botnetDefinedAs('shall mean two or more ICT devices') },
  bad: { yaml: botnetDefinedAs('shall mean two or more IOT devices'), line: 7, column: 24 },
  check(document, { others }) {
    const isKnown = knownIn([document, ...others])
    return document.entries.flatMap(({ text }, index) =>
      Object.entries(text.term === undefined ? {} : (text.definition ?? {})).flatMap(([language, definition]) => {
        const path = ['entries', index, 'text', 'definition', language]
        return usedIn(definition)
          .filter((used) => !isKnown(used))
          .map((used): Problem => {
            const hint = 'Define it, or write it in full'
            return { path, message: `"${used}" is used here but not defined`, hint }
          })
      }),
    )
  },
} satisfies Rule

/** Returns a function that says whether a term is defined, or is part of a defined term. */
function knownIn(documents: readonly Document[]): (used: string) => boolean {
  const terms = [...documents.flatMap(definedTerms), ...DEFINED_ELSEWHERE].map(({ term }) => term)
  const keys = new Set(terms.map(termKey))
  const within = terms.map(saysIn)
  return (used) => keys.has(termKey(used)) || within.some((says) => says(used))
}

function usedIn(definition: string): string[] {
  return [...new Set((definition.match(USED) ?? []).map((found) => found.replace(/["“”]/g, '')))]
}

const botnet = '  - {id: botnet, text: {term: {en: Botnet}, definition: {en: shall mean two or more ICT devices}}}\n'

export const unused = {
  id: 'terms/unused',
  level: 'warning',
  title: 'A defined term is used',
  why: 'If the treaty never uses a defined term word for word, its definition has no effect, and the words that the treaty uses instead stay undefined. This rule runs only if the repository contains the treaty’s text, in annexes/convention.txt. Parts of that text that are also a document of the repository are read from the document.',
  needsBody: true,
  good: { yaml: ARTICLE_4 + botnet, body: 'Article 10. The creation of a botnet is an offence.' },
  bad: { yaml: ARTICLE_4 + botnet, body: 'Article 10. Spam is an offence.', line: 4, column: 36 },
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
