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
  separator: Separator
}

type Separator = ',' | ';' | '\t'

const SPACES = { ',': /[ \t]*/y, ';': /[ \t]*/y, '\t': / */y }
const PLAIN = { ',': /[^,\n]*/y, ';': /[^;\n]*/y, '\t': /[^\t\n]*/y }

/** The line that a spreadsheet writes before the first row to name the separator. */
const SEPARATOR_LINE = /^"?sep=([,;\t])"?[ \t]*(?:\n|$)/i

/** Returns the separator, and where the first row begins. Without a line that names it, it is the one of which the first row has most. */
function separatorOf(text: string): { separator: Separator; start: number } {
  const [line = '', named] = SEPARATOR_LINE.exec(text) ?? []
  if (named === ',' || named === ';' || named === '\t') return { separator: named, start: line.length }
  const [first = ''] = text.trimStart().split('\n', 1)
  const plain = first.replaceAll(/"[^"]*"/g, '')
  const count = (separator: Separator) => plain.split(separator).length - 1
  const separators: Separator[] = [',', ';', '\t']
  return { separator: separators.reduce((most, each) => (count(each) > count(most) ? each : most)), start: 0 }
}

/**
 * Parses values separated by commas (RFC 4180), or by semicolons or tabs, as spreadsheets write them where numbers have decimal
 * commas. Quoted fields may contain separators, line ends and doubled quotation marks. White space around a field is removed. The
 * time is linear in the length of the text.
 * @param text with LF line ends
 */
export function readCsv(text: string): Csv {
  const { separator, start } = separatorOf(text)
  const reader: Reader = { text, at: start, line: start === 0 ? 1 : 2, start, separator }
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
  take(reader, SPACES[reader.separator])
  const start = { line: reader.line, column: reader.at - reader.start + 1 }
  if (reader.text[reader.at] !== '"') return { text: take(reader, PLAIN[reader.separator]).trimEnd(), ...start }
  const text = readQuoted(reader)
  if (text === undefined) return { ...start, message: 'Missing closing quotation mark in this field' }
  take(reader, SPACES[reader.separator])
  const end = reader.text[reader.at]
  if (end === undefined || end === reader.separator || end === '\n') return { text, ...start }
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
