import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { diffDocx, documentDocx } from '../../../src/render/printers/docx/index.ts'
import { compare } from '../../../src/text/index.ts'
import type { Document, Entry, Words } from '../../../src/treaty/index.ts'
import { ANY_LANGUAGES, LANGUAGES_IN_TURN, LAYOUTS, randomDocument } from '../random-documents.ts'

const word = fc.constantFrom('Convention', 'on', 'acts', '(1963)', 'договор', '公约', '<i>', '&', 'a|b', '=cmd()')
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '))

const documentOf = (text: fc.Arbitrary<Entry['text']>): fc.Arbitrary<Document> =>
  fc
    .tuple(
      words,
      words,
      fc.constantFrom('برمجيات', 'برامج حاسوبية'),
      fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f']),
      fc.array(fc.record({ text, section: fc.constantFrom('one', 'two'), number: fc.constantFrom('1', '2', '3') }), {
        minLength: 6,
        maxLength: 6,
      }),
    )
    .map(
      ([title, arabicTitle, section, ids, bodies]): Document => ({
        document: 'annex-1',
        title: { en: title, ar: arabicTitle },
        sections: [
          { id: 'one', number: '1', title: { en: 'Section one', ar: section } },
          { id: 'two', title: { en: 'Section two' } },
        ],
        entries: ids.flatMap((id, index) => (bodies[index] ? [{ id, ...bodies[index] }] : [])),
      }),
    )

const inEnglish: fc.Arbitrary<Words> = words.map((en) => ({ en }))

const english = (...fields: string[]) =>
  fc.record(Object.fromEntries(fields.map((field) => [field, words.map((en) => ({ en }))])))

const inTwoLanguages = (...fields: string[]) =>
  fc.record(
    Object.fromEntries(fields.map((field) => [field, fc.oneof(inEnglish, fc.record({ en: words, ar: words }))])),
  )

/** The paragraphs of a Word file as they read once all its changes are accepted, or rejected. */
function paragraphs(bytes: Uint8Array, changes: 'accepted' | 'rejected'): string[] {
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
  const [gone, stays] = changes === 'accepted' ? ['del', 'ins'] : ['ins', 'del']
  const rows = xml.replace(new RegExp(`<w:tr><w:trPr><w:cantSplit/><w:${gone} [^>]*/></w:trPr>.*?</w:tr>`, 'gs'), '')
  const all = rows.match(/<w:p>.*?<\/w:p>/gs) ?? []
  const endless = new RegExp(`<w:rPr><w:${gone} [^>]*/></w:rPr></w:pPr>`)
  // Without its mark, a paragraph goes on in the next.
  const joined: string[] = []
  all.forEach((paragraph, index) => {
    if (index > 0 && endless.test(all[index - 1] ?? '')) joined.push((joined.pop() ?? '') + paragraph)
    else joined.push(paragraph)
  })
  return joined
    .map((paragraph) => paragraph.replace(/<w:pPr>.*?<\/w:pPr>/gs, ''))
    .map((paragraph) => paragraph.replace(new RegExp(`<w:${gone} [^>]*>.*?</w:${gone}>`, 'gs'), ''))
    .map((paragraph) => paragraph.replace(new RegExp(`</?w:${stays}[ >][^>]*>?`, 'gs'), '').replace(/<w:tab\/>/g, '\t'))
    .map((paragraph) => paragraph.replace(/<[^>]*>/g, ''))
    .filter((paragraph) => paragraph !== '')
}

const revision = { author: 'France', on: '2021-01-15' }

describe('a Word file with tracked changes', () => {
  it.each([
    ['a list', english('title')],
    ['a table', english('name', 'description')],
    ['definitions', english('term', 'definition')],
    ['a list in two languages', inTwoLanguages('title')],
    ['a table in two languages', inTwoLanguages('name', 'description')],
  ])('of %s is the later text once they are accepted, the earlier once they are rejected', (_, text) => {
    fc.assert(
      fc.property(documentOf(text), documentOf(text), (before, after) => {
        const difference = compare('before', 'after', [{ before, after }])
        fc.pre(difference.documents.length > 0 && before.entries.length > 0 && after.entries.length > 0)
        const bytes = diffDocx(difference, revision)
        expect(paragraphs(bytes, 'accepted')).toEqual(paragraphs(documentDocx(after), 'accepted'))
        expect(paragraphs(bytes, 'rejected')).toEqual(paragraphs(documentDocx(before), 'accepted'))
      }),
      { numRuns: 60 },
    )
  })

  // A term may be said in one language and defined in others: which of their lines comes first is then no tracked change.
  it.each([
    ['a list', LAYOUTS['a list'], ANY_LANGUAGES],
    ['a table', LAYOUTS['a table'], ANY_LANGUAGES],
    ['definitions', LAYOUTS.definitions, LANGUAGES_IN_TURN],
  ])('of %s, whatever else stands in it, is the later text or the earlier', (_, fields, languages) => {
    const random = randomDocument([...fields], fc.oneof(words, fc.constant('')), languages)
    fc.assert(
      fc.property(random, random, (before, after) => {
        const difference = compare('before', 'after', [{ before, after }])
        fc.pre(difference.documents.length > 0)
        const bytes = diffDocx(difference, revision)
        expect(paragraphs(bytes, 'accepted')).toEqual(paragraphs(documentDocx(after), 'accepted'))
        expect(paragraphs(bytes, 'rejected')).toEqual(paragraphs(documentDocx(before), 'accepted'))
      }),
      { numRuns: 100 },
    )
  })

  it('tracks the numbers of a table', () => {
    const row = (number?: string): Document => ({
      document: 'technical-annex',
      title: { en: 'Technical Annex' },
      entries: [
        {
          id: 'worms',
          ...(number === undefined ? {} : { number }),
          text: { name: { en: 'Worms' }, description: { en: 'A program' } },
        },
      ],
    })
    const texts = (before?: string, after?: string) => {
      const bytes = diffDocx(compare('v1', 'v2', [{ before: row(before), after: row(after) }]), revision)
      return [paragraphs(bytes, 'rejected')[4], paragraphs(bytes, 'accepted')[4]]
    }
    expect(texts(undefined, '1')).toEqual(['Worms', '1. Worms'])
    expect(texts('1', '2')).toEqual(['1. Worms', '2. Worms'])
    expect(texts('2', undefined)).toEqual(['2. Worms', 'Worms'])
  })

  const before: Document = {
    document: 'annex-1',
    title: { en: 'Annex 1' },
    entries: [{ id: 'a', text: { title: { en: 'One <b>' } } }],
  }
  const after: Document = { ...before, entries: [{ id: 'a', text: { title: { en: 'One & two', ar: 'اتفاقية' } } }] }
  const difference = compare('v1', 'v2', [{ before, after }])
  const xml = strFromU8(unzipSync(diffDocx(difference, revision))['word/document.xml'] ?? new Uint8Array())

  it('gives each change an id of its own, its author and its day', () => {
    const ids = [...xml.matchAll(/<w:(?:ins|del) w:id="(\d+)" w:author="France" w:date="2021-01-15T00:00:00Z"/g)].map(
      ([, id]) => id,
    )
    expect(ids.length).toBeGreaterThan(2)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('escapes words, and lets Arabic run from right to left', () => {
    expect(xml).toContain('&lt;b&gt;')
    expect(xml).toMatch(/<w:bidi\/>.*<w:rtl\/>/s)
  })

  it('is the same to the byte for the same input', () => {
    expect(diffDocx(difference, revision)).toEqual(diffDocx(structuredClone(difference), revision))
  })
})

describe('a document as a Word file', () => {
  const xmlOf = (document: Document, reasons?: ReadonlyMap<string, string>) =>
    strFromU8(unzipSync(documentDocx(document, reasons ? { reasons } : {}))['word/document.xml'] ?? new Uint8Array())
  const why = new Map([['a', 'own text <1>']])
  const behind = '<w:ind w:left="720" w:firstLine="0"/>'
  const list: Document = {
    document: 'annex-1',
    title: { en: 'Annex 1' },
    entries: [
      { id: 'a', number: '1', text: { title: { en: 'One', fr: 'Un' } } },
      { id: 'b', text: { title: { en: 'Two', fr: 'Deux' } } },
    ],
  }

  it('says why an entry stands there, below its words, in a list as in a table', () => {
    const table: Document = {
      ...list,
      entries: [{ id: 'a', text: { name: { en: 'A' }, description: { en: 'B' } } }],
    }
    for (const document of [list, table]) {
      expect(paragraphs(documentDocx(document, { reasons: why }), 'accepted')).toContain('own text &lt;1&gt;')
    }
    expect(xmlOf(list, why)).toContain(`<w:pStyle w:val="Edition"/>${behind}`)
    expect(xmlOf(table, why)).toMatch(/>B<.*own text &lt;1&gt;<\/w:t><\/w:r><\/w:p><\/w:tc>/)
  })

  it('begins all lines of a numbered item where its words begin', () => {
    const indents = (xmlOf(list).match(/<w:p>.*?<\/w:p>/g) ?? []).map((each) => each.includes(behind))
    expect(indents).toEqual([false, false, true, false, false])
  })
})
