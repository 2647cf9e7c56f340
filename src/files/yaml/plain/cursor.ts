const SPACE = 32
const TAB = 9
const LINE_FEED = 10
const HASH = 35

/** Where a reader is in a text: at a line that says something (neither blank nor a comment), or behind the last one. */
export interface Cursor {
  readonly text: string
  /** The offset of the line's first character; behind the last line the text's length. */
  line: number
  /** How many spaces the line begins with; behind the last line -1. */
  indent: number
  /** Whether all lines passed are indented by spaces alone. */
  plain: boolean
}

/** A cursor at the first line of a text that says something. */
export function cursorAt(text: string): Cursor {
  const cursor = { text, line: 0, indent: -1, plain: true }
  goOn(cursor, 0)
  return cursor
}

/** Goes to the first line that says something at or behind the offset `from`, where a line begins. */
export function goOn(cursor: Cursor, from: number): void {
  const { text } = cursor
  let line = from
  while (line < text.length) {
    let at = line
    while (text.charCodeAt(at) === SPACE) at += 1
    const first = text.charCodeAt(at)
    if (first === TAB) cursor.plain = false
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

/** Goes to the next line that says something. */
export function goToNext(cursor: Cursor): void {
  goOn(cursor, endOfLine(cursor.text, cursor.line) + 1)
}

/** The offset of the line feed that ends the line, or the text's length. */
export function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}
