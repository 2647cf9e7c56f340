import { type DataPath, type Document, isSlug } from '../../../treaty/index.ts'
import { listOf, type Problem, type Rule } from '../rule.ts'

const ONE = '  - {id: one, text: {title: {en: One}}}\n'

export const idUnique = {
  id: 'text/id-unique',
  level: 'error',
  title: 'Ids are unique',
  why: 'A diff, a frozen change and the history find an entry or a section by its id. So an id belongs to one entry or section, and never changes. An earlier id (`formerly`) stays reserved.',
  good: { yaml: listOf(`${ONE}  - {id: two, text: {title: {en: Two}}}\n`) },
  bad: { yaml: listOf(`${ONE}  - {id: one, text: {title: {en: Two}}}\n`), line: 5, column: 10 },
  check({ sections = [], entries }) {
    const formerIds = entries.flatMap(({ formerly = [] }, index) =>
      formerly.map((id, place) => ({ id, path: ['entries', index, 'formerly', place] })),
    )
    return [...repeated(idsOf(sections, 'sections')), ...repeated([...idsOf(entries, 'entries'), ...formerIds])]
  },
} satisfies Rule

interface LocatedId {
  id: string
  path: DataPath
}

function idsOf(list: readonly { id: string }[], name: 'sections' | 'entries'): LocatedId[] {
  return list.map(({ id }, index) => ({ id, path: [name, index, 'id'] }))
}

function repeated(all: readonly LocatedId[]): Problem[] {
  const seen = new Set<string>()
  return all.flatMap(({ id, path }) => {
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    return [{ path, message: `The id ${id} is already used`, hint: 'Choose an id that nothing else has or had' }]
  })
}

export const idSlug = {
  id: 'text/id-slug',
  level: 'error',
  title: 'Ids consist of lowercase letters, digits and single hyphens',
  why: 'Ids become names of branches, tags and files. At most 80 lowercase letters, digits and single hyphens are safe in all of them, on every system.',
  good: { yaml: listOf('  - {id: hague-1970, text: {title: {en: One}}}\n') },
  bad: { yaml: listOf('  - {id: Hague/1970, text: {title: {en: One}}}\n'), line: 4, column: 10 },
  check({ document, sections = [], entries }: Document) {
    const ids = [{ id: document, path: ['document'] }, ...idsOf(sections, 'sections'), ...idsOf(entries, 'entries')]
    const hint = 'Write at most 80 lowercase letters, digits and single hyphens, such as hague-1970'
    return ids
      .filter(({ id }) => !isSlug(id))
      .map(({ id, path }) => ({ path, message: `${JSON.stringify(id)} is not a valid id`, hint }))
  },
} satisfies Rule
