import {
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml'
import type { DataPath, Position, Span } from '../../treaty/index.ts'
import { spanInBlock } from './block-scalars.ts'

/** Returns the start of each line. (The parser's own counter lacks the lines after an unexpected closing bracket.) */
export function linesOf(text: string): LineCounter {
  const lines = new LineCounter()
  for (let start = 0; start >= 0; start = text.indexOf('\n', start) + 1 || -1) lines.addNewLine(start)
  return lines
}

/** Returns the position of the text between two offsets in UTF-16 code units. */
export function positionAt(lines: LineCounter, start: number, end: number): Position {
  const from = lines.linePos(start)
  const to = lines.linePos(end)
  return { line: from.line, column: from.col, endLine: to.line, endColumn: to.col }
}

/** Returns the position of the value at `path`, or of the nearest existing value around it. */
export function locateValue(document: Document.Parsed, lines: LineCounter, path: DataPath): Position | undefined {
  const found = follow(document, path)
  if (found === undefined) return undefined
  const { node, key } = found
  const empty = isScalar(node) && node.range?.[0] === node.range?.[1] && isNode(key)
  return positionOf(empty ? key : node, lines)
}

/**
 * Returns the position of a span of the text at `path`. Returns undefined if the text is not in a block scalar, or if the position
 * is not certain.
 */
export function locateWords(
  { document, lines, text }: { document: Document.Parsed; lines: LineCounter; text: string },
  path: DataPath,
  span: Span,
): Position | undefined {
  const node = isNode(document.contents) ? document.getIn(path, true) : undefined
  if (!isScalar(node) || typeof node.value !== 'string' || !node.range || !node.type?.startsWith('BLOCK_'))
    return undefined
  const found = spanInBlock(text, node.range[0], node.value, span)
  return found && positionAt(lines, ...found)
}

/** Returns the position of the key at the end of `path`, or of the nearest existing value around it. */
export function locateKey(document: Document.Parsed, lines: LineCounter, path: DataPath): Position | undefined {
  const parent = follow(document, path.slice(0, -1))
  const pair = isMap(parent?.node) ? pairOf(parent.node, path.at(-1)) : undefined
  return isNode(pair?.key) ? positionOf(pair.key, lines) : locateValue(document, lines, path)
}

interface Found {
  node: Node
  /** Its key, where it is the value of a mapping's key. */
  key?: unknown
}

function follow(document: Document.Parsed, path: DataPath): Found | undefined {
  if (!isNode(document.contents)) return undefined
  let found: Found = { node: document.contents }
  for (const step of path) {
    const next: Found | undefined = stepInto(found.node, step)
    if (next === undefined) break
    found = next
  }
  return found
}

function stepInto(node: Node, step: string | number): Found | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(step)]
    return isNode(item) ? { node: item } : undefined
  }
  if (!isMap(node)) return undefined
  const pair = pairOf(node, step)
  return isNode(pair?.value) ? { node: pair.value, key: pair.key } : undefined
}

/** The pairs of each mapping by their keys, so that many findings in one mapping take no longer each. */
const pairsByKey = new WeakMap<YAMLMap, Map<string, Pair>>()

function pairOf(node: YAMLMap, key: string | number | undefined): Pair | undefined {
  let pairs = pairsByKey.get(node)
  if (pairs === undefined) {
    const named = node.items.filter(isPair).filter((pair) => isScalar(pair.key))
    // Of a key that is there twice, the first counts.
    pairs = new Map(named.toReversed().map((pair) => [String(isScalar(pair.key) ? pair.key.value : ''), pair]))
    pairsByKey.set(node, pairs)
  }
  return pairs.get(String(key))
}

/** The position of a collection is its first line: a reader looks for its beginning. */
function positionOf(node: Node, lines: LineCounter): Position | undefined {
  if (!node.range) return undefined
  const [start, end] = node.range
  const position = positionAt(lines, start, end)
  if (position.line === position.endLine || isScalar(node)) return position
  const nextLine = lines.lineStarts[position.line] ?? end
  return positionAt(lines, start, Math.min(end, nextLine - 1))
}

/** Returns the text at a position that is within one line; undefined for any other. */
export function textAt(text: string, position: Position | undefined): string | undefined {
  if (position === undefined || position.line !== position.endLine) return undefined
  let start = 0
  for (let line = 1; line < position.line; line += 1) start = text.indexOf('\n', start) + 1
  return text.slice(start + position.column - 1, start + position.endColumn - 1)
}
