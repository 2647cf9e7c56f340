import { describe, expect, it } from 'vitest'
import type { Document } from '../../src/treaty/index.ts'
import { CONVENTION, printedAnnex1, printedArticle4, printedTechnicalAnnex } from '../annexes/printed-text.ts'
import { annexJson, home } from './annex.ts'

const show = (document: string) => annexJson(home, 'show', document).json as Document

describe("annex show DOCUMENT --json gives the source's words", () => {
  it('of Annex 1', () => {
    const shown = show('annex-1').entries.map(({ number, text }) => ({ number, title: text.title?.en }))
    expect(shown).toEqual(printedAnnex1(CONVENTION))
  })

  it('of the Technical Annex', () => {
    const { entries, sections = [] } = show('technical-annex')
    const groups = new Map(sections.map(({ id, number, title }) => [id, `${number}. ${title.en}`]))
    const shown = entries.map(({ section = '', text }) => ({
      group: groups.get(section),
      name: text.name?.en,
      description: text.description?.en,
    }))
    expect(shown).toEqual(printedTechnicalAnnex(CONVENTION))
  })

  it('of Article 4', () => {
    const { entries } = show('article-4')
    const shown = entries.map(({ text }, index) => {
      // The mark that ends the item parts it from the next: it is no word of the definition.
      return `"${text.term?.en}" ${text.definition?.en}${index === entries.length - 1 ? '.' : ';'}`
    })
    expect(shown).toEqual(printedArticle4(CONVENTION))
  })
})

describe('annex validate, of the shipped documents', () => {
  it('reports only the known notes', () => {
    const { status, json } = annexJson(home, 'validate')
    expect(status).toBe(0)
    expect(json).toMatchObject({ summary: { errors: 0, warnings: 0 } })
  })
})
