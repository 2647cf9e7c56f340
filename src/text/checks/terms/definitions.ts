import { listOf, type Rule } from '../rule.ts'
import { definedTerms, saysIn, termKey } from './defined-terms.ts'

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

const named = (description: string) =>
  listOf(`  - id: keygen\n    text:\n      name: {en: Keygen}\n      description: {en: ${description}}\n`)

/** A definition that refers to the definition in another instrument may repeat the term. */
const BY_REFERENCE = /\b(?:in accordance with|as defined in)\b/

export const circular = {
  id: 'terms/circular',
  level: 'warning',
  title: 'A definition does not repeat its term',
  why: 'A definition that repeats the term, or only writes out its abbreviation, does not explain it.',
  good: { yaml: named('A program that makes licence keys') },
  bad: { yaml: named('Key generator'), line: 6, column: 18 },
  check(document) {
    return definedTerms(document).flatMap(({ term, definition, path }) => {
      if (term.trim() === '' || definition.trim() === '') return []
      if (BY_REFERENCE.test(definition)) return []
      if (!saysIn(definition)(term) && !spellsOut(definition, term)) return []
      const message = `The definition of "${term}" repeats the term`
      return [{ path, message, hint: 'Say what it is in other words' }]
    })
  },
} satisfies Rule

/** Returns whether the term consists of the first letters of the definition's words: Keygen of Key gen(erator). */
function spellsOut(definition: string, term: string): boolean {
  const words = termKey(definition).split(' ')
  const letters = termKey(term)
  return words.length > 1 && words.length <= letters.length && isRunTogether(words, letters)
}

/** Uses dynamic programming over the number of letters used so far, so that a hostile definition costs no exponential time. */
function isRunTogether(words: readonly string[], letters: string): boolean {
  let ends = new Set([0])
  for (const word of words) {
    const next = new Set<number>()
    for (const end of ends) {
      for (let cut = 0; cut < word.length && word[cut] === letters[end + cut]; cut += 1) next.add(end + cut + 1)
    }
    ends = next
  }
  return ends.has(letters.length)
}
