import { strToU8, zipSync } from 'fflate'
import type { Difference, Document, DocumentDifference, Redline, Segment } from '../../treaty/index.ts'
import { type MarkedEntry, markedEntries } from '../differences/marked-document.ts'
import { type DocumentOptions, languageOf, layoutOf, wordsIn } from '../documents/layout.ts'
import { documentPart, fixedParts } from './package-parts.ts'
import { type Reviser, type Revision, reviser } from './revisions.ts'

/**
 * A redline as a Word file with tracked changes: all accepted, it is the later text, all rejected the earlier one. The same input
 * gives the same bytes.
 */
export function diffDocx({ from, to, documents }: Difference, revision: Revision): Uint8Array {
  const write = reviser(revision)
  const body = documents.map((each) => documentBody(each, write)).join('')
  return packed(`${from} → ${to}`, revision.author, body)
}

/** A document as the Convention prints it, as a Word file, its heading lines first. */
export function documentDocx(document: Document, { heading = [] }: DocumentOptions = {}): Uint8Array {
  const unchanged = { document: document.document, before: document, after: document, changes: [] }
  const author = 'treaty-annex'
  const write = reviser({ author })
  const lines = heading.map((words) =>
    write.paragraph('Normal', 'both', 'en', write.runs([{ kind: 'same', words }], 'en')),
  )
  return packed(wordsIn(document.title, languageOf(document)), author, lines.join('') + documentBody(unchanged, write))
}

function packed(title: string, author: string, body: string): Uint8Array {
  // The file must not end in a paragraph that was inserted: its mark could not be rejected.
  const parts = { ...fixedParts(title, author), 'word/document.xml': documentPart(`${body}<w:p/>`) }
  const files = Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])
  // Without a zone, this is midnight wherever it is run; 1980 is the first year that a ZIP file can name.
  return zipSync(Object.fromEntries(files), { level: 9, mtime: '1980-01-01T00:00:00' })
}

function documentBody(difference: DocumentDifference, write: Reviser): string {
  const { before, after } = difference
  const language = languageOf(after)
  const entries = markedEntries(difference, language)
  const title = titleSegments(difference, language)
  const heading = write.paragraph('Heading1', 'both', language, write.runs(title, language))
  const isTable = layoutOf(after) === 'table' && (before.entries.length === 0 || layoutOf(before) === 'table')
  return (
    heading +
    (isTable ? table(entries, language, write) : entries.map((entry) => item(entry, language, write)).join(''))
  )
}

function titleSegments({ before, after, changes }: DocumentDifference, language: string): Segment[] {
  const title = changes.find(({ change }) => change.kind === 'title')
  const marked = title?.redlines.find((redline) => redline.language === language)
  if (marked) return marked.segments
  return [{ kind: 'same', words: wordsIn(after.title, language) || wordsIn(before.title, language) }]
}

function item({ presence, heading, number, words }: MarkedEntry, language: string, write: Reviser): string {
  const above =
    heading.length === 0 ? '' : write.paragraph('Heading2', onlyKind(heading), language, write.runs(heading, language))
  const term = words.find(({ field }) => field === 'term')
  const lines = term ? definitionLines(words) : words
  const paragraphs = lines.map((line, index) => {
    const mark = index === 0 && number.length > 0 ? [...number, tabOf(presence)] : []
    return write.paragraph(
      'Item',
      linePresence(presence, line),
      line.language,
      write.runs([...mark, ...line.segments], line.language),
    )
  })
  return above + paragraphs.join('')
}

/** `"Term" definition`, one line a language. */
function definitionLines(words: readonly Redline[]): Redline[] {
  const languages = [...new Set(words.map(({ language }) => language))]
  return languages.map((language) => {
    const own = words.filter((each) => each.language === language)
    const segments = own.flatMap(({ field, segments }) => (field === 'term' ? quoted(segments) : segments))
    return { field: 'definition', language, segments }
  })
}

function quoted(segments: readonly Segment[]): Segment[] {
  const kind = onlyKind(segments) === 'both' ? 'same' : (segments[0]?.kind ?? 'same')
  return [{ kind, words: '"' }, ...segments, { kind, words: '" ' }]
}

function tabOf(presence: MarkedEntry['presence']): Segment {
  return { kind: presence === 'both' ? 'same' : presence, words: '\t' }
}

/** A line of an entry that stays may itself come or go, as where a language is added. */
function linePresence(presence: MarkedEntry['presence'], { segments }: Redline): MarkedEntry['presence'] {
  return presence === 'both' && segments.length > 0 ? onlyKind(segments) : presence
}

function onlyKind(segments: readonly Segment[]): 'both' | 'deleted' | 'inserted' {
  const kinds = new Set(segments.map(({ kind }) => kind))
  const [kind] = kinds
  return kinds.size === 1 && kind !== undefined && kind !== 'same' ? kind : 'both'
}

function table(entries: readonly MarkedEntry[], language: string, write: Reviser): string {
  const widths = [2200, 2200, 4600]
  const grid = `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`
  const cell = (column: number, inner: string) =>
    `<w:tc><w:tcPr><w:tcW w:w="${widths[column] ?? 0}" w:type="dxa"/></w:tcPr>${inner === '' ? '<w:p/>' : inner}</w:tc>`
  const plain = (words: string) =>
    write.paragraph('Heading2', 'both', language, write.runs([{ kind: 'same', words }], language))
  const head = `<w:tr><w:trPr><w:tblHeader/></w:trPr>${['Type', 'Name', 'Description'].map((words, at) => cell(at, plain(words))).join('')}</w:tr>`
  const rows = entries.map((entry) => {
    const lines = (field: string) =>
      entry.words
        .filter((words) => words.field === field)
        .map((line) =>
          write.paragraph('Normal', entry.presence, line.language, write.runs(line.segments, line.language)),
        )
        .join('')
    const type =
      entry.heading.length === 0
        ? ''
        : write.paragraph('Normal', entry.presence, language, write.runs(entry.heading, language))
    const mark = entry.presence === 'both' ? '' : `<w:trPr>${write.mark(entry.presence)}</w:trPr>`
    return `<w:tr>${mark}${cell(0, type)}${cell(1, lines('name'))}${cell(2, lines('description'))}</w:tr>`
  })
  return `<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="9000" w:type="dxa"/></w:tblPr>${grid}${head}${rows.join('')}</w:tbl>`
}
