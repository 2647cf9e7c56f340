import { type Cursor, cursorAt, moveToNextLine } from './cursor.ts'
import { endOfLine, NOT_PLAIN, type PlainValue, readInline } from './inline.ts'
import { type Ranges, recordRange } from './ranges.ts'

const KEY = /([A-Za-z][\w-]{0,99}):(?: +|(?=\n)|$)/y
const DASH = /- +/y
/** In columns. Deeper collections are left to the yaml package, which reports those that are nested too deep. */
const DEEPEST_INDENT = 64

/**
 * Reads block mappings and sequences of one-line values: what canonical files consist of, and most files that people write.
 * The result is what the yaml package reads, in a fraction of the time; a property test compares the two.
 * @param ranges where to record the offsets of values, if wanted; those that only the yaml package knows are left out
 * @returns NOT_PLAIN for anything more (anchors, tags, folded text, a duplicate key …)
 */
export function readPlain(text: string, ranges?: Ranges): PlainValue<unknown> {
  const cursor = cursorAt(text, ranges)
  if (cursor.indent < 0) return NOT_PLAIN
  const value = readBlock(cursor)
  return cursor.isIndentedBySpaces && cursor.line === text.length ? value : NOT_PLAIN
}

function readBlock(cursor: Cursor): PlainValue<object> {
  if (cursor.indent > DEEPEST_INDENT) return NOT_PLAIN
  return beginsItem(cursor, cursor.indent) ? readSequence(cursor, cursor.indent) : readMapping(cursor, cursor.indent)
}

function beginsItem({ text, line }: Cursor, indent: number): boolean {
  return text.startsWith('- ', line + indent)
}

/** @param indent the column of its keys; the first key is on the current line, maybe after a dash */
function readMapping(cursor: Cursor, indent: number): PlainValue<object> {
  const start = cursor.line + indent
  const mapping: Record<string, unknown> = {}
  for (;;) {
    if (!readPair(cursor, indent, mapping)) return NOT_PLAIN
    if (cursor.indent < indent) return recorded(cursor, mapping, start)
    if (cursor.indent > indent || beginsItem(cursor, indent)) return NOT_PLAIN
  }
}

function readPair(cursor: Cursor, indent: number, into: Record<string, unknown>): boolean {
  const { text } = cursor
  KEY.lastIndex = cursor.line + indent
  const key = KEY.exec(text)?.[1]
  if (key === undefined || Object.hasOwn(into, key)) return false
  const at = KEY.lastIndex
  moveToNextLine(cursor)
  const value = isRestEmpty(text, at) ? readBelow(cursor, indent) : readValue(cursor, at, into, key)
  if (value === NOT_PLAIN) return false
  into[key] = value
  return true
}

/** Returns whether the rest of the line is empty or a comment. */
function isRestEmpty(text: string, at: number): boolean {
  return at === text.length || text[at] === '\n' || text[at] === '#'
}

/** The value of a key without a value on its line: what is indented below it, or a sequence right below, or null. */
function readBelow(cursor: Cursor, indent: number): PlainValue<unknown> {
  if (cursor.indent > indent) return readBlock(cursor)
  return cursor.indent === indent && beginsItem(cursor, indent) ? readSequence(cursor, indent) : null
}

function readSequence(cursor: Cursor, indent: number): PlainValue<unknown[]> {
  const start = cursor.line + indent
  const items: unknown[] = []
  for (;;) {
    if (cursor.indent > indent) return NOT_PLAIN
    if (cursor.indent < indent || !beginsItem(cursor, indent)) return recorded(cursor, items, start)
    const item = readItem(cursor, indent, items)
    if (item === NOT_PLAIN) return NOT_PLAIN
    items.push(item)
  }
}

function readItem(cursor: Cursor, indent: number, into: readonly unknown[]): PlainValue<unknown> {
  const { text } = cursor
  DASH.lastIndex = cursor.line + indent
  if (!DASH.test(text)) return NOT_PLAIN
  const at = DASH.lastIndex
  KEY.lastIndex = at
  if (KEY.test(text)) return readMapping(cursor, at - cursor.line)
  moveToNextLine(cursor)
  return at < text.length && !isRestEmpty(text, at) ? readValue(cursor, at, into, into.length) : NOT_PLAIN
}

/** Reads the value that begins at `at` and ends with its line. */
function readValue({ inline }: Cursor, at: number, holder: object, key: string | number): PlainValue<unknown> {
  inline.at = at
  const value = readInline(inline)
  if (inline.ranges !== undefined) recordRange(inline.ranges, holder, key, value, [at, inline.at])
  return value
}

/**
 * Records the first line of a collection: its offsets are those that a finding points to. Where all of it is on one line and
 * spaces or a comment follow, only the yaml package knows where it ends.
 */
function recorded<T extends object>({ text, inline, previousLine }: Cursor, collection: T, start: number): T {
  if (inline.ranges === undefined) return collection
  const end = endOfLine(text, start)
  if (previousLine > start || inline.at === end) inline.ranges.collections.set(collection, [start, end])
  return collection
}
