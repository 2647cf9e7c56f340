// Word files. This door is separate, so that the zip library is loaded only when a Word file is written.

import { strToU8, zipSync } from 'fflate'
import type { Difference, Document } from '../../../treaty/index.ts'
import { type DocumentOptions, wordsIn } from '../../print/layout.ts'
import { printOf, printOfDifference } from '../../print/print.ts'
import { asSentence, headingOf, otherDocumentsInWords } from '../../print/summary.ts'
import type { Item, Line, Presence, Print } from '../../print/tree.ts'
import { itemLines, type ParagraphLine, reasonParagraph } from './lines.ts'
import { documentPart, fixedParts, ITEM_INDENT } from './package-parts.ts'
import {
  linePresence,
  marksBeforeAnEnd,
  numberMark,
  onlyKind,
  type Reviser,
  type Revision,
  reviser,
} from './revisions.ts'
import { table } from './table.ts'

/**
 * Returns a redline as a Word file with tracked changes: with all of them accepted it is the later text, with all rejected the
 * earlier one. The same input gives the same bytes.
 */
export function diffDocx(difference: Difference, revision: Revision): Uint8Array {
  const write = reviser(revision)
  const { title, by } = headingOf(difference)
  const body = difference.documents.map((each) => {
    const heading = otherDocumentsInWords([each]).map(asSentence)
    return bodyOf({ ...printOfDifference(each), heading }, write)
  })
  return packed([title, by].filter(Boolean).join(', '), revision.author, body.join(''))
}

/** Returns a document as the Convention prints it, as a Word file. */
export function documentDocx(document: Document, options: DocumentOptions = {}): Uint8Array {
  const print = printOf(document, options)
  const author = 'treaty-annex'
  return packed(wordsIn(document.title, print.language), author, bodyOf(print, reviser({ author })))
}

function packed(title: string, author: string, body: string): Uint8Array {
  // The file must not end with an inserted paragraph: Word could not reject its paragraph mark.
  const parts = { ...fixedParts(title, author), 'word/document.xml': documentPart(`${body}<w:p/>`) }
  const files = Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])
  // A time without a zone is the same in every zone; 1980 is the first year that a ZIP file can hold.
  return zipSync(Object.fromEntries(files), { level: 9, mtime: '1980-01-01T00:00:00' })
}

/** Returns the paragraphs and tables of a document, with the lines under its title and the reason of each entry. */
function bodyOf(print: Print, write: Reviser): string {
  const isTable = print.layout === 'table'
  const title = titleParagraphs(print.title, isTable, write)
  const lines = print.heading.map((words) =>
    write.paragraph('Edition', 'both', 'en', write.runs([{ kind: 'same', words }], 'en')),
  )
  const text = isTable ? table(print, write) : print.items.map((item) => itemParagraphs(item, print, write)).join('')
  return title + lines.join('') + text
}

function titleParagraphs(lines: readonly Line[], isBeforeTable: boolean, write: Reviser): string {
  const marks = isBeforeTable ? marksBeforeAnEnd(lines) : lines.map(({ segments }) => onlyKind(segments))
  const paragraphs = lines.map(({ language, segments }, index) =>
    write.paragraph('Heading1', marks[index] ?? 'both', language, write.runs(segments, language)),
  )
  return paragraphs.join('')
}

function sectionParagraph({ language, segments }: Line, write: Reviser): string {
  return write.paragraph('Heading2', onlyKind(segments), language, write.runs(segments, language))
}

function itemParagraphs(item: Item, print: Print, write: Reviser): string {
  const above = item.heading.map((line) => sectionParagraph(line, write))
  const isDefinition = item.fields.some(({ name }) => name === 'term' || name === 'definition')
  const style = isDefinition ? 'Definition' : 'Item'
  const number = numberMark(item.number, '\t')
  // After a number, all lines begin where the words of the first line do.
  const hanging = number.length > 0 && style === 'Item' ? ITEM_INDENT : undefined
  const lines = itemLines(item, print)
  const marks = marksOf(item, lines)
  const paragraphs = lines.map((line, index) => {
    const before = index === 0 ? write.runs(number, line.language) : ''
    const indent = index === 0 ? undefined : hanging
    return write.paragraph(style, marks[index] ?? 'both', line.language, before + write.line(line), indent)
  })
  return above.join('') + paragraphs.join('') + reasonParagraph(item, write, hanging)
}

/** Returns what happens to the paragraph marks. If all lines were deleted or inserted, the number still needs a paragraph. */
function marksOf({ presence, number }: Item, lines: readonly ParagraphLine[]): Presence[] {
  if (presence !== 'both') return lines.map(() => presence)
  const isAlone = (gone: 'deleted' | 'inserted') =>
    number.some(({ kind }) => kind !== gone) && lines.every(({ segments }) => onlyKind(segments) === gone)
  if (isAlone('deleted') || isAlone('inserted')) return marksBeforeAnEnd(lines)
  return lines.map((line) => (line.segments.length === 0 ? onlyKind(number) : linePresence(presence, line)))
}
