import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { parseFile } from '../../../src/files/index.ts'
import { safeForTerminal } from '../../../src/render/index.ts'
import { diffDocx, documentDocx } from '../../../src/render/printers/docx/index.ts'
import { compare } from '../../../src/text/index.ts'
import type { Document, Entry, Words } from '../../../src/treaty/index.ts'
import { type Block, type Settled, settled, soffice } from '../../libreoffice.ts'
import { documents, HOSTILE } from '../change-set.ts'

/** What a document says on paper, written down here once more, without the program's own layout. */
function blocks(document: Document): Block[] {
  const entries = document.entries
  const heading = (at: number) => {
    const section = document.sections?.find(({ id }) => id === entries[at]?.section)
    const first = section !== undefined && section.id !== entries[at - 1]?.section
    const number = section?.number === undefined ? '' : `${section.number}. `
    return first ? wordsOf(section.title).map((words) => `${number}${words}`) : []
  }
  const title = wordsOf(document.title)
  if (entries.length > 0 && entries.every(({ text }) => text.name && text.description)) {
    const rows = entries.map(({ number, text: { name, description, ...others } }, at) => {
      const names = wordsOf(name).map((words, line) =>
        line === 0 && number !== undefined ? `${number}. ${words}` : words,
      )
      const cells = [heading(at), names, [...wordsOf(description), ...named(others)]]
      return cells.map((cell) => (cell.length === 0 ? [''] : cell))
    })
    const alone = document.sections?.filter(({ id }) => entries.every(({ section }) => section !== id)) ?? []
    const headings = alone.map(({ number, title }) => [
      wordsOf(title).map((words) => `${number}. ${words}`),
      [''],
      [''],
    ])
    return [...title, [[['Type'], ['Name'], ['Description']], ...rows, ...headings]]
  }
  return [...title, ...entries.flatMap((entry, at) => [...heading(at), ...lines(entry)].filter((line) => line !== ''))]
}

function lines({ number, text }: Entry): string[] {
  const { title, term, definition, ...others } = text
  const defined = term && definition ? wordsOf(term).map((each, at) => `"${each}" ${wordsOf(definition)[at]}`) : []
  const words = [...wordsOf(title), ...defined, ...named(others)]
  return words.map((each, at) => (at === 0 && number !== undefined ? `${number}.\t${each}` : each))
}

const named = (fields: Entry['text']) =>
  Object.entries(fields).flatMap(([field, words]) => {
    const name = field.charAt(0).toUpperCase() + field.slice(1)
    return wordsOf(words).map((each) => `${name}: ${each}`)
  })

/** English first: it is the language of these documents' titles. */
const wordsOf = ({ en, ...others }: Record<string, string> = {}) =>
  [...(en === undefined ? [] : [en]), ...Object.values(others)].map(seen)

/** Controls are shown, but those that end a line or set a tab. */
const seen = (words: string) =>
  words
    .split(/([\n\t])/)
    .map((part, at) => (at % 2 === 0 ? safeForTerminal(part) : part))
    .join('')

function real(name: string): Document {
  const file = new URL(`../../../annexes/${name}.yaml`, import.meta.url)
  const { data } = parseFile('document', { file: name, bytes: readFileSync(file) })
  if (data === null) throw new Error(`${name} is no document`)
  return data
}

const entry = (id: string, text: Entry['text'], more: Partial<Entry> = {}): Entry => ({ id, text, ...more })
const annex = real('annex-1')
const tools = real('technical-annex')
const terms = real('article-4')

const budapest = entry('budapest-2001', { title: { en: 'Convention on Cybercrime (Budapest, 23 November 2001)' } })
const amendedTerms = terms.entries.map((each, at) => {
  const { term = {}, definition = {} } = each.text
  return at % 3 === 0 ? { ...each, text: { term, definition: { en: `${definition.en}, and nothing else` } } } : each
})
const long = Array.from({ length: 5000 }, (_, at) => `word${at}`)
const arabic = (id: string, number: string, ar: string) => entry(id, { title: { ar } }, { number })

const list = (entries: Entry[], title: Document['title'] = { en: 'List' }): Document => ({
  document: 'annex-1',
  title,
  entries,
})

/** What each Word file is made from: one document before and after, or several. */
const CASES: Record<string, { before: Document; after: Document }[]> = {
  'a change of every kind': [
    { before: documents.list, after: documents.amendedList },
    { before: documents.tools, after: documents.amendedTools },
  ],
  'an instrument added to Annex 1': [
    { before: annex, after: { ...annex, entries: [...annex.entries, { ...budapest, number: '16' }] } },
  ],
  'the Technical Annex, its hardware moved in front and a row of each kind struck out': [
    {
      before: tools,
      after: {
        ...tools,
        entries: [
          ...tools.entries.filter(({ section }) => section === 'hardware').slice(1),
          ...tools.entries.filter(({ section }) => section !== 'hardware').slice(1, -1),
        ],
      },
    },
  ],
  'Article 4 with definitions reworded, added and struck out': [
    {
      before: terms,
      after: {
        ...terms,
        entries: [...amendedTerms.slice(2), entry('device', { term: { en: 'Device' }, definition: { en: 'means …' } })],
      },
    },
  ],
  'words that are markup, commands or formulas': [
    {
      before: list([
        entry('a', { title: { en: HOSTILE } }, { number: '1' }),
        entry('b', { title: { en: 'two  spaces,\tone tab\nand a line' } }),
        entry('c', { title: { en: 'one' } }),
      ]),
      after: list([
        entry('a', { title: { en: 'harmless' } }, { number: '1' }),
        entry('b', { title: { en: 'three   spaces,\t\ttwo tabs\n\nand two lines' } }),
        entry('c', { title: { en: HOSTILE } }),
        entry('d', { title: { en: `${HOSTILE} again` } }),
      ]),
    },
  ],
  'a list that comes': [{ before: list([]), after: list(annex.entries.slice(0, 3)) }],
  'a table that goes': [{ before: tools, after: { ...tools, entries: [] } }],
  'a list in Arabic': [
    {
      before: list([arabic('a', '1', 'اتفاقية لاهاي لعام 1970'), arabic('b', '2', 'اتفاقية طوكيو')], {
        ar: 'المرفق 1',
      }),
      after: list([arabic('a', '1', 'اتفاقية مونتريال لعام 1971'), arabic('c', '2', 'اتفاقية روما')], {
        ar: 'المرفق 1',
      }),
    },
  ],
  'a table in Arabic': [
    {
      before: list([entry('a', { name: { ar: 'دودة' }, description: { ar: 'برنامج خبيث' } })], { ar: 'المرفق الفني' }),
      after: list(
        [
          entry('a', { name: { ar: 'دودة' }, description: { ar: 'برنامج خبيث ينتشر ذاتيا' } }),
          entry('b', { name: { ar: 'فيروس' }, description: { ar: 'برنامج خبيث' } }),
        ],
        { ar: 'المرفق الفني' },
      ),
    },
  ],
  'a paragraph of five thousand words': [
    {
      before: list([entry('long', { title: { en: long.join(' ') } })]),
      after: list([entry('long', { title: { en: long.with(2500, 'changed').toSpliced(10, 3).join(' ') } })]),
    },
  ],
}

/** The Technical Annex in two languages, of which one has what the other calls something else. */
const bilingual = (ar: { title?: string; section?: string; name?: string; description?: string }): Document => {
  const also = (words: string | undefined): Words => (words === undefined ? {} : { ar: words })
  return {
    ...list([
      entry(
        'a',
        { name: { en: 'Worms', ...also(ar.name) }, description: { en: 'A program', ...also(ar.description) } },
        { section: 'one' },
      ),
      entry('b', { name: { en: 'Viruses' }, description: { en: 'Another' } }, { section: 'one' }),
    ]),
    title: { en: 'Technical Annex', ...also(ar.title) },
    sections: [{ id: 'one', number: '1', title: { en: 'Software', ...also(ar.section) } }],
  }
}
const arabicWords = { title: 'المرفق التقني', section: 'برمجيات', name: 'دودة', description: 'برنامج خبيث' }
function withEmptySection(en: string): Document {
  const document = bilingual(arabicWords)
  return { ...document, sections: [...(document.sections ?? []), { id: 'two', number: '2', title: { en } }] }
}
function numbered(document: Document, first: number): Document {
  return { ...document, entries: document.entries.map((each, at) => ({ ...each, number: String(first + at) })) }
}
function withNotes(document: Document, en: string): Document {
  const noted = (each: Entry, at: number) => (at % 2 === 0 ? { ...each, text: { ...each.text, note: { en } } } : each)
  return { ...document, entries: document.entries.map(noted) }
}
const asList = ({ entries, ...others }: Document): Document => ({
  ...others,
  entries: entries.map(({ text, ...rest }) => ({ ...rest, number: '1', text: { title: text.name ?? {} } })),
})
CASES['a table whose titles change in the other language'] = [
  {
    before: bilingual(arabicWords),
    after: bilingual({ ...arabicWords, title: 'المرفق الفني', section: 'برامج حاسوبية', name: 'ديدان' }),
  },
]
CASES['a table that a language comes to'] = [{ before: bilingual({}), after: bilingual(arabicWords) }]
CASES['a table that a language leaves'] = [{ before: bilingual(arabicWords), after: bilingual({}) }]
CASES['a list whose titles change in the other language'] = [
  {
    before: asList(bilingual(arabicWords)),
    after: asList(bilingual({ ...arabicWords, title: 'المرفق الفني', section: 'برامج حاسوبية' })),
  },
]
CASES['a list that a language comes to'] = [{ before: asList(bilingual({})), after: asList(bilingual(arabicWords)) }]
CASES['definitions whose language is another'] = [
  {
    before: list([entry('a', { term: { en: 'Worm' }, definition: { en: 'a program' } })]),
    after: list(
      [entry('a', { term: { fr: 'Ver', en: 'Worm' }, definition: { fr: 'un programme', en: 'a program' } })],
      {
        en: 'List',
        fr: 'Liste',
      },
    ),
  },
]
CASES['a table whose rows come to be numbered, are renumbered and are numbered no longer'] = [
  { before: tools, after: numbered(tools, 1) },
  { before: numbered(tools, 1), after: numbered(tools, 2) },
  { before: numbered(tools, 2), after: tools },
]
CASES['a section without entries'] = [
  { before: bilingual(arabicWords), after: withEmptySection('Hardware') },
  { before: withEmptySection('Hardware'), after: withEmptySection('Tools') },
]
CASES['fields that the layout has no place for'] = [
  { before: terms, after: withNotes(terms, 'One') },
  { before: withNotes(tools, 'One'), after: withNotes(tools, 'Two') },
  { before: withNotes(annex, 'One'), after: annex },
]
CASES['a list that a language leaves'] = [{ before: asList(bilingual(arabicWords)), after: asList(bilingual({})) }]

/** The file's last, empty paragraph says nothing. */
const withoutEnd = (all: Block[]) => (all.at(-1) === '' ? all.slice(0, -1) : all)

describe.skipIf(soffice === undefined)(
  'a Word file with tracked changes, in LibreOffice (left out where there is none; SOFFICE names it)',
  () => {
    let files: Record<string, Settled> = {}

    beforeAll(() => {
      const revision = { author: 'France', on: '2021-01-15' }
      const redlines = Object.entries(CASES).map(([name, sides]) => [
        name,
        diffDocx(compare('v1', 'v2', sides), revision),
      ])
      files = settled({
        ...Object.fromEntries(redlines),
        'no change': documentDocx(tools, { heading: ['As of today.'] }),
        reasons: documentDocx(annex, { reasons: new Map([['tokyo-1963', 'of the Convention itself']]) }),
      })
    }, 300_000)

    it.each(Object.entries(CASES))('of %s is the new text once they are accepted', (name, sides) => {
      expect(withoutEnd(files[name]?.accepted ?? [])).toEqual(sides.flatMap(({ after }) => blocks(after)))
    })

    it.each(Object.entries(CASES))('of %s is the old text once they are rejected', (name, sides) => {
      expect(withoutEnd(files[name]?.rejected ?? [])).toEqual(sides.flatMap(({ before }) => blocks(before)))
    })

    it('says why each entry stands there, where reasons are given', () => {
      const [title, first, ...rest] = blocks(annex)
      const said = [title, first, 'of the Convention itself', ...rest]
      expect(withoutEnd(files.reasons?.accepted ?? [])).toEqual(said)
    })

    it('that has none is the document, with the lines under its title', () => {
      const [title, ...rest] = blocks(tools)
      expect(withoutEnd(files['no change']?.accepted ?? [])).toEqual([title, 'As of today.', ...rest])
    })
  },
)
