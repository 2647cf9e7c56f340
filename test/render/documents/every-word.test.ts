import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { documentAkn, documentCsv, documentHtml, documentMarkdown, documentText } from '../../../src/render/index.ts'
import { documentDocx } from '../../../src/render/printers/docx/index.ts'
import type { Document, Words } from '../../../src/treaty/index.ts'
import { ANY_LANGUAGES, LAYOUTS, randomDocument } from '../random-documents.ts'

const PRINTS: Record<string, (document: Document) => string> = {
  text: documentText,
  'text on a narrow terminal': (document) => documentText(document, { width: 40 }),
  Markdown: documentMarkdown,
  HTML: documentHtml,
  CSV: documentCsv,
  Word: (document) => strFromU8(unzipSync(documentDocx(document))['word/document.xml'] ?? new Uint8Array()),
}

/** The document with words of which no two are alike, each behind a number of its own. */
function distinct(document: Document): Document {
  let count = 0
  const apart = (words: Words): Words =>
    Object.fromEntries(Object.keys(words).map((language) => [language, `word${1000 + count++}`]))
  const { title, sections = [], entries } = document
  return {
    ...document,
    title: apart(title),
    sections: sections.map((section) => ({ ...section, title: apart(section.title) })),
    entries: entries.map((entry) => ({
      ...entry,
      text: Object.fromEntries(Object.entries(entry.text).map(([field, words]) => [field, apart(words)])),
    })),
  }
}

/** All that a document says: of a title, a CSV file has none. */
function allWords({ title, sections = [], entries }: Document, format: string): string[] {
  const words = [
    ...(format === 'CSV' ? [] : [title]),
    ...sections.map(({ title }) => title),
    ...entries.flatMap(({ text }) => Object.values(text)),
  ]
  return [...words.flatMap(Object.values), ...[...sections, ...entries].flatMap(({ number = [] }) => number)]
}

describe.each(Object.entries(LAYOUTS))('%s, whatever else stands in it', (_, fields) => {
  const documents = randomDocument([...fields], fc.constant('word'), ANY_LANGUAGES).map(distinct)

  it.each(Object.entries(PRINTS))('has every word in %s', (format, print) => {
    fc.assert(
      fc.property(documents, (document) => {
        const printed = print(document)
        expect(allWords(document, format).filter((words) => !printed.includes(words))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('has no line on a terminal that says but its language', () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(documentText(document)).not.toMatch(/^\s*(?:\S+\. +)?(?:en|ar|fr)\s*$/m)
      }),
    )
  })
})

const aviation = { id: 'aviation', number: '1', title: { en: 'Aviation' } }
const of = (document: Partial<Document>): Document => ({ document: 'x', title: { en: 'X' }, entries: [], ...document })

describe('a field that the layout has no place for', () => {
  const mixed = of({
    entries: [
      { id: 'a', text: { term: { en: 'A' }, definition: { en: 'means one' } } },
      {
        id: 'b',
        number: '2',
        text: { term: { en: 'B' }, definition: { en: 'means two' }, note: { en: 'But not three' } },
      },
    ],
  })

  it('stands behind what it has a place for, with its name', () => {
    expect(documentText(mixed)).toBe('X\n\n"A" means one\n\n2. "B" means two\n  Note: But not three')
    expect(documentMarkdown(mixed)).toContain('\n\n2\\. **"B"** means two<br>Note: But not three\n')
    expect(documentHtml(mixed)).toContain(
      'means two</span><br><span class="facts">Note:</span> <span class="lines">But not three</span></div></li>',
    )
  })

  it('stands behind the definition in Akoma Ntoso', () => {
    const xml = documentAkn(mixed, { edition: null, amendments: [] })
    expect(xml).toContain('means two</p><p class="note">But not three</p></content>')
  })

  it('stands below the description in a table', () => {
    const table = of({
      sections: [aviation],
      entries: [
        { id: 'a', section: 'aviation', text: { name: { en: 'A' }, description: { en: 'One' }, note: { en: 'Old' } } },
      ],
    })
    expect(documentText(table).split('\n').slice(-2)).toEqual([
      '1. Aviation  A     One',
      '                   Note: Old',
    ])
    expect(documentMarkdown(table)).toContain('| 1\\. Aviation | A | One<br>Note: Old |')
    expect(documentHtml(table)).toContain(
      '<td><span class="lines">One</span><br><span class="facts">Note:</span> <span class="lines">Old</span></td>',
    )
  })
})

describe('the number of a row', () => {
  const table = of({ entries: [{ id: 'a', number: '7', text: { name: { en: 'A' }, description: { en: 'One' } } }] })

  it('stands before its name', () => {
    expect(documentText(table)).toContain('7. A  One')
    expect(documentMarkdown(table)).toContain('|  | 7\\. A | One |')
    expect(documentHtml(table)).toContain('<td>7. <span class="lines">A</span></td>')
  })
})

describe('the heading of a section', () => {
  it('stands before its entries in a list', () => {
    const list = of({
      sections: [aviation, { id: 'sea', title: { en: 'Sea' } }],
      entries: [
        { id: 'a', number: '1', section: 'aviation', text: { title: { en: 'Tokyo' } } },
        { id: 'b', number: '2', section: 'sea', text: { title: { en: 'Rome' } } },
      ],
    })
    expect(documentText(list)).toBe('X\n\n1. Aviation\n1. Tokyo\n\nSea\n2. Rome')
    expect(documentMarkdown(list)).toBe('# X\n\n## 1\\. Aviation\n\n- 1\\. Tokyo\n\n## Sea\n\n- 2\\. Rome\n')
    expect(documentHtml(list)).toContain('<h2>1. Aviation</h2>\n<ol class="numbered">\n<li id="a">')
  })

  it('stands in its place where it has no entries', () => {
    const [land, sea] = ['Land', 'Sea'].map((en) => ({ id: en.toLowerCase(), title: { en } }))
    const sections = [aviation, ...(land && sea ? [land, sea] : [])]
    const list = of({ sections, entries: [{ id: 'a', section: 'sea', text: { title: { en: 'Rome' } } }] })
    const text = { name: { en: 'Ship' }, description: { en: 'Floats' } }
    const table = of({ sections, entries: [{ id: 'a', section: 'land', text }] })
    expect(documentText(list)).toBe('X\n\n1. Aviation\n\nLand\n\nSea\n- Rome')
    expect(documentMarkdown(list)).toContain('\n\n## Land\n\n## Sea\n\n- Rome\n')
    expect(documentHtml(list)).toContain('<h2>Land</h2>\n<h2>Sea</h2>\n<ol')
    expect(documentMarkdown(table)).toContain('| 1\\. Aviation |  |  |\n| Land | Ship | Floats |\n| Sea |  |  |\n')
    expect(documentCsv(table)).toContain('\r\n,,1. Aviation,,\r\na,,Land,Ship,Floats\r\n,,Sea,,\r\n')
  })

  it('stands before its entries among definitions and fields', () => {
    const [term, other] = ['term', 'other'].map((field) =>
      of({ sections: [aviation], entries: [{ id: 'a', section: 'aviation', text: { [field]: { en: 'A' } } }] }),
    )
    expect(documentText(term ?? of({}))).toBe('X\n\n1. Aviation\n\n"A"')
    expect(documentMarkdown(other ?? of({}))).toBe('# X\n\n## 1\\. Aviation\n\n### a\n\n- Other: A\n')
  })
})
