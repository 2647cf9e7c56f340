// Word files. This door is separate, so that the zip library is loaded only when a Word file is written.
import { strToU8, zipSync } from 'fflate'
import type { Difference, Document, DocumentDifference } from '../../../treaty/index.ts'
import { asSentence, headingOf } from '../../print/heading.ts'
import { printOf } from '../../print/languages.ts'
import { type DocumentOptions, languageOf, wordsIn } from '../../print/layout.ts'
import { isTable, type Line, type MarkedEntry, markedEntries, markedTitle } from '../../print/marked-document.ts'
import { otherDocumentsInWords } from '../../print/other-document.ts'
import { isDefinition, type PrintedLine, printedLines } from '../../print/printed-lines.ts'
import { documentPart, fixedParts } from './package-parts.ts'
import { type Reasons, reason } from './reason.ts'
import {
  linePresence,
  marksBeforeAnEnd,
  numberMark,
  onlyKind,
  type Presence,
  type Reviser,
  type Revision,
  reviser,
} from './revisions.ts'
import { ITEM_INDENT } from './styles.ts'
import { table } from './table.ts'

/**
 * A redline as a Word file with tracked changes: all accepted, it is the later text, all rejected the earlier one. The same input
 * gives the same bytes.
 */
export function diffDocx(difference: Difference, revision: Revision): Uint8Array {
  const write = reviser(revision)
  const { title, by } = headingOf(difference)
  const body = difference.documents.map((each) =>
    documentBody(each, write, { heading: otherDocumentsInWords([each]).map(asSentence) }),
  )
  return packed([title, by].filter(Boolean).join(', '), revision.author, body.join(''))
}

/** A document as the Convention prints it, as a Word file, with lines under its title, and why each entry stands there. */
export function documentDocx(document: Document, options: DocumentOptions = {}): Uint8Array {
  const { document: printed, language } = printOf(document, options)
  const unchanged = { document: printed.document, before: printed, after: printed, changes: [] }
  const author = 'treaty-annex'
  const body = documentBody(unchanged, reviser({ author }), options)
  return packed(wordsIn(printed.title, language), author, body)
}

function packed(title: string, author: string, body: string): Uint8Array {
  // The file must not end in a paragraph that was inserted: its mark could not be rejected.
  const parts = { ...fixedParts(title, author), 'word/document.xml': documentPart(`${body}<w:p/>`) }
  const files = Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])
  // Without a zone, this is midnight wherever it is run; 1980 is the first year that a ZIP file can name.
  return zipSync(Object.fromEntries(files), { level: 9, mtime: '1980-01-01T00:00:00' })
}

function documentBody(difference: DocumentDifference, write: Reviser, options: DocumentOptions = {}): string {
  const { heading = [], reasons = new Map() } = options
  const language = languageOf(difference.after)
  const entries = markedEntries(difference)
  const title = titleParagraphs(markedTitle(difference), isTable(difference), write)
  const lines = heading.map((words) =>
    write.paragraph('Edition', 'both', 'en', write.runs([{ kind: 'same', words }], 'en')),
  )
  const text = isTable(difference)
    ? table(entries, comesOrGoes(difference), language, write, reasons)
    : entries.map((entry) => item(entry, write, reasons)).join('')
  return title + lines.join('') + text
}

function titleParagraphs(lines: readonly Line[], beforeTable: boolean, write: Reviser): string {
  const marks = beforeTable ? marksBeforeAnEnd(lines) : lines.map(({ segments }) => onlyKind(segments))
  const paragraphs = lines.map(({ language, segments }, index) =>
    write.paragraph('Heading1', marks[index] ?? 'both', language, write.runs(segments, language)),
  )
  return paragraphs.join('')
}

function sectionParagraph({ language, segments }: Line, write: Reviser): string {
  return write.paragraph('Heading2', onlyKind(segments), language, write.runs(segments, language))
}

/** A table's head comes with its first entry and goes with its last. */
function comesOrGoes({ before, after }: DocumentDifference): Presence {
  if (before.entries.length === 0) return 'inserted'
  return after.entries.length === 0 ? 'deleted' : 'both'
}

function item(entry: MarkedEntry, write: Reviser, reasons: Reasons): string {
  const above = entry.heading.map((line) => sectionParagraph(line, write))
  const style = isDefinition(entry.words) ? 'Definition' : 'Item'
  const number = numberMark(entry.number, '\t')
  // Behind a number, all lines begin where the first one's words do.
  const behind = number.length > 0 && style === 'Item' ? ITEM_INDENT : undefined
  const lines = linesOf(entry)
  const marks = marksOf(entry, lines)
  const paragraphs = lines.map((line, index) => {
    const before = index === 0 ? write.runs(number, line.language) : ''
    const indent = index === 0 ? undefined : behind
    return write.paragraph(style, marks[index] ?? 'both', line.language, before + write.line(line), indent)
  })
  return above.join('') + paragraphs.join('') + reason(entry.id, reasons, write, behind)
}

/** The lines in which something is said; one, be it empty, where there is a number. */
function linesOf({ number, words }: MarkedEntry): PrintedLine[] {
  const lines = printedLines(words)
  return lines.length > 0 || number.length === 0 ? lines : [{ name: null, language: 'en', segments: [] }]
}

/** What becomes of the paragraph marks. A number whose lines all go, or all came, still needs one to stand in. */
function marksOf({ presence, number }: MarkedEntry, lines: readonly PrintedLine[]): Presence[] {
  if (presence !== 'both') return lines.map(() => presence)
  const isAlone = (gone: 'deleted' | 'inserted') =>
    number.some(({ kind }) => kind !== gone) && lines.every(({ segments }) => onlyKind(segments) === gone)
  if (isAlone('deleted') || isAlone('inserted')) return marksBeforeAnEnd(lines)
  return lines.map((line) => (line.segments.length === 0 ? onlyKind(number) : linePresence(presence, line)))
}
