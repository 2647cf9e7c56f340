import { listOf, type Rule } from '../rule.ts'

const entry = (facts: string) => listOf(`  - id: one\n    text: {title: {en: One}}\n    facts: {${facts}}\n`)
const inForceOn = (day: string) => entry(`done: {date: 1970-12-16}, inForce: ${day}`)

export const inForceBeforeDone = {
  id: 'facts/in-force-before-done',
  level: 'error',
  title: 'An instrument does not enter into force before it was done',
  why: 'One of the two days is wrong, and Article 70(3) depends on them.',
  good: { yaml: inForceOn('1971-10-14') },
  bad: { yaml: inForceOn('1970-10-14'), line: 6, column: 48 },
  check({ entries }) {
    return entries.flatMap(({ facts }, index) => {
      const done = facts?.done?.date
      const inForce = facts?.inForce
      if (done === undefined || inForce === undefined || inForce >= done) return []
      const message = `The instrument was done on ${done}, so it cannot have been in force from ${inForce}`
      return [{ path: ['entries', index, 'facts', 'inForce'], message, hint: 'Correct one of the two days' }]
    })
  },
} satisfies Rule

const FACTS = ['officialTitle', 'done', 'opened', 'inForce', 'scope', 'scopeNote', 'depositary', 'registration']

export const unconfirmed = {
  id: 'facts/unconfirmed',
  level: 'warning',
  title: 'The list of unconfirmed facts is consistent',
  why: 'A reader who relies on a fact must see whether a source was found for it. So `unconfirmed` lists only facts that exist, and it is empty if `confirmed` is true.',
  good: { yaml: entry('registration: "10106", confirmed: false, unconfirmed: [registration]') },
  bad: { yaml: entry('registration: "10106", confirmed: true, unconfirmed: [registration]'), line: 6, column: 47 },
  check({ entries }) {
    return entries.flatMap(({ facts }, index) => {
      const { unconfirmed: open = [], confirmed } = facts ?? {}
      const path = ['entries', index, 'facts']
      const hint = `Write one of ${FACTS.join(', ')}`
      const unknown = open.flatMap((fact, place) => {
        if (FACTS.includes(fact)) return []
        return [{ path: [...path, 'unconfirmed', place], message: `Unknown fact ${JSON.stringify(fact)}`, hint }]
      })
      if (confirmed !== true || open.length === 0) return unknown
      const message = `The facts are marked as confirmed, but ${open.join(', ')} as unconfirmed`
      return [{ path: [...path, 'confirmed'], message, hint: 'Write confirmed: false' }, ...unknown]
    })
  },
} satisfies Rule
