/** One field of a CSV file, with the line and column (from 1) of its text or its opening quotation mark. */
export interface Cell {
  text: string
  line: number
  column: number
}

/** The rows of a CSV file that are not empty, and the first syntax error. */
export interface Csv {
  rows: Cell[][]
  error?: { line: number; column: number; message: string }
}

/** A text, and how far it is read. */
interface Reader {
  text: string
  at: number
  line: number
  /** The offset of the current line. */
  start: number
}

const SPACES = /[ \t]*/y
const PLAIN = /[^,\n]*/y

/**
 * Parses comma-separated values (RFC 4180): quoted fields may contain commas, line ends and doubled quotation marks. White
 * space around a field is removed. The time is linear in the length of the text.
 * @param text with LF line ends
 */
export function readCsv(text: string): Csv {
  const reader: Reader = { text, at: 0, line: 1, start: 0 }
  const rows: Cell[][] = [[]]
  for (;;) {
    const field = readField(reader)
    if ('message' in field) return { rows: notEmpty(rows), error: field }
    rows.at(-1)?.push(field)
    const end = text[reader.at]
    if (end === undefined) return { rows: notEmpty(rows) }
    reader.at += 1
    if (end !== '\n') continue
    rows.push([])
    toNextLine(reader, reader.at)
  }
}

function notEmpty(rows: readonly Cell[][]): Cell[][] {
  return rows.filter((row) => row.some((cell) => cell.text !== ''))
}

function readField(reader: Reader): Cell | NonNullable<Csv['error']> {
  take(reader, SPACES)
  const start = { line: reader.line, column: reader.at - reader.start + 1 }
  if (reader.text[reader.at] !== '"') return { text: take(reader, PLAIN).trimEnd(), ...start }
  const text = readQuoted(reader)
  if (text === undefined) return { ...start, message: 'Missing closing quotation mark in this field' }
  take(reader, SPACES)
  const end = reader.text[reader.at]
  if (end === undefined || end === ',' || end === '\n') return { text, ...start }
  return { ...start, message: 'Unexpected text after the closing quotation mark of this field' }
}

/** Returns the text between quotation marks; undefined if the second is missing. */
function readQuoted(reader: Reader): string | undefined {
  const first = reader.at + 1
  let end = reader.text.indexOf('"', first)
  while (end >= 0 && reader.text[end + 1] === '"') end = reader.text.indexOf('"', end + 2)
  if (end < 0) return undefined
  for (let at = reader.text.indexOf('\n', first); at >= 0 && at < end; at = reader.text.indexOf('\n', at + 1)) {
    toNextLine(reader, at + 1)
  }
  reader.at = end + 1
  return reader.text.slice(first, end).replaceAll('""', '"')
}

function toNextLine(reader: Reader, start: number): void {
  reader.line += 1
  reader.start = start
}

function take(reader: Reader, pattern: RegExp): string {
  pattern.lastIndex = reader.at
  const taken = pattern.exec(reader.text)?.[0] ?? ''
  reader.at += taken.length
  return taken
}
