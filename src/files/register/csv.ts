/** One field of a CSV file, with the line and column (from 1) where its words or its opening quote stand. */
export interface Cell {
  text: string
  line: number
  column: number
}

/** The rows of a CSV file that hold anything; and where it stops being one, if it does. */
export interface Csv {
  rows: Cell[][]
  trouble?: { line: number; column: number; says: string }
}

/** Text that is read once from its beginning to its end. */
interface Reader {
  text: string
  at: number
  line: number
  /** Where the line being read begins. */
  start: number
}

const SPACES = /[ \t]*/y
const PLAIN = /[^,\n]*/y

/**
 * Reads comma-separated values (RFC 4180): fields in double quotes may hold commas, line ends and doubled quotes. White
 * space around a field goes. Takes time in proportion to the text's length, whatever is in it.
 * @param text with LF line ends
 */
export function readCsv(text: string): Csv {
  const reader: Reader = { text, at: 0, line: 1, start: 0 }
  const rows: Cell[][] = [[]]
  for (;;) {
    const field = readField(reader)
    if ('says' in field) return { rows: written(rows), trouble: field }
    rows.at(-1)?.push(field)
    const end = text[reader.at]
    if (end === undefined) return { rows: written(rows) }
    reader.at += 1
    if (end !== '\n') continue
    rows.push([])
    toNextLine(reader, reader.at)
  }
}

function written(rows: readonly Cell[][]): Cell[][] {
  return rows.filter((row) => row.some((cell) => cell.text !== ''))
}

function readField(reader: Reader): Cell | NonNullable<Csv['trouble']> {
  take(reader, SPACES)
  const place = { line: reader.line, column: reader.at - reader.start + 1 }
  if (reader.text[reader.at] !== '"') return { text: take(reader, PLAIN).trimEnd(), ...place }
  const text = readQuoted(reader)
  if (text === undefined) return { ...place, says: 'The quotation mark that opens this field is never closed' }
  take(reader, SPACES)
  const end = reader.text[reader.at]
  if (end === undefined || end === ',' || end === '\n') return { text, ...place }
  return { ...place, says: 'Behind the closing quotation mark of this field stand more words' }
}

/** The words between quotation marks; undefined where the second is missing. */
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
