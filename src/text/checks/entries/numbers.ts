import type { Document } from '../../../treaty/index.ts'
import { groupBy } from '../../diff/group-by.ts'
import { listOf, type Rule } from '../rule.ts'

const entry = (id: string, number: string) => `  - {id: ${id}, number: "${number}", text: {title: {en: One}}}\n`

export const numberUnique = {
  id: 'text/number-unique',
  level: 'error',
  title: 'Numbers are unique',
  why: 'A reader who looks up an item by its number must find exactly one item. Annex 1 itself prints two items 15; a remark in its file accepts that finding.',
  good: { yaml: listOf(entry('one', '15') + entry('two', '15 bis')) },
  bad: { yaml: listOf(entry('one', '15') + entry('two', '15')), line: 5, column: 23 },
  check(document) {
    const hint = 'Give this entry the next free number, or accept the finding with a remark'
    return numberings(document).flatMap((numbered) => {
      const seen = new Set<string>()
      return numbered.flatMap(({ number, index }) => {
        if (!seen.has(number)) {
          seen.add(number)
          return []
        }
        return [{ path: ['entries', index, 'number'], message: `An earlier entry has the number ${number} too`, hint }]
      })
    })
  },
} satisfies Rule

export const numberOrder = {
  id: 'text/number-order',
  level: 'error',
  title: 'Numbers are in ascending order',
  why: 'In a list numbered 1, 3, 2, an entry is in the wrong place or has the wrong number.',
  good: { yaml: listOf(entry('one', '2') + entry('two', '2 bis') + entry('three', '10')) },
  bad: { yaml: listOf(entry('one', '2') + entry('two', '10') + entry('three', '3')), line: 6, column: 25 },
  check(document) {
    return numberings(document).flatMap((numbered) =>
      numbered.flatMap(({ number, index }, place) => {
        const before = numbered[place - 1]?.number
        if (before === undefined || compareNumbers(before, number) <= 0) return []
        const message = `The number ${number} comes after ${before}`
        return [{ path: ['entries', index, 'number'], message, hint: 'Move the entry, or renumber it' }]
      }),
    )
  },
} satisfies Rule

/** The printed number of an entry, and the entry's index in the document. */
interface Numbered {
  number: string
  index: number
}

/** Returns the numbered entries of each section (or of the whole document), in order. Each section may begin again at 1. */
function numberings({ entries }: Document): Numbered[][] {
  const numbered = entries.flatMap(({ number, section }, index) =>
    number === undefined ? [] : [{ number, section, index }],
  )
  return [...groupBy(numbered, ({ section }) => section).values()]
}

/** Most numbers are of this form. */
const WHOLE = /^\d{1,9}$/
const LATIN = ['bis', 'ter', 'quater']

/** Compares printed numbers: 2 before 15, 15 before 15 bis before 15 ter before 16, 1.2 before 1.10. */
export function compareNumbers(one: string, other: string): number {
  if (WHOLE.test(one) && WHOLE.test(other)) return Number(one) - Number(other)
  const [a, b] = [rankOf(one), rankOf(other)]
  for (let place = 0; place < Math.max(a.length, b.length); place += 1) {
    const difference = (a[place] ?? -1) - (b[place] ?? -1)
    if (difference !== 0) return difference
  }
  return 0
}

function rankOf(number: string): number[] {
  const [, whole = '', suffix = '', parts = ''] =
    /^(\d+)(?:[ .]?(bis|ter|quater|[A-Za-z]))?((?:\.\d+)*)/.exec(number) ?? []
  const latin = LATIN.indexOf(suffix)
  const letter = suffix === '' ? 0 : suffix.toLowerCase().charCodeAt(0)
  return [Number(whole), latin >= 0 ? latin + 2 : letter, ...parts.split('.').slice(1).map(Number)]
}
