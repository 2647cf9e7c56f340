import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { XmlDocument } from 'libxml2-wasm'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
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
  safeForTerminal,
} from '../../src/render/index.ts'
import { diffDocx, documentDocx } from '../../src/render/printers/docx/index.ts'
import { changelog, compare } from '../../src/text/index.ts'
import type { Change, Changelog, Difference, Document } from '../../src/treaty/index.ts'
import { HOSTILE } from './change-set.ts'

const empty: Document = { document: 'annex-1', title: { en: 'List' }, entries: [] }
const list = (en: string): Document => ({
  ...empty,
  entries: [
    { id: 'one', number: '1', text: { title: { en } } },
    { id: 'two', number: '2', text: { title: { en: 'Two' } }, note: en },
  ],
})
const tools = (en: string): Document => ({
  ...empty,
  sections: [{ id: 'section', number: '1', title: { en } }],
  entries: [{ id: 'one', section: 'section', text: { name: { en }, description: { en } } }],
})
const terms = (en: string): Document => ({
  ...empty,
  entries: [{ id: 'one', text: { term: { en }, definition: { en } } }],
})
/** Words in a second language, beside the first and alone. */
const languages = (ar: string): Document[] => [
  { ...empty, entries: [{ id: 'one', text: { title: { en: 'One', ar } } }] },
  { ...empty, entries: [{ id: 'one', text: { title: { ar } } }] },
  { ...empty, entries: [{ id: 'one', text: { term: { ar }, definition: { en: 'one', ar } } }] },
  {
    ...empty,
    title: { en: 'List', ar },
    sections: [{ id: 'section', number: '1', title: { en: 'Section', ar } }],
    entries: [{ id: 'one', section: 'section', text: { name: { ar }, description: { en: 'One', ar } } }],
  },
]

/** Words that come, go, stand in a place where others stood, and stay. */
const difference = (words: string): Difference =>
  compare('a', 'b', [
    { before: list('before'), after: list(words) },
    { before: list(words), after: list('after') },
    { before: empty, after: terms(words) },
    { before: tools(words), after: { ...empty, document: 'technical-annex' } },
  ])

const log = (title: string): Changelog => {
  const changes: Change[] = compare('a', 'b', [{ before: empty, after: list(title) }]).documents.flatMap((each) =>
    each.changes.map(({ change }) => change),
  )
  const proposal = {
    proposal: 'one',
    title,
    basis: '70.1' as const,
    document: 'annex-1',
    by: 'FRA',
    edition: 'annex-1/v2',
  }
  const frozen = { commit: '1'.repeat(40), base: '2'.repeat(40), changes, digest: `sha256:${'0'.repeat(64)}` }
  const outcome = {
    ...{ name: 'one', asOf: '2021-09-01', basis: '70.1' as const, status: 'in-force' as const, deadline: null },
    ...{ entersIntoForce: null, ratifying: 1, objections: 0, blocksAt: 1, parties: {}, because: [], readings: {} },
    ...{ divergences: [], findings: [] },
  }
  return changelog('2021-09-01', [{ proposal: { ...proposal, frozen }, events: [], outcome }], { titles: new Map() })
}
const items = (words: string) =>
  log(words).documents.flatMap((each) => each.items.map((item) => ({ ...item, made: [] })))

const wordFile = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
const prints = (words: string) => [list(words), tools(words), terms(words), ...languages(words)]

const MARKDOWN: Record<string, (words: string) => string> = {
  'a redline': (words) => diffMarkdown(difference(words)),
  'a document': (words) =>
    prints(words)
      .map((each) => documentMarkdown(each))
      .join('\n\n'),
  'a document that gives its reasons': (words) =>
    prints('x')
      .map((each) => documentMarkdown(each, { heading: [words], reasons: new Map([['one', words]]) }))
      .join('\n\n'),
  'a changelog': (words) => changelogMarkdown(log(words), { FRA: words }),
}
const HTML: Record<string, (words: string) => string> = {
  'a redline': (words) => diffHtml(difference(words)),
  'a document': (words) =>
    prints(words)
      .map((each) => documentHtml(each, { heading: [words] }))
      .join(''),
  'a changelog': (words) => changelogHtml(log(words), { FRA: words }),
}
const XML: Record<string, (words: string) => string> = {
  'a redline in Word': (words) => wordFile(diffDocx(difference(words), { author: words })),
  'a list in Word': (words) => wordFile(documentDocx(list(words))),
  'a list in Akoma Ntoso': (words) => documentAkn(list(words), { edition: null, amendments: items(words) }),
  'a table in Akoma Ntoso': (words) => documentAkn(tools(words), { edition: null, amendments: [] }),
  'a document in Akoma Ntoso that has words in no language but another': (words) =>
    documentAkn(terms(words), { edition: null, amendments: [], language: 'ar' }),
  'an Atom feed': (words) =>
    changelogAtom(log(words), { FRA: words }, { origin: words, begun: '2026-01-01T12:00:00Z', self: words }),
}

const DANGEROUS = [
  ...[
    '<script>alert(1)</script>',
    '<!--',
    '-->',
    ']]>',
    '<img src=x onerror=y>',
    '&lt;',
    '&amp;',
    '&#60;',
    '</p>',
    '<br>',
  ],
  ...['|', '||', '\\|', '`', '``', '```', '~~~', '*', '**', '_', '__', '~~', '#', '# ', '> ', '- ', '+ ', '1. ', '1) '],
  ...[
    '[x](javascript:y)',
    '![x](y)',
    '[x]: y',
    '[^1]',
    '<https://example.org>',
    'https://example.org',
    'www.example.org',
  ],
  ...[
    'a@example.org',
    '@someone',
    '#12',
    ':---',
    '---',
    '===',
    '    ',
    '\t',
    '\\',
    '"',
    "'",
    '=cmd()',
    '+1',
    '-1',
    '@SUM(A1)',
    '＝cmd()',
    '＠SUM(A1)',
  ],
  ...[
    '\u001b[31m',
    '\u0000',
    '\u202e',
    '\u2066',
    '\u200b',
    '\ufeff',
    '\ud800',
    '\ufffe',
    'Words',
    'اتفاقية',
    '公约',
    ' ',
    ',',
    '.',
  ],
]
const hostile = fc.oneof(
  fc.array(fc.constantFrom(...DANGEROUS), { minLength: 1, maxLength: 5 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
)

/** The tags of a page or file, in order; those that end a line are words' own. */
const tags = (text: string) => (text.match(/<[/!?]?[a-z][^\s>]*/gi) ?? []).filter((tag) => tag !== '<br')

/** As a git host prints it: CommonMark with GitHub's extensions. */
const asHostPrints = (text: string) =>
  micromark(text, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
  })

const harmless = (all: (structure: string) => string[], print: (words: string) => string) => {
  const expected = all(print('harmless'))
  fc.assert(
    fc.property(hostile, (words) => {
      expect(all(print(`x${words}y`))).toEqual(expected)
      expect(all(print(`${words}y`))).toEqual(expected)
      expect(all(print(`x${words}`))).toEqual(expected)
    }),
    { numRuns: 60, examples: [[HOSTILE], ...DANGEROUS.map((each): [string] => [each])] },
  )
}

describe('whatever the words are, they stay words', () => {
  it.each(Object.entries(MARKDOWN))('in %s in Markdown, as a git host prints it', (_, print) => {
    harmless((text) => tags(asHostPrints(text)), print)
  })

  it.each(Object.entries(HTML))('in %s in HTML', (_, print) => {
    harmless(tags, print)
  })

  it.each(Object.entries(XML))('in %s, which stays well-formed', (_, print) => {
    harmless((text) => {
      XmlDocument.fromString(text).dispose()
      return tags(text).filter((tag) => !/^<.?w:(?:t|tab|delText)\b/.test(tag))
    }, print)
  })

  it('in text, which commands no terminal and adds no line', () => {
    harmless(
      (text) => {
        expect(text.replaceAll('\n', '')).toBe(safeForTerminal(text.replaceAll('\n', '')))
        return [String(text.split('\n').length)]
      },
      (words) => diffText(difference(words)),
    )
    harmless(
      (text) => [...text.matchAll(/[\p{Cc}]/gu)].map(([each]) => each).filter((each) => each !== '\n'),
      (words) =>
        prints(words)
          .map((each) => documentText(each))
          .join('\n'),
    )
  })

  it('in CSV, of which no cell is a formula', () => {
    harmless(
      (text) => {
        const rows = cells(text)
        for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@|%＝＋－＠｜％]/)
        return rows.map((row) => String(row.length))
      },
      (words) =>
        prints(words)
          .map((each) => documentCsv(each))
          .join(''),
    )
  })

  it('in JSON, which gives them back letter for letter', () => {
    fc.assert(
      fc.property(hostile, (words) => {
        const [first] = diffJson(difference(words)).changes
        expect(JSON.parse(JSON.stringify(first))).toMatchObject({ before: 'before', after: words })
        expect(JSON.parse(JSON.stringify(documentJson(list(words), null)))).toMatchObject({
          entries: [{ text: { title: { en: words } } }, {}],
        })
        expect(JSON.stringify(documentSkos(tools(words), { amendments: items(words) }))).toContain(
          JSON.stringify(words),
        )
      }),
    )
  })
})

/** The cells of a CSV file, row by row (RFC 4180). */
function cells(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

describe('a side that is empty', () => {
  const all = ['Convention on Cybercrime', 'Convention on Corruption']
  const full: Document = {
    ...empty,
    entries: all.map((en, at) => ({ id: `e${at}`, number: String(at + 1), text: { title: { en } } })),
  }

  it.each([
    ['the earlier', { before: empty, after: full }, 'added'],
    ['the earlier, where there was no document', { before: null, after: full }, 'added'],
    ['the later', { before: full, after: empty }, 'removed'],
    ['the later, where there is no document', { before: full, after: null }, 'removed'],
  ] as const)('%s, is shown in every format as all that came or went', (_, sides, kind) => {
    const both = compare('a', 'b', [sides])
    const [open, close] = kind === 'added' ? ['{+', '+}'] : ['[-', '-]']
    const tag = kind === 'added' ? 'ins' : 'del'
    expect(both.summary[kind]).toBe(2)
    for (const words of all) {
      expect(diffText(both)).toContain(`${open}${words}${close}`)
      expect(diffMarkdown(both)).toContain(`<${tag}>${words}</${tag}>`)
      expect(diffHtml(both)).toMatch(new RegExp(`<${tag}>(<span[^>]*>[^<]*</span>)?${words}`))
      expect(wordFile(diffDocx(both, { author: 'x' }))).toMatch(new RegExp(`<w:${tag} [^>]*><w:r>.*?${words}`))
      expect(JSON.stringify(diffJson(both).changes.map((change) => change.kind))).toBe(`["${kind}","${kind}"]`)
    }
  })

  it('is a document that every format can print', () => {
    for (const print of [documentText, documentMarkdown, documentHtml]) expect(print(empty)).toContain('List')
    expect(documentCsv(empty)).toMatch(/^[^\n]*\r\n$/)
    expect(documentAkn(empty, { edition: null, amendments: [] })).toContain('List')
    expect(wordFile(documentDocx(empty))).toContain('List')
  })
})
