import { listOf } from '../example.ts'
import type { Rule } from '../rule.ts'
import { definedTerms, saysIn, termKey } from './defined-terms.ts'

const named = (description: string) =>
  listOf(`  - id: keygen\n    text:\n      name: {en: Keygen}\n      description: {en: ${description}}\n`)

/** A definition that only names the instrument whose definition holds may well say the term again. */
const BY_REFERENCE = /\b(?:in accordance with|as defined in)\b/

export const circular: Rule = {
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
}

/** Whether the term is the definition's words run together, each cut short: Key gen(erator). */
function spellsOut(definition: string, term: string): boolean {
  const words = termKey(definition).split(' ')
  const letters = termKey(term)
  return words.length > 1 && words.length <= letters.length && isRunTogether(words, letters)
}

function isRunTogether([word, ...rest]: readonly string[], letters: string): boolean {
  if (word === undefined) return letters === ''
  for (let cut = Math.min(word.length, letters.length); cut > 0; cut -= 1) {
    if (word.startsWith(letters.slice(0, cut)) && isRunTogether(rest, letters.slice(cut))) return true
  }
  return false
}
