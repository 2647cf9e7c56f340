import { listOf } from '../example.ts'
import type { Rule } from '../rule.ts'

const dated = (inForce: string) =>
  listOf(`  - id: one\n    text: {title: {en: One}}\n    facts: {done: {date: 1970-12-16}, inForce: ${inForce}}\n`)

export const inForceBeforeDone = {
  id: 'facts/in-force-before-done',
  level: 'error',
  title: 'An instrument enters into force after it was done',
  why: 'One of the two days is wrong, and Article 70(3) is judged by them.',
  good: { yaml: dated('1971-10-14') },
  bad: { yaml: dated('1970-10-14'), line: 6, column: 48 },
  check({ entries }) {
    return entries.flatMap(({ facts }, index) => {
      const done = facts?.done?.date
      const inForce = facts?.inForce
      if (done === undefined || inForce === undefined || inForce >= done) return []
      const message = `The instrument cannot be in force from ${inForce}: it was done on ${done}`
      return [{ path: ['entries', index, 'facts', 'inForce'], message, hint: 'Correct one of the two days' }]
    })
  },
} satisfies Rule
