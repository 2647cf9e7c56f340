import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffHtml } from '../../../src/render/index.ts'
import { compare } from '../../../src/text/index.ts'
import { everyKind } from '../change-set.ts'

const html = diffHtml(everyKind())

describe('a redline as a web page', () => {
  it('lets in nothing but its own style', () => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? ''
    const digest = createHash('sha256').update(style).digest('base64')
    expect(html).toContain(`default-src 'none'; style-src 'sha256-${digest}'`)
    expect(html).not.toMatch(/<script|<link|<img|style="|\son\w+=|https?:\/\//)
  })

  it('says what was deleted and inserted to those who hear it', () => {
    expect(html).toContain('<del><span class="hidden">[deleted: </span>the<span class="hidden">]</span></del>')
  })

  it('lets Arabic run from right to left, in blocks of its own', () => {
    const words = 'اتفاقية لاهاي لعام 1970'
    expect(html).toMatch(new RegExp(`<div lang="ar" dir="rtl"><ins>[^\\n]*${words}`))
    expect(html).toMatch(new RegExp(`</span><div lang="ar" dir="rtl"><span class="lines"><ins>[^\\n]*${words}`))
  })

  it('says of a row and of an item that moved where it was and where it is, each place with a link to the other', () => {
    for (const id of ['technical-annex.worms', 'annex-1.vienna-1980']) {
      const was = html.slice(html.indexOf(`id="${id}.was"`), html.indexOf('\n', html.indexOf(`id="${id}.was"`)))
      const is = html.slice(html.indexOf(`id="${id}"`), html.indexOf('\n', html.indexOf(`id="${id}"`)))
      expect(was).toContain(`<a href="#${id}">(moved from here)</a>`)
      expect(is).toContain(`<a href="#${id}.was">(moved here)</a>`)
    }
  })

  it('leads from one place to the other of an entry that was renamed as it moved', () => {
    const entry = (id: string, en: string) => ({ id, text: { title: { en } } })
    const before = {
      document: 'x',
      title: { en: 'X' },
      entries: [entry('a', 'One'), entry('b', 'Two'), entry('c', 'Three')],
    }
    const after = {
      ...before,
      entries: [entry('b', 'Two'), entry('c', 'Three'), { ...entry('z', 'One'), formerly: ['a'] }],
    }
    const page = diffHtml(compare('a', 'b', [{ before, after }]))
    expect(page).toMatch(/id="x.a.was".*<a href="#x.z">\(moved from here\)/)
    expect(page).toMatch(/id="x.z".*<a href="#x.a.was">\(moved here\)/)
  })

  it('has a place for every link', () => {
    const links = [...html.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id)
    const places = new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id))
    expect(links.length).toBeGreaterThan(5)
    expect(links.filter((id) => !places.has(id ?? ''))).toEqual([])
  })

  it('gives no two things one id', () => {
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('shows words as words, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (words) => {
        const document = (en: string) => ({
          document: 'x',
          title: { en: 'X' },
          entries: [{ id: 'e', text: { title: { en } } }],
        })
        const page = diffHtml(compare('a', 'b', [{ before: document('before'), after: document(`after ${words}`) }]))
        const tags = new Set([...page.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, tag]) => tag))
        expect([...tags].filter((tag) => ['script', 'img', 'iframe', 'svg'].includes(tag ?? ''))).toEqual([])
        expect(page.split('<style>').length).toBe(2)
      }),
    )
  })
})

describe('what is no word of the layout, in a redline as a web page', () => {
  const page = (before: object, after: object) => {
    const side = (entry: object) => ({
      document: 'x',
      title: { en: 'X' },
      entries: [{ id: 'a', text: { name: { en: 'A' }, description: { en: 'One' } }, ...entry }],
    })
    return diffHtml(compare('a', 'b', [{ before: side(before), after: side(after) }])).replace(
      /<span class="hidden">[^<]*<\/span>/g,
      '',
    )
  }

  it('has the number of a row, with its change', () => {
    expect(page({}, { number: '1' })).toContain('<td><ins>1.</ins> <span class="lines">A</span></td>')
    expect(page({ number: '1' }, { number: '2' })).toContain('<td><del>1.</del><ins>2.</ins> <span')
  })

  it('has a field that the layout has no place for, with its name and its change', () => {
    const text = { name: { en: 'A' }, description: { en: 'One' }, note: { en: 'Old' } }
    const note = '<span class="facts">Note:</span> <span class="lines"><ins>Old</ins></span>'
    expect(page({}, { text })).toContain(`<span class="lines">One</span><br>${note}</td>`)
    const term = { term: { en: 'A' }, definition: { en: 'One' } }
    expect(page({ text: term }, { text: { ...term, note: { en: 'Old' } } })).toContain(
      `<span class="lines">&quot;A&quot; One</span><br>${note}</div></li>`,
    )
  })
})

describe('a redline of a document in Arabic and English', () => {
  const before = {
    document: 'technical-annex',
    title: { en: 'Technical Annex', ar: 'المرفق التقني' },
    sections: [{ id: 'software', number: '1', title: { en: 'Software', ar: 'برمجيات' } }],
    entries: [
      { id: 'a', section: 'software', text: { name: { en: 'A', ar: 'أ' }, description: { en: 'Words', ar: 'كلمات' } } },
    ],
  }
  const after = {
    ...before,
    title: { ...before.title, ar: 'المرفق الفني' },
    sections: [{ id: 'software', number: '1', title: { en: 'Software', ar: 'برامج' } }],
  }
  const page = diffHtml(compare('a', 'b', [{ before, after }])).replace(/<span class="hidden">[^<]*<\/span>/g, '')

  it('has in its text the titles that changed, whatever their language', () => {
    expect(page).toContain(
      '<h3>Technical Annex</h3>\n<h3 lang="ar" dir="rtl">المرفق <del>التقني</del><ins>الفني</ins></h3>',
    )
    expect(page).toContain(
      '<th scope="row">1. Software<div lang="ar" dir="rtl"><del>1. برمجيات</del><ins>1. برامج</ins></div></th>',
    )
  })

  it('says in which language a heading was and is', () => {
    expect(page).toContain(
      '<span class="facts">software (ar):</span> <div lang="ar" dir="rtl"><del>1. برمجيات</del><ins>1. برامج</ins></div>',
    )
  })

  it('keeps a term with its definition, language by language', () => {
    const terms = (ar: string) => ({
      document: 'article-4',
      title: { en: 'Terms' },
      entries: [{ id: 'a', text: { term: { en: 'Worm', ar: 'دودة' }, definition: { en: 'a program', ar } } }],
    })
    const page = diffHtml(compare('a', 'b', [{ before: terms('برنامج'), after: terms('برنامج خبيث') }]))
    expect(page).toContain(
      '<span class="lines">&quot;Worm&quot; a program</span><div lang="ar" dir="rtl"><span class="lines">&quot;دودة&quot; برنامج',
    )
  })
})

describe('a redline of a document in Arabic alone', () => {
  const table = (ar: string) => ({
    document: 'technical-annex',
    title: { ar: 'المرفق التقني' },
    sections: [{ id: 'software', number: '1', title: { ar: 'برمجيات' } }],
    entries: ['a', 'b', 'c'].map((id) => ({
      id,
      section: 'software',
      text: { name: { ar: `دودة ${id}` }, description: { ar } },
    })),
  })
  const moved = { ...table('برنامج خبيث'), entries: table('برنامج خبيث').entries.toReversed() }
  const page = diffHtml(compare('a', 'b', [{ before: table('برنامج'), after: moved }]))

  it('has its text from right to left, on a page whose own words are English', () => {
    expect(page).toContain('<html lang="en">')
    expect(page).toContain('aria-label="Marked-up table" lang="ar" dir="rtl">')
    expect(page).toContain('<th scope="col" lang="en">Type</th>')
    expect(page).toMatch(/<span class="facts" lang="en" dir="ltr"><a [^>]*>\(moved here\)/)
    expect(page).toContain('<h2 id="technical-annex-text"><span lang="ar" dir="rtl">المرفق التقني</span>: the text')
  })

  it('puts no word of ours into its headings', () => {
    expect(page).toContain('1. برمجيات')
    expect(page).not.toContain('[ar]')
  })
})
