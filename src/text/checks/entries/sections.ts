import type { Rule } from '../rule.ts'

const inSection = (section: string) => `document: list
title: {en: List}
sections:
  - {id: software, title: {en: Software}}
entries:
  - {id: one, section: ${section}, text: {title: {en: One}}}
`

export const sectionKnown = {
  id: 'text/section-known',
  level: 'error',
  title: 'The section of an entry exists',
  why: 'An entry whose section is not in the document would not be printed.',
  good: { yaml: inSection('software') },
  bad: { yaml: inSection('sofware'), line: 6, column: 24 },
  check({ sections = [], entries }) {
    const known = new Set(sections.map(({ id }) => id))
    const hint =
      known.size === 0 ? 'Remove it, or add sections to the document' : `Write one of ${[...known].join(', ')}`
    return entries.flatMap(({ section }, index) => {
      if (section === undefined ? known.size === 0 : known.has(section)) return []
      const message = section === undefined ? 'The entry has no section' : `Unknown section ${section}`
      return [{ path: ['entries', index, ...(section === undefined ? [] : ['section'])], message, hint }]
    })
  },
} satisfies Rule

const inOrder = (...sections: string[]) => `document: list
title: {en: List}
sections:
  - {id: software, title: {en: Software}}
  - {id: hardware, title: {en: Hardware}}
entries:
${sections.map((section, index) => `  - {id: e${index}, section: ${section}, text: {title: {en: One}}}\n`).join('')}`

export const sectionTogether = {
  id: 'text/section-together',
  level: 'warning',
  title: 'Entries are grouped by section, in the order of the sections',
  why: 'The document is printed section by section. If the file has another order, it does not read like the printed document.',
  good: { yaml: inOrder('software', 'software', 'hardware') },
  bad: { yaml: inOrder('software', 'hardware', 'software'), line: 9, column: 23 },
  check({ sections = [], entries }) {
    const order = sections.map(({ id }) => id)
    let furthest = 0
    return entries.flatMap(({ section }, index) => {
      const place = section === undefined ? -1 : order.indexOf(section)
      if (place < 0 || place >= furthest) {
        furthest = Math.max(furthest, place)
        return []
      }
      const message = `This entry of section ${section} comes after entries of a later section`
      return [{ path: ['entries', index, 'section'], message, hint: 'Move it to the other entries of its section' }]
    })
  },
} satisfies Rule
