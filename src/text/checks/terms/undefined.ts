import type { Document } from '../../../treaty/index.ts'
import type { Problem, Rule } from '../rule.ts'
import { DEFINED_ELSEWHERE, definedTerms, saysIn, termKey } from './defined-terms.ts'

const article4 = (definition: string) =>
  `document: article-4\ntitle: {en: Terms}\nentries:\n  - id: botnet\n    text:\n      term: {en: Botnet}\n      definition: {en: '${definition}'}\n`

/** Abbreviations and quoted expressions: a definition that uses one assumes that readers know it. */
const USED = /(?<!\p{L})\p{Lu}{2,}(?!\p{L})|"[^"]+"|“[^“”]+”/gu

export const undefinedTerm = {
  id: 'terms/undefined',
  level: 'warning',
  title: 'The terms that a definition uses are defined',
  why: 'If a definition of Article 4 uses an abbreviation or a quoted expression, that must be defined too, in this document or in another of the treaty. "ICT" is defined in the preamble and "subscriber information" in Article 25(3).',
  good: { yaml: article4('shall mean two or more ICT devices') },
  bad: { yaml: article4('shall mean two or more IOT devices'), line: 7, column: 24 },
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
