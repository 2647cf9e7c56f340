import { endOfLine } from './cursor.ts'
import { NOT_PLAIN, type Plainly } from './not-plain.ts'

/** A text, one line of which is being read from `at` on. */
export interface Reader {
  text: string
  at: number
}

// A value ends with its line: no pattern takes a line feed.
const NOTHING_MORE = / *(?:\n|$| #)/y
/** For words with escapes in them. */
const DOUBLE_QUOTED = /"[^"\\\n]*(?:\\.[^"\\\n]*)*"/y
const SINGLE_QUOTED = /'[^'\n]*(?:''[^'\n]*)*'/y
export const FLOW_KEY = / *([A-Za-z][\w-]{0,99}): +/y
const FLOW_PLAIN = /[^,[\]{}\n]+/y
export const FLOW_NEXT = / *([,}\]]) */y
/** Deeper flow collections are left to the reader that counts nesting. */
const DEEPEST = 16

/** Reads the rest of a line as one value: a scalar or a flow collection, with a comment behind it or not. */
export function readInline(text: string, at: number): Plainly<unknown> {
  const first = text[at]
  if (first !== '"' && first !== "'" && first !== '{' && first !== '[')
    return plainScalar(withoutComment(text.slice(at, endOfLine(text, at))))
  const reader = { text, at }
  const value = readFlow(reader, 0)
  return value !== NOT_PLAIN && take(reader, NOTHING_MORE) !== undefined ? value : NOT_PLAIN
}

function withoutComment(text: string): string {
  const comment = text.indexOf(' #')
  return comment < 0 ? text : text.slice(0, comment)
}

/** Reads one value of a flow collection, from where the reader is; it then stands behind it. */
export function readFlow(reader: Reader, depth: number): Plainly<unknown> {
  const first = reader.text[reader.at]
  if (depth > DEEPEST) return NOT_PLAIN
  if (first === '"') return readDoubleQuoted(reader)
  if (first === "'") return take(reader, SINGLE_QUOTED)?.[0].slice(1, -1).replaceAll("''", "'") ?? NOT_PLAIN
  if (first === '{') return readFlowMapping(reader, depth)
  if (first === '[') return readFlowSequence(reader, depth)
  const text = take(reader, FLOW_PLAIN)?.[0] ?? ''
  return text.includes(' #') ? NOT_PLAIN : plainScalar(text)
}

function readFlowMapping(reader: Reader, depth: number): Plainly<object> {
  const mapping: Record<string, unknown> = {}
  reader.at += 1
  if (reader.text[reader.at] === '}') return step(reader, mapping)
  for (;;) {
    const key = take(reader, FLOW_KEY)?.[1]
    if (key === undefined || Object.hasOwn(mapping, key)) return NOT_PLAIN
    const value = readFlow(reader, depth + 1)
    const next = take(reader, FLOW_NEXT)?.[1]
    if (value === NOT_PLAIN || next === undefined || next === ']') return NOT_PLAIN
    mapping[key] = value
    if (next === '}') return back(reader, mapping)
  }
}

function readFlowSequence(reader: Reader, depth: number): Plainly<unknown[]> {
  const sequence: unknown[] = []
  reader.at += 1
  if (reader.text[reader.at] === ']') return step(reader, sequence)
  for (;;) {
    const value = readFlow(reader, depth + 1)
    const next = take(reader, FLOW_NEXT)?.[1]
    if (value === NOT_PLAIN || next === undefined || next === '}') return NOT_PLAIN
    sequence.push(value)
    if (next === ']') return back(reader, sequence)
  }
}

function step<T>(reader: Reader, value: T): T {
  reader.at += 1
  return value
}

/** The spaces taken behind a closing bracket are given back: a comment needs one before it. */
function back<T>(reader: Reader, value: T): T {
  while (reader.text[reader.at - 1] === ' ') reader.at -= 1
  return value
}

/** Takes what the pattern finds right here, and goes behind it. */
export function take(reader: Reader, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = reader.at
  const found = pattern.exec(reader.text)
  if (found === null) return undefined
  reader.at = pattern.lastIndex
  return found
}

function readDoubleQuoted(reader: Reader): Plainly<string> {
  const { text, at } = reader
  const end = text.indexOf('"', at + 1)
  const words = text.slice(at + 1, end < 0 ? at + 1 : end)
  if (end < 0 || words.includes('\\') || words.includes('\n')) return unescaped(take(reader, DOUBLE_QUOTED)?.[0])
  reader.at = end + 1
  return words
}

/** A JSON string means the same in YAML; the escapes that only YAML has are left to its reader. */
function unescaped(text: string | undefined): Plainly<string> {
  if (text === undefined) return NOT_PLAIN
  try {
    return String(JSON.parse(text))
  } catch {
    return NOT_PLAIN
  }
}

/** Most values: one look tells that they are words. */
const SIMPLE_WORDS = /^[A-Za-z(][^\t\r:]*$/
/** No name of another value (`false`, `null` …) is longer. */
const LONGEST_NAME = 5
const WORDS = /^[\p{L}(]/u
const DAY = /^\d{4}-\d{2}-\d{2}$/
const WHOLE = /^\d{1,15}$/
const TRUE_OR_FALSE: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
])

/** The text without the spaces at its end; no other white space is YAML's. */
export function withoutSpacesBehind(text: string): string {
  let end = text.length
  while (text.charCodeAt(end - 1) === 32) end -= 1
  return text.slice(0, end)
}

/** A plain scalar by the core schema, where that is beyond doubt. */
function plainScalar(text: string): Plainly<string | number | boolean> {
  const value = withoutSpacesBehind(text)
  if (value.length > LONGEST_NAME && SIMPLE_WORDS.test(value)) return value
  if (value.includes(': ') || value.endsWith(':') || /[\t\r]/.test(value)) return NOT_PLAIN
  const truth = TRUE_OR_FALSE.get(value)
  if (truth !== undefined) return truth
  if (WORDS.test(value)) return /^(?:null|true|false)$/i.test(value) ? NOT_PLAIN : value
  if (DAY.test(value)) return value
  return WHOLE.test(value) ? Number(value) : NOT_PLAIN
}
