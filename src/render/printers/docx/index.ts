// Word files. This door is separate, so that the zip library is loaded only when a Word file is written.
import { strToU8, zipSync } from 'fflate'
import type { Difference, Document } from '../../../treaty/index.ts'
import { type DocumentOptions, wordsIn } from '../../print/layout.ts'
import { printOf, printOfDifference } from '../../print/print.ts'
import { asSentence, headingOf, otherDocumentsInWords } from '../../print/summary.ts'
import { bodyOf } from './body.ts'
import { documentPart, fixedParts } from './package-parts.ts'
import { type Revision, reviser } from './revisions.ts'

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
