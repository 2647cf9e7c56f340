import type { DataPath, Position } from '../../../treaty/index.ts'
import { FLOW_KEY, FLOW_NEXT, type Reader, readFlow, readInline, take, withoutSpacesBehind } from './inline.ts'
import { NOT_PLAIN } from './not-plain.ts'

/**
 * Where a scalar stands in the value that begins at a column of a line.
 * @param line the line's number, from 0
 */
export function locateInline(text: string, line: number, at: number, path: DataPath): Position | undefined {
  if (readInline(text, at) === NOT_PLAIN) return undefined
  const reader = { text, at }
  for (const step of path) if (!stepInto(reader, step)) return undefined
  const start = reader.at
  const first = text[start]
  if (first === '{' || first === '[' || first === undefined) return undefined
  const end = path.length === 0 && first !== '"' && first !== "'" ? endOfPlain(text, start) : endOfFlow(reader)
  return { line: line + 1, column: start + 1, endLine: line + 1, endColumn: end + 1 }
}

/** Goes to the value under a key, or at an index, of the flow collection that begins where the reader is. */
function stepInto(reader: Reader, step: string | number): boolean {
  const opening = reader.text[reader.at]
  if (opening !== '{' && opening !== '[') return false
  reader.at += 1
  if (/[\]}]/.test(reader.text[reader.at] ?? '')) return false
  for (let index = 0; ; index += 1) {
    const key = opening === '{' ? take(reader, FLOW_KEY)?.[1] : index
    if (key === undefined) return false
    if (String(key) === String(step)) return true
    if (readFlow(reader, 0) === NOT_PLAIN || take(reader, FLOW_NEXT)?.[1] !== ',') return false
  }
}

function endOfPlain(text: string, start: number): number {
  const comment = text.indexOf(' #', start)
  return withoutSpacesBehind(text.slice(0, comment < 0 ? text.length : comment)).length
}

function endOfFlow(reader: Reader): number {
  readFlow(reader, 0)
  return withoutSpacesBehind(reader.text.slice(0, reader.at)).length
}
