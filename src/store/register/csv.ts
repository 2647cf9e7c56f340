/** One field of a CSV file, with the line and column (from 1) where it begins. */
export interface Cell {
  text: string
  line: number
  column: number
}

/**
 * Reads comma-separated values (RFC 4180): fields in double quotes may hold commas, line ends and doubled quotes. Lines
 * that hold nothing are passed over; white space around a field goes.
 */
export function readCsv(text: string): Cell[][] {
  const rows: Cell[][] = [[]]
  let line = 1
  let start = 0
  for (const match of text.replace(/^\ufeff/, '').matchAll(FIELD)) {
    const [whole, quoted, plain = '', end = ''] = match
    const field = quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"')
    rows.at(-1)?.push({ text: field, line, column: match.index - start + 1 })
    const breaks = whole.match(/\r\n|\n|\r/g)?.length ?? 0
    line += breaks
    if (breaks > 0) start = match.index + whole.length
    if (end !== ',') rows.push([])
  }
  return rows.filter((row) => row.some((cell) => cell.text !== ''))
}

/** A field, quoted or plain, and what ends it: a comma, a line end, or the end of the text. */
const FIELD = /(?:[ \t]*"((?:[^"]|"")*)"[ \t]*|([^,\r\n]*))(,|\r\n|\n|\r|$)/g
