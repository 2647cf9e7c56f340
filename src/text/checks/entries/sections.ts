import type { Rule } from '../rule.ts'

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
  title: 'The entries of a section stand together, in the order of the sections',
  why: 'The document is printed section by section; a file in another order reads otherwise than what it prints.',
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
      const message = `The section ${section} was left already`
      return [{ path: ['entries', index, 'section'], message, hint: 'Move the entry to the others of its section' }]
    })
  },
} satisfies Rule
