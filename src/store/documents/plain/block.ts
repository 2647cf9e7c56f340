import { readInline } from './inline.ts'
import { NOT_PLAIN, type Plainly } from './not-plain.ts'

/** One line that says something: where its words begin, and the whole of it. */
interface Line {
  indent: number
  text: string
}

/** Lines being read, from `at` on. */
interface Lines {
  lines: readonly Line[]
  at: number
}

const KEY = /([A-Za-z][\w-]*):(?: +|$)/y
const DASH = /- +/y

/**
 * Reads block mappings and sequences of one-line values: what canonical files hold, and most files that people write.
 * Whatever is beyond that (anchors, tags, folded text, a key twice …) is NOT_PLAIN. What is read is what the yaml
 * package would read, many times faster; a property test holds the two together.
 */
export function readPlainly(text: string): Plainly<unknown> {
  const lines = linesOf(text)
  if (lines === NOT_PLAIN) return NOT_PLAIN
  const reader = { lines, at: 0 }
  const first = lines[0]
  if (first === undefined) return NOT_PLAIN
  const value = readBlock(reader, first.indent)
  return reader.at === lines.length ? value : NOT_PLAIN
}

function linesOf(text: string): Plainly<Line[]> {
  const lines: Line[] = []
  for (const line of text.split('\n')) {
    let indent = 0
    while (line.charCodeAt(indent) === 32) indent += 1
    const first = line[indent]
    if (first === '\t') return NOT_PLAIN
    if (first !== undefined && first !== '#') lines.push({ indent, text: line })
  }
  return lines
}

function readBlock(reader: Lines, indent: number): Plainly<unknown> {
  const line = reader.lines[reader.at]
  return line?.text.startsWith('- ', indent) ? readSequence(reader, indent) : readMapping(reader, indent)
}

/** @param indent the column of its keys; the first stands there on the line being read, maybe behind a dash */
function readMapping(reader: Lines, indent: number): Plainly<object> {
  const mapping: Record<string, unknown> = {}
  for (;;) {
    if (!readPair(reader, indent, mapping)) return NOT_PLAIN
    const next = reader.lines[reader.at]
    if (next === undefined || next.indent < indent) return mapping
    if (next.indent > indent || next.text.startsWith('- ', indent)) return NOT_PLAIN
  }
}

function readPair(reader: Lines, indent: number, into: Record<string, unknown>): boolean {
  const text = reader.lines[reader.at]?.text ?? ''
  KEY.lastIndex = indent
  const key = KEY.exec(text)?.[1]
  if (key === undefined || Object.hasOwn(into, key)) return false
  const at = KEY.lastIndex
  reader.at += 1
  const below = at === text.length || text[at] === '#'
  const value = below ? readBelow(reader, indent) : readInline(text, at)
  if (value === NOT_PLAIN) return false
  into[key] = value
  return true
}

/** The value of a key that stands alone on its line: what is indented below it, or a sequence right below, or null. */
function readBelow(reader: Lines, indent: number): Plainly<unknown> {
  const next = reader.lines[reader.at]
  if (next === undefined || next.indent < indent) return null
  if (next.indent > indent) return readBlock(reader, next.indent)
  return next.text.startsWith('- ', indent) ? readSequence(reader, indent) : null
}

function readSequence(reader: Lines, indent: number): Plainly<unknown[]> {
  const items: unknown[] = []
  for (;;) {
    const line = reader.lines[reader.at]
    if (line === undefined || line.indent < indent) return items
    if (line.indent > indent) return NOT_PLAIN
    if (!line.text.startsWith('- ', indent)) return items
    const item = readItem(reader, line, indent)
    if (item === NOT_PLAIN) return NOT_PLAIN
    items.push(item)
  }
}

function readItem(reader: Lines, { text }: Line, indent: number): Plainly<unknown> {
  DASH.lastIndex = indent
  if (!DASH.test(text)) return NOT_PLAIN
  const at = DASH.lastIndex
  KEY.lastIndex = at
  if (KEY.test(text)) return readMapping(reader, at)
  reader.at += 1
  return at < text.length && text[at] !== '#' ? readInline(text, at) : NOT_PLAIN
}
