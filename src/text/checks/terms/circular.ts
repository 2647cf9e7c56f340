import { listOf } from '../example.ts'
import type { Rule } from '../rule.ts'
import { definedTerms, saysIn, termKey } from './defined-terms.ts'

const named = (description: string) =>
  listOf(`  - id: keygen\n    text:\n      name: {en: Keygen}\n      description: {en: ${description}}\n`)

/** A definition that only names the instrument whose definition holds may well say the term again. */
const BY_REFERENCE = /\b(?:in accordance with|as defined in)\b/

export const circular = {
  id: 'terms/circular',
  level: 'warning',
  title: 'A term is not defined by itself',
  why: 'A definition that says the term again, or only spells it out, tells nobody what is meant.',
  good: { yaml: named('A program that makes licence keys') },
  bad: { yaml: named('Key generator'), line: 6, column: 18 },
  check(document) {
    return definedTerms(document).flatMap(({ term, definition, path }) => {
      if (term.trim() === '' || definition.trim() === '') return []
      if (BY_REFERENCE.test(definition)) return []
      if (!saysIn(definition)(term) && !spellsOut(definition, term)) return []
      const message = `"${term}" is defined by itself`
      return [{ path, message, hint: 'Say what it is in other words' }]
    })
  },
} satisfies Rule

/** Whether the term is the definition's words run together, each cut short: Key gen(erator). */
function spellsOut(definition: string, term: string): boolean {
  const words = termKey(definition).split(' ')
  const letters = termKey(term)
  return words.length > 1 && words.length <= letters.length && isRunTogether(words, letters)
}

/** By dynamic programming over how many letters the words so far may have used: a definition is anybody's. */
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
