import type { Position } from '../../treaty/index.ts'
import { displayWidth } from '../characters/display-width.ts'
import { safeForTerminal } from '../escape/terminal.ts'

/** The text of files by path, for findings that are shown with their line. */
export type Sources = ReadonlyMap<string, string>

/** How much of a long line is shown, in UTF-16 code units, and how much of it before the place meant. */
const SHOWN = 100
const SHOWN_BEFORE = 30

/**
 * The line a finding points to and a caret below it, marked as far as it reaches on that line; both safe for a
 * terminal, the caret under the right column also behind wide characters.
 * @returns two lines without a line feed at the end, or undefined where the source has no such line
 */
export function excerpt(source: string, position: Position): string | undefined {
  return excerptOf(linesOf(source), position)
}

/** A file's lines, without a byte order mark. */
export function linesOf(source: string): string[] {
  return source.replace(/^\ufeff/, '').split(/\r?\n/)
}

/** The same of lines that were cut already: many findings may point into one long file. */
export function excerptOf(lines: readonly string[], position: Position): string | undefined {
  const line = lines[position.line - 1]
  if (line === undefined || position.column > line.length + 1) return undefined
  const start = position.column - 1
  const end = position.endLine === position.line ? Math.min(position.endColumn - 1, line.length) : line.length
  const from = line.length <= SHOWN ? 0 : Math.max(0, Math.min(start - SHOWN_BEFORE, line.length - SHOWN))
  const to = Math.min(line.length, from + SHOWN)
  const before = (from > 0 ? '…' : '') + safeForTerminal(line.slice(from, start))
  const meant = safeForTerminal(line.slice(start, Math.min(end, to)))
  const after = safeForTerminal(line.slice(Math.min(end, to), to)) + (to < line.length ? '…' : '')
  const gutter = ' '.repeat(String(position.line).length)
  const caret = `^${'~'.repeat(Math.max(0, displayWidth(meant) - 1))}`
  return `${position.line} | ${before}${meant}${after}\n${gutter} | ${' '.repeat(displayWidth(before))}${caret}`
}
