import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import {
  changelogAtom,
  changelogHtml,
  changelogMarkdown,
  diffHtml,
  diffJson,
  diffMarkdown,
  diffText,
  documentAkn,
  documentCsv,
  documentHtml,
  documentJson,
  documentMarkdown,
  documentSkos,
  documentText,
  TERMINAL_COLOURS,
} from '../../src/render/index.ts'
import { diffDocx, documentDocx } from '../../src/render/printers/docx/index.ts'
import type { Document } from '../../src/treaty/index.ts'
import { documents, everyKind, everyKindAmendments, everyKindChangelog, names } from './change-set.ts'

const { amendedList: list, amendedTools: tools } = documents
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
const words = (file: Uint8Array) =>
  strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array()).replaceAll('<w:p>', '\n<w:p>')

/** Each output as it was looked at and found right; `vitest run test/render/golden.test.ts -u` writes them again. */
describe('a difference with a change of every kind', () => {
  it.each([
    ['txt', () => diffText(everyKind())],
    ['ansi', () => diffText(everyKind(), TERMINAL_COLOURS)],
    ['md', () => diffMarkdown(everyKind())],
    ['html', () => diffHtml(everyKind())],
    ['json', () => json(diffJson(everyKind()))],
    ['docx.xml', () => words(diffDocx(everyKind(), { author: 'France', on: '2021-01-15' }))],
  ])('as %s', async (format, print) => {
    await expect(print()).toMatchFileSnapshot(`../golden/every-kind.${format}`)
  })

  it('has in it every kind there is', () => {
    expect(Object.values(everyKind().summary).filter((count) => count === 0)).toEqual([])
  })
})

describe.each([
  ['list', list],
  ['table', tools],
])('a document printed as a %s', (name, document) => {
  const options = {
    heading: ['As it binds France on 2021-08-14.'],
    reasons: new Map([['tokyo-1963', 'of the Convention itself']]),
  }
  it.each([
    ['txt', () => documentText(document, { ...options, width: 80 })],
    ['md', () => documentMarkdown(document, options)],
    ['html', () => documentHtml(document, options)],
    ['csv', () => documentCsv(document, options)],
    ['json', () => json(documentJson(document, 'annex-1/v2', options))],
    ['docx.xml', () => words(documentDocx(document, options))],
    ['akn.xml', () => documentAkn(document, { edition: 'annex-1/v2', amendments: [] })],
    ['skos.json', () => json(documentSkos(document, { amendments: [] }))],
  ])('as %s', async (format, print) => {
    await expect(print()).toMatchFileSnapshot(`../golden/${name}.${format}`)
  })
})

describe('what an amendment of every kind leaves on record', () => {
  const log = everyKindChangelog()

  it.each([
    ['changelog.md', () => changelogMarkdown(log, names)],
    ['changelog.html', () => changelogHtml(log, names)],
    ['changelog.json', () => json(log)],
    ['changelog.atom.xml', () => changelogAtom(log, names, { origin: '1'.repeat(40), begun: '2026-01-01T12:00:00Z' })],
    ['akn.xml', () => documentAkn(list, { edition: 'annex-1/v2', amendments: everyKindAmendments('annex-1') })],
    ['skos.json', () => json(documentSkos(tools, { amendments: everyKindAmendments('technical-annex') }))],
    ['csv', () => documentCsv(list)],
  ])('as %s', async (format, print) => {
    await expect(print()).toMatchFileSnapshot(`../golden/every-kind.${format}`)
  })
})

describe('a paragraph of five thousand words', () => {
  const long = Array.from({ length: 5000 }, (_, index) => `word${index}`)
  const edited = long.with(2500, 'changed')
  const document = (en: string[]) => ({
    document: 'annex-1',
    title: { en: 'Annex 1' },
    entries: [{ id: 'long', text: { title: { en: en.join(' ') } } }],
  })

  it('is shown around its edit in text and Markdown, and whole in the rest', async () => {
    const { compare } = await import('../../src/text/index.ts')
    const difference = compare('a', 'b', [{ before: document(long), after: document(edited) }])
    expect(diffText(difference).length).toBeLessThan(1_000)
    expect(diffText(difference)).toContain('word2499 [-word2500-]{+changed+} word2501')
    expect(diffMarkdown(difference).length).toBeLessThan(1_000)
    expect(diffHtml(difference)).toContain('word4999')
  })

  it.each<[string, (document: Document) => string]>([
    ['CSV', (document) => documentCsv(document)],
    ['Akoma Ntoso', (document) => documentAkn(document, { edition: null, amendments: [] })],
    ['SKOS', (document) => json(documentSkos(document, { amendments: [] }))],
    ['HTML', (document) => documentHtml(document, {})],
    ['Markdown', (document) => documentMarkdown(document)],
  ])('is whole, in one piece, in a document as %s', (_, print) => {
    const words = long.join(' ')
    const printed = [document(long), definition(words)].map(print)
    for (const each of printed) expect(each).toContain(words)
  })

  const definition = (words: string): Document => ({
    document: 'article-4',
    title: { en: 'Terms' },
    entries: [{ id: 'long', text: { term: { en: 'Long' }, definition: { en: words } } }],
  })
})
