import { type Ranges, recordRange } from './ranges.ts'

/**
 * Returned for a text that is more than plain YAML, the part of YAML that canonical files are written in. It is not an error: the
 * yaml package then reads the text.
 */
export const NOT_PLAIN = Symbol('not plain YAML')

/** A value, or NOT_PLAIN. */
export type PlainValue<T> = T | typeof NOT_PLAIN

/** A text, and the offset from which one line of it is read. */
export interface InlineReader {
  readonly text: string
  at: number
  /** Where to record the offsets of values, if wanted. */
  readonly ranges?: Ranges
}

// A value ends with its line: no pattern takes a line feed.
const REST_IS_EMPTY = / *(?:\n|$| #)/y
/** For text with escapes. */
const DOUBLE_QUOTED = /"[^"\\\n]*(?:\\.[^"\\\n]*)*"/y
const SINGLE_QUOTED = /'[^'\n]*(?:''[^'\n]*)*'/y
const FLOW_KEY = / *([A-Za-z][\w-]{0,99}): +/y
const FLOW_PLAIN = /[^,[\]{}\n]+/y
const FLOW_NEXT = / *([,}\]]) */y
/** Deeper flow collections are left to the yaml package. */
const DEEPEST = 16

/** Reads the rest of a line as one value, a scalar or a flow collection, and moves to its end. A comment may follow it. */
export function readInline(reader: InlineReader): PlainValue<unknown> {
  const { text, at } = reader
  const first = text[at]
  if (first !== '"' && first !== "'" && first !== '{' && first !== '[') return readPlainScalar(reader)
  const value = readFlow(reader, 0)
  REST_IS_EMPTY.lastIndex = reader.at
  return value !== NOT_PLAIN && REST_IS_EMPTY.test(text) ? value : NOT_PLAIN
}

function readPlainScalar(reader: InlineReader): PlainValue<unknown> {
  const rest = reader.text.slice(reader.at, endOfLine(reader.text, reader.at))
  const comment = rest.indexOf(' #')
  const written = withoutTrailingSpaces(comment < 0 ? rest : rest.slice(0, comment))
  reader.at += written.length
  return plainScalar(written)
}

/** Reads one value of a flow collection and moves to its end. */
function readFlow(reader: InlineReader, depth: number): PlainValue<unknown> {
  const first = reader.text[reader.at]
  if (depth > DEEPEST) return NOT_PLAIN
  if (first === '"') return readDoubleQuoted(reader)
  if (first === "'") return take(reader, SINGLE_QUOTED)?.[0].slice(1, -1).replaceAll("''", "'") ?? NOT_PLAIN
  if (first === '{') return readFlowMapping(reader, depth)
  if (first === '[') return readFlowSequence(reader, depth)
  const text = take(reader, FLOW_PLAIN)?.[0] ?? ''
  const written = withoutTrailingSpaces(text)
  reader.at += written.length - text.length
  return text.includes(' #') ? NOT_PLAIN : plainScalar(written)
}

function readFlowMapping(reader: InlineReader, depth: number): PlainValue<object> {
  const mapping: Record<string, unknown> = {}
  reader.at += 1
  if (reader.text[reader.at] === '}') return afterBracket(reader, mapping)
  for (;;) {
    const key = take(reader, FLOW_KEY)?.[1]
    if (key === undefined || Object.hasOwn(mapping, key)) return NOT_PLAIN
    const value = readFlowMember(reader, depth, mapping, key)
    const next = take(reader, FLOW_NEXT)?.[1]
    if (value === NOT_PLAIN || next === undefined || next === ']') return NOT_PLAIN
    mapping[key] = value
    if (next === '}') return beforeSpaces(reader, mapping)
  }
}

function readFlowSequence(reader: InlineReader, depth: number): PlainValue<unknown[]> {
  const sequence: unknown[] = []
  reader.at += 1
  if (reader.text[reader.at] === ']') return afterBracket(reader, sequence)
  for (;;) {
    const value = readFlowMember(reader, depth, sequence, sequence.length)
    const next = take(reader, FLOW_NEXT)?.[1]
    if (value === NOT_PLAIN || next === undefined || next === '}') return NOT_PLAIN
    sequence.push(value)
    if (next === ']') return beforeSpaces(reader, sequence)
  }
}

function readFlowMember(reader: InlineReader, depth: number, holder: object, key: string | number) {
  const start = reader.at
  const value = readFlow(reader, depth + 1)
  if (reader.ranges !== undefined) recordRange(reader.ranges, holder, key, value, [start, reader.at])
  return value
}

function afterBracket<T>(reader: InlineReader, value: T): T {
  reader.at += 1
  return value
}

/** Moves back over the spaces taken after a closing bracket: a comment needs one before it. */
function beforeSpaces<T>(reader: InlineReader, value: T): T {
  while (reader.text[reader.at - 1] === ' ') reader.at -= 1
  return value
}

/** Matches the pattern at the current offset, and moves after the match. */
function take(reader: InlineReader, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = reader.at
  const found = pattern.exec(reader.text)
  if (found === null) return undefined
  reader.at = pattern.lastIndex
  return found
}

function readDoubleQuoted(reader: InlineReader): PlainValue<string> {
  const { text, at } = reader
  const end = text.indexOf('"', at + 1)
  const words = text.slice(at + 1, end < 0 ? at + 1 : end)
  if (end < 0 || words.includes('\\') || words.includes('\n')) return unescaped(take(reader, DOUBLE_QUOTED)?.[0])
  reader.at = end + 1
  return words
}

/** A JSON string means the same in YAML; escapes that only YAML has are left to the yaml package. */
function unescaped(text: string | undefined): PlainValue<string> {
  if (text === undefined) return NOT_PLAIN
  try {
    return String(JSON.parse(text))
  } catch {
    return NOT_PLAIN
  }
}

/** Matches most values: they are text, without further checks. */
const SIMPLE_WORDS = /^[A-Za-z(][^\t\r:]*$/
/** The length of the longest word that is not text (`false`). */
const LONGEST_NAME = 5
const WORDS = /^[\p{L}(]/u
const DAY = /^\d{4}-\d{2}-\d{2}$/
const WHOLE = /^\d{1,15}$/
const TRUE_OR_FALSE: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
])

/** Trims spaces at the end; in YAML no other white space is trimmed. */
function withoutTrailingSpaces(text: string): string {
  let end = text.length
  while (text.charCodeAt(end - 1) === 32) end -= 1
  return text.slice(0, end)
}

/** A plain scalar by the core schema, where it can be read in one way only. */
function plainScalar(value: string): PlainValue<string | number | boolean> {
  if (value.length > LONGEST_NAME && SIMPLE_WORDS.test(value)) return value
  if (value.includes(': ') || value.endsWith(':') || /[\t\r]/.test(value)) return NOT_PLAIN
  const truth = TRUE_OR_FALSE.get(value)
  if (truth !== undefined) return truth
  if (WORDS.test(value)) return /^(?:null|true|false)$/i.test(value) ? NOT_PLAIN : value
  if (DAY.test(value)) return value
  return WHOLE.test(value) ? Number(value) : NOT_PLAIN
}

/** Returns the offset of the line feed that ends the line, or the length of the text. */
export function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}
