import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseFile } from '../../src/files/index.ts'
import type { Document } from '../../src/treaty/index.ts'
import { CONVENTION, printedAnnex1, printedArticle4, printedTechnicalAnnex } from './printed-text.ts'

function shipped(name: string): Document {
  const file = `annexes/${name}.yaml`
  const bytes = readFileSync(new URL(`../../${file}`, import.meta.url))
  const { data, findings } = parseFile('document', { file, bytes })
  if (data === null) throw new Error(JSON.stringify(findings))
  return data
}

const annex1Of = ({ entries }: Document) => entries.map(({ number, text }) => ({ number, title: text.title?.en }))

const rowsOf = ({ entries, sections = [] }: Document) =>
  entries.map(({ section, text }) => {
    const group = sections.find(({ id }) => id === section)
    return { group: `${group?.number}. ${group?.title.en}`, name: text.name?.en, description: text.description?.en }
  })

// The file keeps the term without its quotation marks, and the words behind it up to the mark that ends the item:
// a semicolon, or a stop after the last.
const sentencesOf = ({ entries }: Document) =>
  entries.map(({ text }, index) => {
    const end = index === entries.length - 1 ? '.' : ';'
    return `"${text.term?.en}" ${text.definition?.en}${end}`
  })

describe('the shipped documents say what the Convention prints, byte for byte', () => {
  it('Annex 1: sixteen items, two of them numbered 15', () => {
    const printed = printedAnnex1(CONVENTION)
    expect(printed).toHaveLength(16)
    expect(printed.filter(({ number }) => number === '15')).toHaveLength(2)
    expect(annex1Of(shipped('annex-1'))).toEqual(printed)
  })

  it('the Technical Annex: 15 rows of software, 3 of hardware, 10 of tools', () => {
    const printed = printedTechnicalAnnex(CONVENTION)
    const sizes = ['1. Software', '2. Hardware', '3. Special Intelligence Technical Tools']
    expect(sizes.map((group) => printed.filter((row) => row.group === group).length)).toEqual([15, 3, 10])
    expect(rowsOf(shipped('technical-annex'))).toEqual(printed)
  })

  it('Article 4: fourteen terms', () => {
    const printed = printedArticle4(CONVENTION)
    expect(printed).toHaveLength(14)
    expect(sentencesOf(shipped('article-4'))).toEqual(printed)
  })

  it('and their titles', () => {
    expect(CONVENTION).toContain(`\n${shipped('annex-1').title.en}\n`)
    expect(CONVENTION).toContain(`\n${shipped('technical-annex').title.en}\n`)
    expect(CONVENTION).toContain(`\n${shipped('article-4').title.en}\n`)
  })
})

describe('one letter changed in any words is noticed', () => {
  /** The document with the last letter of one field of one entry replaced. */
  function mistyped(document: Document, index: number, field: string): Document {
    const copy = structuredClone(document)
    const words = copy.entries[index]?.text[field]
    if (words?.en === undefined) throw new Error(`no ${field} in entry ${index}`)
    words.en = words.en.replace(/[a-z](?=[^a-z]*$)/i, (letter) => (letter === 'e' ? 'a' : 'e'))
    return copy
  }

  const cases: [string, string[], (document: Document) => unknown[], unknown[]][] = [
    ['annex-1', ['title'], annex1Of, printedAnnex1(CONVENTION)],
    ['technical-annex', ['name', 'description'], rowsOf, printedTechnicalAnnex(CONVENTION)],
    ['article-4', ['term', 'definition'], sentencesOf, printedArticle4(CONVENTION)],
  ]
  for (const [name, fields, wordsOf, printed] of cases) {
    it(`${name}: ${fields.join(' and ')} of every entry`, () => {
      const document = shipped(name)
      for (const index of document.entries.keys()) {
        for (const field of fields) expect(wordsOf(mistyped(document, index, field))).not.toEqual(printed)
      }
    })
  }
})
