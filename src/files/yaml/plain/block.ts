import { type Cursor, cursorAt, goToNext } from './cursor.ts'
import { readInline } from './inline.ts'
import { NOT_PLAIN, type Plainly } from './not-plain.ts'

const KEY = /([A-Za-z][\w-]{0,99}):(?: +|(?=\n)|$)/y
const DASH = /- +/y

/**
 * Reads block mappings and sequences of one-line values: what canonical files hold, and most files that people write.
 * Whatever is beyond that (anchors, tags, folded text, a key twice …) is NOT_PLAIN. What is read is what the yaml
 * package would read, many times faster; a property test holds the two together.
 */
export function readPlainly(text: string): Plainly<unknown> {
  const reader = cursorAt(text)
  if (reader.indent < 0) return NOT_PLAIN
  const value = readBlock(reader)
  return reader.plain && reader.line === text.length ? value : NOT_PLAIN
}

function readBlock(reader: Cursor): Plainly<unknown> {
  return beginsItem(reader, reader.indent) ? readSequence(reader, reader.indent) : readMapping(reader, reader.indent)
}

function beginsItem({ text, line }: Cursor, indent: number): boolean {
  return text.startsWith('- ', line + indent)
}

/** @param indent the column of its keys; the first stands there on the line being read, maybe behind a dash */
function readMapping(reader: Cursor, indent: number): Plainly<object> {
  const mapping: Record<string, unknown> = {}
  for (;;) {
    if (!readPair(reader, indent, mapping)) return NOT_PLAIN
    if (reader.indent < indent) return mapping
    if (reader.indent > indent || beginsItem(reader, indent)) return NOT_PLAIN
  }
}

function readPair(reader: Cursor, indent: number, into: Record<string, unknown>): boolean {
  const { text } = reader
  KEY.lastIndex = reader.line + indent
  const key = KEY.exec(text)?.[1]
  if (key === undefined || Object.hasOwn(into, key)) return false
  const at = KEY.lastIndex
  goToNext(reader)
  const value = saysNothing(text, at) ? readBelow(reader, indent) : readInline(text, at)
  if (value === NOT_PLAIN) return false
  into[key] = value
  return true
}

/** Whether the line ends at `at`, or in a comment. */
function saysNothing(text: string, at: number): boolean {
  return at === text.length || text[at] === '\n' || text[at] === '#'
}

/** The value of a key that stands alone on its line: what is indented below it, or a sequence right below, or null. */
function readBelow(reader: Cursor, indent: number): Plainly<unknown> {
  if (reader.indent > indent) return readBlock(reader)
  return reader.indent === indent && beginsItem(reader, indent) ? readSequence(reader, indent) : null
}

function readSequence(reader: Cursor, indent: number): Plainly<unknown[]> {
  const items: unknown[] = []
  for (;;) {
    if (reader.indent < indent) return items
    if (reader.indent > indent) return NOT_PLAIN
    if (!beginsItem(reader, indent)) return items
    const item = readItem(reader, indent)
    if (item === NOT_PLAIN) return NOT_PLAIN
    items.push(item)
  }
}

function readItem(reader: Cursor, indent: number): Plainly<unknown> {
  const { text } = reader
  DASH.lastIndex = reader.line + indent
  if (!DASH.test(text)) return NOT_PLAIN
  const at = DASH.lastIndex
  KEY.lastIndex = at
  if (KEY.test(text)) return readMapping(reader, at - reader.line)
  goToNext(reader)
  return at < text.length && !saysNothing(text, at) ? readInline(text, at) : NOT_PLAIN
}
