import { listOf } from '../example.ts'
import type { Rule } from '../rule.ts'
import { numberings } from './numbers.ts'

const FIRST = '  - {id: one, number: "15", text: {title: {en: One}}}\n'

export const numberUnique = {
  id: 'text/number-unique',
  level: 'error',
  title: 'A number stands once',
  why: 'Whoever cites an item by its number must find one item. Annex 1 itself prints two items 15: a remark in the data accepts that one, by name.',
  good: { yaml: listOf(`${FIRST}  - {id: two, number: "15 bis", text: {title: {en: Two}}}\n`) },
  bad: { yaml: listOf(`${FIRST}  - {id: two, number: "15", text: {title: {en: Two}}}\n`), line: 5, column: 23 },
  check(document) {
    return numberings(document).flatMap((numbered) => {
      const seen = new Set<string>()
      return numbered.flatMap(({ number, index }) => {
        if (!seen.has(number)) {
          seen.add(number)
          return []
        }
        const message = `The number ${number} stands on an earlier entry too`
        return [
          {
            path: ['entries', index, 'number'],
            message,
            hint: 'Give it the next free number, or accept it by a remark',
          },
        ]
      })
    })
  },
} satisfies Rule
