import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare } from '../../../src/amendments/index.ts'
import { diffHtml } from '../../../src/render/index.ts'
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

  it('lets Arabic run from right to left', () => {
    expect(html).toContain('<span lang="ar" dir="rtl">')
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
