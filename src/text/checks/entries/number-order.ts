import { listOf } from '../example.ts'
import type { Rule } from '../rule.ts'
import { compareNumbers, numberings } from './numbers.ts'

const entry = (id: string, number: string) => `  - {id: ${id}, number: "${number}", text: {title: {en: One}}}\n`

export const numberOrder = {
  id: 'text/number-order',
  level: 'error',
  title: 'Numbers rise',
  why: 'A list that counts 1, 3, 2 was put together wrongly: an entry stands in the wrong place, or carries the wrong number.',
  good: { yaml: listOf(entry('one', '2') + entry('two', '2 bis') + entry('three', '10')) },
  bad: { yaml: listOf(entry('one', '2') + entry('two', '10') + entry('three', '3')), line: 6, column: 25 },
  check(document) {
    return numberings(document).flatMap((numbered) =>
      numbered.flatMap(({ number, index }, place) => {
        const before = numbered[place - 1]?.number
        if (before === undefined || compareNumbers(before, number) <= 0) return []
        const message = `The number ${number} follows ${before}`
        return [{ path: ['entries', index, 'number'], message, hint: 'Move the entry, or renumber it' }]
      }),
    )
  },
} satisfies Rule
