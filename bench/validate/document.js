// A document of many entries with all fields of Annex 1, without findings.
import { writeFileSync } from 'node:fs'

const WORDS =
  'suppression unlawful acts against safety civil aviation protection nuclear material offences international persons prevention punishment maritime navigation financing terrorism transnational organized crime corruption narcotic drugs psychotropic substances illicit traffic'.split(
    ' ',
  )
const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** A sequence that is the same each time (a linear congruential generator, Numerical Recipes). */
function sequence(seed) {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function entry(index, next) {
  const name = `Convention for ${Array.from({ length: 18 }, () => WORDS[next(WORDS.length)]).join(' ')}`
  const [year, month, day] = [1950 + next(70), 1 + next(12), 1 + next(28)]
  const two = (number) => String(number).padStart(2, '0')
  // Days are quoted, because ajv-cli's YAML parser turns unquoted ones into dates, which the schema does not allow.
  return `  - id: entry-${index}
    number: "${index}"
    text:
      title:
        en: ${name} (New York, ${day} ${MONTHS[month - 1]} ${year})
    facts:
      done: {place: New York, date: "${year}-${two(month)}-${two(day)}"}
      inForce: "${year + 3}-${two(month)}-${two(day)}"
      scope: universal
      source: Editorial research
      confirmed: true
`
}

/** Writes the document. */
export function writeLongDocument(path, count) {
  const next = sequence(1)
  const entries = Array.from({ length: count }, (_, index) => entry(index + 1, next))
  writeFileSync(path, `document: long\ntitle: {en: A long list}\nentries:\n${entries.join('')}`)
}
