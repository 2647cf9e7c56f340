import { strFromU8, unzipSync } from 'fflate'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import {
  documentAkn,
  documentCsv,
  documentHtml,
  documentMarkdown,
  documentSkos,
  documentText,
} from '../../../src/render/index.ts'
import { documentDocx } from '../../../src/render/printers/docx/index.ts'
import type { Document } from '../../../src/treaty/index.ts'

const list: Document = {
  document: 'annex-1',
  title: { en: 'List of treaties', ar: 'قائمة المعاهدات' },
  entries: [
    { id: 'one', number: '1', text: { title: { en: 'First treaty', ar: 'المعاهدة الأولى' } } },
    { id: 'two', number: '2', text: { title: { ar: 'المعاهدة الثانية' } } },
    { id: 'three', number: '3', text: { title: { fr: 'Troisième traité', ar: 'المعاهدة الثالثة' } } },
  ],
}

const tools: Document = {
  document: 'technical-annex',
  title: { en: 'Technical Annex', ar: 'المرفق التقني' },
  sections: [{ id: 'software', number: '1', title: { en: 'Software', ar: 'برمجيات' } }],
  entries: [
    {
      id: 'worms',
      section: 'software',
      text: { name: { en: 'Worms', ar: 'دودة' }, description: { en: 'A program', ar: 'برنامج خبيث' } },
    },
  ],
}

const terms: Document = {
  document: 'article-4',
  title: { en: 'Terms', ar: 'المصطلحات' },
  entries: [
    { id: 'worm', text: { term: { en: 'Worm', ar: 'دودة' }, definition: { en: 'a program', ar: 'برنامج خبيث' } } },
    { id: 'virus', number: '2', text: { term: { en: 'Virus' }, definition: { en: 'another', ar: 'برنامج' } } },
  ],
}

const word = (document: Document, language?: string) =>
  strFromU8(
    unzipSync(documentDocx(document, language === undefined ? {} : { language }))['word/document.xml'] ??
      new Uint8Array(),
  )
const PRINTS: Record<string, (document: Document, options?: { language?: string }) => string> = {
  text: documentText,
  Markdown: documentMarkdown,
  HTML: documentHtml,
  CSV: documentCsv,
  Word: (document, { language } = {}) => word(document, language),
}

/** All the words of a document but its title's, which a table of cells has no place for. */
const allWords = ({ sections = [], entries }: Document) =>
  [...sections.map(({ title }) => title), ...entries.flatMap(({ text }) => Object.values(text))].flatMap(Object.values)

describe.each(Object.entries(PRINTS))('a document in several languages, in %s', (format, print) => {
  it.each([
    ['a list', list],
    ['a table', tools],
    ['definitions', terms],
  ])('is printed in all of them: %s', (_, document) => {
    for (const words of allWords(document)) expect(print(document)).toContain(words)
    if (format !== 'CSV') for (const words of Object.values(document.title)) expect(print(document)).toContain(words)
  })

  it('is printed in the one asked for, and in another where there are no words in it', () => {
    const printed = print(list, { language: 'en' })
    expect(printed).toContain('First treaty')
    expect(printed).not.toContain('المعاهدة الأولى')
    expect(printed).toContain('المعاهدة الثانية')
    expect(printed).toContain('Troisième traité')
    expect(printed).not.toContain('المعاهدة الثالثة')
  })

  it('puts no word of ours among its words', () => {
    expect(print(list, { language: 'en' }) + print(list)).not.toMatch(/\[(?:ar|fr|en)\]/)
  })
})

describe('a document in several languages', () => {
  it('says on a terminal which line is in which', () => {
    const text = documentText(list, { width: 30 })
    expect(text).toContain('en  List of treaties\nar  قائمة المعاهدات\n')
    expect(text).toContain('1. en  First treaty\n   ar  المعاهدة الأولى\n2. ar  المعاهدة الثانية\n')
  })

  it('has a row a language in a table on a terminal', () => {
    const rows = documentText(tools, { reasons: new Map([['worms', 'own text']]) }).split('\n')
    expect(rows.slice(-2).map((row) => row.split(/ {2,}/))).toEqual([
      ['1. Software', 'en', 'Worms', 'own text', 'A program'],
      ['1. برمجيات', 'ar', 'دودة', 'برنامج خبيث'],
    ])
  })

  it('keeps each term with the definition in its own language', () => {
    expect(documentText(terms)).toContain('en  "Worm" a program\nar  "دودة" برنامج خبيث')
    expect(documentHtml(terms)).toContain(
      '<div lang="ar" dir="rtl"><span class="lines">&quot;دودة&quot; برنامج خبيث</span></div>',
    )
  })

  it('has no line of a language in which a definition says nothing', () => {
    const arabic = { ...terms, entries: [{ id: 'worm', number: '3', text: { term: { ar: 'دودة' } } }] }
    expect(documentText(arabic)).toMatch(/\n3\. ar {2}"دودة"$/)
    expect(documentMarkdown(arabic)).toContain('\n3\\. <div lang="ar" dir="rtl">**"دودة"** </div>\n')
  })

  it('has its Arabic in blocks from right to left, on pages as on git hosts', () => {
    const page = documentHtml(tools)
    expect(page).toContain('<html lang="en">')
    expect(page).toContain('<p lang="ar" dir="rtl"><strong>المرفق التقني</strong></p>')
    expect(page).toContain('<th scope="row">1. Software<div lang="ar" dir="rtl">1. برمجيات</div></th>')
    const host = micromark(
      documentMarkdown(list) + documentMarkdown({ ...list, entries: [{ id: 'a', text: { title: { ar: '*أ*' } } }] }),
      {
        extensions: [gfm()],
        htmlExtensions: [gfmHtml()],
        allowDangerousHtml: true,
      },
    )
    expect(host).toContain('<li>1. First treaty<div lang="ar" dir="rtl">المعاهدة الأولى</div></li>')
    expect(host).toContain('<div lang="ar" dir="rtl">*أ*</div>')
  })

  it('in Arabic alone is a page from right to left, on which what we say is English', () => {
    const page = documentHtml({ ...tools, title: { ar: 'المرفق التقني' } }, { heading: ['As of today.'] })
    expect(page).toContain('<html lang="ar" dir="rtl">')
    expect(page).toContain('<p class="facts" lang="en" dir="ltr">As of today.</p>')
    expect(page).toContain('<th scope="col" lang="en">Type</th>')
  })

  it('has its sections in each language in a CSV', () => {
    const [heads, row] = documentCsv(tools).split('\r\n')
    expect(heads).toBe('id,number,section,section (ar),name (en),name (ar),description (en),description (ar)')
    expect(row).toBe('worms,,1. Software,1. برمجيات,Worms,دودة,A program,برنامج خبيث')
  })
})

describe('an expression in Akoma Ntoso', () => {
  const options = { asOf: '2021-08-14', edition: null, amendments: [] }

  it('is in one language; what has no words in it keeps those it has, and says in which', () => {
    const xml = documentAkn(list, options)
    expect(xml).toContain('<p class="title">First treaty</p>')
    expect(xml).toContain('<p class="title" xml:lang="ar">المعاهدة الثانية</p>')
    expect(xml).toContain('<p class="title" xml:lang="fr">Troisième traité</p>')
    expect(xml).not.toMatch(/\[(?:ar|fr|en)\]/)
  })

  it('is in the language asked for', () => {
    const xml = documentAkn(terms, { ...options, language: 'ar' })
    expect(xml).toContain('<docTitle eId="docTitle">المصطلحات</docTitle>')
    expect(xml).toContain('&quot;<def refersTo="#concept_virus" xml:lang="en">Virus</def>&quot; برنامج')
    expect(documentAkn(tools, { ...options, language: 'fr' })).toContain('<heading xml:lang="en">Worms</heading>')
  })
})

describe('SKOS', () => {
  it('is in all languages', () => {
    for (const words of allWords(tools))
      expect(JSON.stringify(documentSkos(tools, { amendments: [] }))).toContain(words)
  })
})
