import { endOfLine, type InlineReader } from './inline.ts'
import type { Ranges } from './ranges.ts'

const SPACE = 32
const TAB = 9
const LINE_FEED = 10
const HASH = 35

/** Where a reader is in a text: at a line with content (neither blank nor a comment only), or after the last one. */
export interface Cursor {
  readonly text: string
  /** Reads the values that end with their line. */
  readonly inline: InlineReader
  /** The offset of the line's first character; after the last line, the length of the text. */
  line: number
  /** The number of spaces at the start of the line; after the last line -1. */
  indent: number
  /** The offset of the line with content before this one. */
  previousLine: number
  /** Whether all lines so far are indented by spaces only. */
  isIndentedBySpaces: boolean
}

/** Returns a cursor at the first line with content. @param ranges where to record the offsets of values, if wanted */
export function cursorAt(text: string, ranges?: Ranges): Cursor {
  const inline: InlineReader = ranges === undefined ? { text, at: 0 } : { text, at: 0, ranges }
  const cursor = { text, inline, line: 0, indent: -1, previousLine: 0, isIndentedBySpaces: true }
  moveToContent(cursor, 0)
  return cursor
}

/** Moves to the next line with content. */
export function moveToNextLine(cursor: Cursor): void {
  cursor.previousLine = cursor.line
  moveToContent(cursor, endOfLine(cursor.text, cursor.line) + 1)
}

/** Moves to the first line with content at or after the offset `from`, at which a line begins. */
function moveToContent(cursor: Cursor, from: number): void {
  const { text } = cursor
  let line = from
  while (line < text.length) {
    let at = line
    while (text.charCodeAt(at) === SPACE) at += 1
    const first = text.charCodeAt(at)
    if (first === TAB) cursor.isIndentedBySpaces = false
    if (at < text.length && first !== LINE_FEED && first !== HASH) {
      cursor.line = line
      cursor.indent = at - line
      return
    }
    line = endOfLine(text, at) + 1
  }
  cursor.line = text.length
  cursor.indent = -1
}
