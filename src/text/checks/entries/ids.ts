import type { DataPath, Document } from '../../../treaty/index.ts'
import { listOf } from '../example.ts'
import type { Rule } from '../rule.ts'

const ONE = '  - {id: one, text: {title: {en: One}}}\n'

export const idUnique = {
  id: 'text/id-unique',
  level: 'error',
  title: 'An id names one thing',
  why: 'An id is the identity of an entry or a section and never changes: a diff, a frozen change and the history find the entry by it. An earlier id (`formerly`) stays taken.',
  good: { yaml: listOf(`${ONE}  - {id: two, text: {title: {en: Two}}}\n`) },
  bad: { yaml: listOf(`${ONE}  - {id: one, text: {title: {en: Two}}}\n`), line: 5, column: 10 },
  check(document) {
    return [...sectionIds(document), ...entryIds(document)]
  },
} satisfies Rule

interface Named {
  id: string
  path: DataPath
}

function sectionIds({ sections = [] }: Document) {
  return repeated(sections.map(({ id }, index) => ({ id, path: ['sections', index, 'id'] })))
}

function entryIds({ entries }: Document) {
  const earlier = entries.flatMap(({ formerly = [] }, index) =>
    formerly.map((id, place) => ({ id, path: ['entries', index, 'formerly', place] })),
  )
  return repeated([...entries.map(({ id }, index) => ({ id, path: ['entries', index, 'id'] })), ...earlier])
}

function repeated(all: readonly Named[]) {
  const seen = new Set<string>()
  return all.flatMap(({ id, path }) => {
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    return [{ path, message: `The id ${id} is taken`, hint: 'Choose an id that nothing else has or had' }]
  })
}
