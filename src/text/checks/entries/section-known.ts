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
  title: 'An entry stands in a section that there is',
  why: 'An entry whose section is not in the document would be printed nowhere.',
  good: { yaml: inSection('software') },
  bad: { yaml: inSection('sofware'), line: 6, column: 24 },
  check({ sections = [], entries }) {
    const known = new Set(sections.map(({ id }) => id))
    const hint =
      known.size === 0 ? 'Take it out, or give the document sections' : `Write one of ${[...known].join(', ')}`
    return entries.flatMap(({ section }, index) => {
      if (section === undefined ? known.size === 0 : known.has(section)) return []
      const message = section === undefined ? 'The entry stands in no section' : `There is no section ${section}`
      return [{ path: ['entries', index, ...(section === undefined ? [] : ['section'])], message, hint }]
    })
  },
} satisfies Rule
