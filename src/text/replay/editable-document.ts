import type { Document, Entry, Section, Slug, Words } from '../../treaty/index.ts'
import { positionsById } from '../diff/match-entries.ts'

/**
 * One line of a manuscript. A line struck out keeps its place, so that what was to stand behind it still finds where that is.
 */
export interface Line {
  id: Slug
  entry: Entry
  struck: boolean
  previous: Line | null
  next: Line | null
  /** Which amendment wrote it, counted from 1, and behind which line; absent: it is of the original. */
  addedBy?: number
  addedBehind?: Line
  /** The amendment that last gave it a number; absent: it has its number from the original. */
  numberedBy?: number
}

/**
 * A document being amended: its entries as a linked list with a map to find them by, so that an amendment costs what it
 * changes and not what the document holds. Entries are replaced, never altered: the document it came from stays as it was.
 */
export interface Manuscript {
  document: Slug
  title: Words
  note: Document['note']
  sections: Section[] | undefined
  /** Stands before the first entry; holds none. */
  top: Line
  lines: Map<Slug, Line>
  /** What an entry that was renamed is called now, by its earlier ids. */
  renamed: Map<Slug, Slug>
  /** The lines to which amendments gave a number, by section and number. */
  numbered: Map<string, Line>
  /** Lines that lost their number to another while an amendment is taken. */
  displaced: Line[]
  /** How many amendments it has taken. */
  taken: number
}

/** Opens a document for amendment. @throws AnnexError `invalid` where it holds an id twice */
export function openManuscript(document: Document): Manuscript {
  const top: Line = { id: '', entry: { id: '', text: {} }, struck: true, previous: null, next: null }
  const lines = new Map<Slug, Line>()
  let previous = top
  positionsById(document)
  for (const entry of document.entries) {
    const { id } = entry
    const line: Line = { id, entry, struck: false, previous, next: null }
    previous.next = line
    previous = line
    lines.set(id, line)
  }
  const { title, note, sections } = document
  const none = { renamed: new Map(), numbered: new Map(), displaced: [], taken: 0 }
  return { document: document.document, title, note, sections, top, lines, ...none }
}

/** The document as it now reads. */
export function documentOf(manuscript: Manuscript): Document {
  const entries: Entry[] = []
  for (let line = manuscript.top.next; line; line = line.next) if (!line.struck) entries.push(line.entry)
  const { document, title, note, sections } = manuscript
  return {
    document,
    title,
    ...(note === undefined ? {} : { note }),
    ...(sections === undefined ? {} : { sections }),
    entries,
  }
}

/** The line that has this id or had it before it was renamed; struck out or not. */
export function lineOf(manuscript: Manuscript, id: Slug): Line | undefined {
  const line = manuscript.lines.get(id)
  if (line) return line
  const now = manuscript.renamed.get(id)
  return now === undefined || now === id ? undefined : lineOf(manuscript, now)
}

/** The line that has this id, unless it is struck out. */
export function standingLine(manuscript: Manuscript, id: Slug): Line | undefined {
  const line = lineOf(manuscript, id)
  return line?.struck ? undefined : line
}

/** Puts a line behind another. */
export function insertLine(line: Line, behind: Line): void {
  line.previous = behind
  line.next = behind.next
  if (behind.next) behind.next.previous = line
  behind.next = line
}

/** Takes a line out of its place. */
export function liftLine(line: Line): void {
  if (line.previous) line.previous.next = line.next
  if (line.next) line.next.previous = line.previous
}
