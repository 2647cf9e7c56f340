import { eastAsianWidth } from 'get-east-asian-width'
import { safeForTerminal } from './escape.ts'

/** How a text is coloured: each function puts terminal codes around words, or returns them unchanged. */
export interface Colours {
  added: (words: string) => string
  removed: (words: string) => string
  changed: (words: string) => string
  strong: (words: string) => string
  faint: (words: string) => string
}

const plain = (words: string): string => words
const code =
  (on: string, off: string) =>
  (words: string): string =>
    words === '' ? '' : `\u001b[${on}m${words}\u001b[${off}m`

/** No colours: words stay unchanged. */
export const NO_COLOURS: Colours = { added: plain, removed: plain, changed: plain, strong: plain, faint: plain }

/** Red, green and others of the sixteen colours that each terminal defines. They only repeat what the marks already say. */
export const TERMINAL_COLOURS: Colours = {
  added: code('32', '39'),
  removed: code('31', '39'),
  changed: code('33', '39'),
  strong: code('1', '22'),
  faint: code('2', '22'),
}

/** How a table is laid out. */
export interface TableOptions {
  /** The column headings. */
  headings?: readonly string[]
  /** Columns of the terminal; if the table is wider, its last column is broken into lines. */
  width?: number
}

const NARROWEST_LAST_COLUMN = 24
const GAP = 2

/** Returns an aligned table for a terminal. Wide characters count two columns; control characters become visible. */
export function table(rows: readonly (readonly string[])[], options: TableOptions = {}): string {
  const { headings, width } = options
  const cells = (headings ? [headings, ...rows] : rows).map((row) => row.map(safeForTerminal))
  const widths = columnWidths(cells)
  const before = widths.slice(0, -1).reduce((sum, each) => sum + each + GAP, 0)
  const room = width === undefined ? Number.POSITIVE_INFINITY : Math.max(NARROWEST_LAST_COLUMN, width - before)
  const lines = cells.flatMap((row) => rowLines(row, widths, room))
  if (headings) lines.splice(1, 0, rule(widths, Math.min(room, widths.at(-1) ?? 0)))
  return lines.join('\n')
}

function columnWidths(rows: readonly (readonly string[])[]): number[] {
  const count = rows.reduce((most, row) => Math.max(most, row.length), 0)
  return Array.from({ length: count }, (_, column) =>
    rows.reduce((widest, row) => Math.max(widest, displayWidth(row[column] ?? '')), 0),
  )
}

function rowLines(row: readonly string[], widths: readonly number[], room: number): string[] {
  const last = widths.length - 1
  const head = row.slice(0, last).map((cell, column) => padEnd(cell, (widths[column] ?? 0) + GAP))
  const lines = wrap(row[last] ?? '', room)
  const indent = ' '.repeat(widths.slice(0, last).reduce((sum, each) => sum + each + GAP, 0))
  return lines.map((line, index) => `${index === 0 ? head.join('') || indent : indent}${line}`.trimEnd())
}

function rule(widths: readonly number[], last: number): string {
  return [...widths.slice(0, -1), last].map((width) => '─'.repeat(width)).join(' '.repeat(GAP))
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Counts the terminal columns that a text takes: wide characters and emoji take two, combining marks none. */
export function displayWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length
  let width = 0
  for (const { segment } of segmenter.segment(text)) width += graphemeWidth(segment)
  return width
}

function graphemeWidth(grapheme: string): number {
  if (/^(?:\p{Cc}|\p{Cf}|\p{M})+$/u.test(grapheme)) return 0
  if (/\p{Emoji_Presentation}|\p{Emoji}\ufe0f/u.test(grapheme)) return 2
  return eastAsianWidth(grapheme.codePointAt(0) ?? 0)
}

/** Pads a text with spaces to that many columns. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}

/** Breaks a text at spaces into lines of at most `width` columns; a longer word gets a line of its own. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && displayWidth(longer) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  lines.push(line)
  return lines
}
