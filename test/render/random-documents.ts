import fc from 'fast-check'
import type { Document, Entry, Words } from '../../src/treaty/index.ts'

/** The fields of each layout that the Convention has, and fields that none has a place for. */
export const LAYOUTS = {
  'a list': ['title'],
  'a table': ['name', 'description'],
  definitions: ['term', 'definition'],
} as const
const OTHERS = ['note', 'earlierName']

/** Which languages words may be in together. */
export const ANY_LANGUAGES = fc.subarray(['en', 'ar', 'fr'], { minLength: 1 })
export const LANGUAGES_IN_TURN = fc.constantFrom<string[]>(['en'], ['en', 'ar'], ['en', 'ar', 'fr'])

/** Documents of a layout, with and without sections, numbers and fields that it has no place for, in several languages. */
export function randomDocument(
  fields: readonly [string, ...string[]],
  words: fc.Arbitrary<string>,
  languages: fc.Arbitrary<string[]>,
): fc.Arbitrary<Document> {
  const said: fc.Arbitrary<Words> = languages.chain((all) =>
    fc.record(Object.fromEntries(all.map((language) => [language, words]))),
  )
  const text = ([first, ...rest]: readonly [string, ...string[]]) =>
    fc.record(Object.fromEntries([first, ...rest, ...OTHERS].map((field) => [field, said])), { requiredKeys: [first] })
  const place = fc.record(
    { section: fc.constantFrom('one', 'two', 'three'), number: fc.constantFrom('701', '702', '703 bis') },
    { requiredKeys: [] },
  )
  const title = fc.record({ en: fc.constant('Title'), ar: words, fr: words })
  const sections = fc
    .tuple(said, said, said)
    .map(([one, two, three]) => [
      { id: 'one', number: '801', title: one },
      { id: 'two', title: two },
      { id: 'three', number: '803', title: three },
    ])
    .chain((all) => fc.subarray(all))
  const bodies = fc.array(fc.tuple(text(fields), place), { minLength: 5, maxLength: 5 })
  const ids = fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e'], { minLength: 1 })
  return fc.tuple(title, sections, ids, bodies).map(([title, sections, ids, bodies]) => ({
    document: 'annex-1',
    title,
    sections,
    entries: ids.flatMap((id, at): Entry[] => (bodies[at] ? [{ id, ...bodies[at][1], text: bodies[at][0] }] : [])),
  }))
}
