import { listOf } from '../example.ts'
import type { Rule } from '../rule.ts'

const FACTS = ['officialTitle', 'done', 'opened', 'inForce', 'scope', 'scopeNote', 'depositary', 'registration']

const marked = (facts: string) => listOf(`  - id: one\n    text: {title: {en: One}}\n    facts: {${facts}}\n`)

export const unconfirmed = {
  id: 'facts/unconfirmed',
  level: 'warning',
  title: 'What is unconfirmed is said to be, and is a fact',
  why: 'Whoever relies on a fact must be able to see whether a source was found for it. Facts that are confirmed as a whole cannot hold one that is not.',
  good: { yaml: marked('registration: "10106", confirmed: false, unconfirmed: [registration]') },
  bad: { yaml: marked('registration: "10106", confirmed: true, unconfirmed: [registration]'), line: 6, column: 47 },
  check({ entries }) {
    return entries.flatMap(({ facts }, index) => {
      const { unconfirmed: open = [], confirmed } = facts ?? {}
      const path = ['entries', index, 'facts']
      const unknown = open.flatMap((fact, place) => {
        if (FACTS.includes(fact)) return []
        const hint = `Write one of ${FACTS.join(', ')}`
        return [{ path: [...path, 'unconfirmed', place], message: `There is no fact ${JSON.stringify(fact)}`, hint }]
      })
      if (confirmed !== true || open.length === 0) return unknown
      const message = `The facts are confirmed, but not ${open.join(', ')}`
      return [{ path: [...path, 'confirmed'], message, hint: 'Write confirmed: false' }, ...unknown]
    })
  },
} satisfies Rule
