import { isSlug } from '../../../treaty/index.ts'
import { listOf } from '../example.ts'
import type { Rule } from '../rule.ts'

export const idSlug = {
  id: 'text/id-slug',
  level: 'error',
  title: 'An id is a slug',
  why: 'Ids become names of branches, tags and files. Small letters, digits and single hyphens, at most 80, are safe in all of them, on every system.',
  good: { yaml: listOf('  - {id: hague-1970, text: {title: {en: One}}}\n') },
  bad: { yaml: listOf('  - {id: Hague/1970, text: {title: {en: One}}}\n'), line: 4, column: 10 },
  check({ document, sections = [], entries }) {
    const ids = [
      { id: document, path: ['document'] },
      ...sections.map(({ id }, index) => ({ id, path: ['sections', index, 'id'] })),
      ...entries.map(({ id }, index) => ({ id, path: ['entries', index, 'id'] })),
    ]
    const hint = 'Write small letters, digits and single hyphens, such as hague-1970'
    return ids
      .filter(({ id }) => !isSlug(id))
      .map(({ id, path }) => ({ path, message: `${JSON.stringify(id)} is no slug`, hint }))
  },
} satisfies Rule
