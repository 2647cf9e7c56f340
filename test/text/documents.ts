import fc from 'fast-check'
import type { Document, Entry, Facts, Section, Words } from '../../src/treaty/index.ts'

/** Words as a treaty may have them, and as nobody would write them: several scripts, quotes, markup, spaces, line feeds. */
export const words = fc.oneof(
  fc
    .array(
      fc.constantFrom(
        'Convention',
        'on',
        'the',
        'Protection',
        'of',
        'acts',
        '(1963)',
        'États',
        'договор',
        '公约',
        'a|b',
        '<i>',
      ),
      {
        minLength: 1,
        maxLength: 8,
      },
    )
    .map((list) => list.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)

const languages = fc.constantFrom('en', 'fr', 'ar')
const wordsByLanguage: fc.Arbitrary<Words> = fc.dictionary(languages, words, {
  minKeys: 1,
  maxKeys: 2,
  noNullPrototype: true,
})
const text = fc.dictionary(fc.constantFrom('title', 'name', 'description'), wordsByLanguage, {
  minKeys: 1,
  maxKeys: 2,
  noNullPrototype: true,
})
const note = fc.oneof(words, fc.array(fc.record({ says: words }), { minLength: 1, maxLength: 2 }))
const facts: fc.Arbitrary<Facts> = fc.record(
  { officialTitle: words, scope: fc.constantFrom('universal', 'regional'), confirmed: fc.boolean() },
  { requiredKeys: [] },
)
const ids = Array.from({ length: 14 }, (_, index) => `entry-${index + 1}`)
const sectionIds = ['software', 'hardware']

const entryBody = fc.record(
  {
    number: fc.integer({ min: 1, max: 20 }).map(String),
    section: fc.constantFrom(...sectionIds),
    formerly: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 2 }),
    text,
    facts,
    note,
  },
  { requiredKeys: ['text'] },
)

const entries: fc.Arbitrary<Entry[]> = fc
  .tuple(fc.shuffledSubarray(ids), fc.array(entryBody, { minLength: ids.length, maxLength: ids.length }))
  .map(([chosen, bodies]) => chosen.map((id, index) => ({ id, ...(bodies[index] ?? { text: { title: { en: id } } }) })))

const sections: fc.Arbitrary<Section[]> = fc.uniqueArray(
  fc.record({ id: fc.constantFrom(...sectionIds), title: wordsByLanguage }, { requiredKeys: ['id', 'title'] }),
  { selector: (section) => section.id, maxLength: 2 },
)

/** Any document at all, over few ids, so that two of them have much in common. */
export const anyDocument: fc.Arbitrary<Document> = fc.record(
  { document: fc.constant('annex-1'), title: wordsByLanguage, note, sections, entries },
  { requiredKeys: ['document', 'title', 'entries'] },
)

/** A plain numbered list of that many entries, each with words of its own. */
export function numberedList(length: number): Document {
  return {
    document: 'annex-1',
    title: { en: 'Annex 1' },
    entries: Array.from({ length }, (_, index) => numberedEntry(`treaty-${index + 1}`, String(index + 1))),
  }
}

/** An entry whose words name it. */
export function numberedEntry(id: string, number: string): Entry {
  return { id, number, text: { title: { en: `Convention ${id}` } } }
}
