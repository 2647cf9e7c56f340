import { safeLines } from './terminal.ts'

/**
 * One cell of a CSV file (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe in front, so that it is
 * read as words (OWASP, CSV Injection); a spreadsheet for East Asian scripts takes full-width marks as well. Control characters, line feeds excepted, become visible.
 */
export function csvCell(words: string): string {
  const visible = safeLines(words)
  const defused = /^\s*[=+\-@|%＝＋－＠｜％]/u.test(words) ? `'${visible}` : visible
  return /[",\r\n]|^\s|\s$/.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused
}

/** A CSV file: its rows, each ended by CR LF. */
export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
}
