import { strToU8, zipSync } from 'fflate'
import type { Difference, Document, DocumentDifference, Redline, Segment } from '../../treaty/index.ts'
import { asSentence, headingOf } from '../differences/heading.ts'
import { isTable, type MarkedEntry, markedEntries } from '../differences/marked-document.ts'
import { otherDocumentsInWords } from '../differences/other-document.ts'
import { printOf } from '../documents/languages.ts'
import { type DocumentOptions, languageOf, wordsIn } from '../documents/layout.ts'
import { documentPart, fixedParts } from './package-parts.ts'
import { type Presence, type Reviser, type Revision, reviser } from './revisions.ts'
import { table } from './table.ts'

/**
 * A redline as a Word file with tracked changes: all accepted, it is the later text, all rejected the earlier one. The same input
 * gives the same bytes.
 */
export function diffDocx(difference: Difference, revision: Revision): Uint8Array {
  const write = reviser(revision)
  const { title, by } = headingOf(difference)
  const body = difference.documents.map((each) =>
    documentBody(each, write, otherDocumentsInWords([each]).map(asSentence)),
  )
  return packed([title, by].filter(Boolean).join(', '), revision.author, body.join(''))
}

/** A document as the Convention prints it, as a Word file, with lines under its title. */
export function documentDocx(document: Document, options: DocumentOptions = {}): Uint8Array {
  const { document: printed, language } = printOf(document, options)
  const unchanged = { document: printed.document, before: printed, after: printed, changes: [] }
  const author = 'treaty-annex'
  const body = documentBody(unchanged, reviser({ author }), options.heading)
  return packed(wordsIn(printed.title, language), author, body)
}

function packed(title: string, author: string, body: string): Uint8Array {
  // The file must not end in a paragraph that was inserted: its mark could not be rejected.
  const parts = { ...fixedParts(title, author), 'word/document.xml': documentPart(`${body}<w:p/>`) }
  const files = Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])
  // Without a zone, this is midnight wherever it is run; 1980 is the first year that a ZIP file can name.
  return zipSync(Object.fromEntries(files), { level: 9, mtime: '1980-01-01T00:00:00' })
}

function documentBody(difference: DocumentDifference, write: Reviser, under: readonly string[] = []): string {
  const language = languageOf(difference.after)
  const entries = markedEntries(difference, language)
  const title = titleSegments(difference, language)
  const heading = write.paragraph('Heading1', 'both', language, write.runs(title, language))
  const lines = under.map((words) =>
    write.paragraph('Edition', 'both', 'en', write.runs([{ kind: 'same', words }], 'en')),
  )
  return (
    heading +
    lines.join('') +
    (isTable(difference)
      ? table(entries, comesOrGoes(difference), language, write)
      : entries.map((entry) => item(entry, language, write)).join(''))
  )
}

/** A table's head comes with its first entry and goes with its last. */
function comesOrGoes({ before, after }: DocumentDifference): Presence {
  if (before.entries.length === 0) return 'inserted'
  return after.entries.length === 0 ? 'deleted' : 'both'
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
      term ? 'Definition' : 'Item',
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
