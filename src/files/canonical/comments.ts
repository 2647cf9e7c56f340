import { CST, isMap, isNode, isPair, isScalar, isSeq, Lexer, type Node } from 'yaml'
import { type Anchor, anchorOf, itemNames, ROOT } from './anchors.ts'

/** The comments of a file, each held by the place in the data that it speaks of. */
export interface Comments {
  /** Those before everything else. */
  head: string[]
  /** Those on lines of their own, by what comes next. */
  above: Map<Anchor, string[]>
  /** Those at the end of a line, by what begins last on it. */
  beside: Map<Anchor, string[]>
  /** Those after everything else. */
  foot: string[]
}

export const NO_COMMENTS: Comments = { head: [], above: new Map(), beside: new Map(), foot: [] }

interface Start {
  offset: number
  anchor: Anchor
}

/**
 * The comments of a YAML text and what they speak of.
 * @param contents the text's root node
 * @param data the same as plain values
 */
export function commentsOf(text: string, contents: Node, data: unknown): Comments {
  const starts = startsWithin(contents, data, ROOT)
  const comments: Comments = { head: [], above: new Map(), beside: new Map(), foot: [] }
  let behind = 0
  for (const { offset, source } of commentTokens(text)) {
    const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
    while (behind < starts.length && (starts[behind]?.offset ?? 0) < offset) behind += 1
    const last = starts[behind - 1]
    const next = starts[behind]
    if (last === undefined) comments.head.push(source)
    else if (/[^\s\-?:[{]/.test(before)) push(comments.beside, last.anchor, source)
    else if (next === undefined) comments.foot.push(source)
    else push(comments.above, next.anchor, source)
  }
  return comments
}

function push(into: Map<Anchor, string[]>, anchor: Anchor, comment: string): void {
  into.set(anchor, [...(into.get(anchor) ?? []), comment])
}

/** Where each key and each item begins, in the order of the text. */
function startsWithin(node: Node, data: unknown, anchor: Anchor): Start[] {
  if (isSeq(node) && Array.isArray(data)) {
    const names = itemNames(data)
    return node.items.filter(isNode).flatMap((item, index) => {
      const own = anchorOf(anchor, names[index] ?? '')
      return [{ offset: item.range?.[0] ?? 0, anchor: own }, ...startsWithin(item, data[index], own)]
    })
  }
  if (!isMap(node) || data === null || typeof data !== 'object') return []
  const members = new Map(Object.entries(data))
  return node.items.filter(isPair).flatMap(({ key, value }) => {
    if (!isScalar(key) || !key.range) return []
    const own = anchorOf(anchor, String(key.value))
    const inside = isNode(value) ? startsWithin(value, members.get(String(key.value)), own) : []
    return [{ offset: key.range[0], anchor: own }, ...inside]
  })
}

/** The lexer alone knows a comment from a # inside a scalar. Its one-character marks stand for no text. */
function* commentTokens(text: string): Generator<{ offset: number; source: string }> {
  let offset = 0
  let inScalar = false
  for (const lexeme of new Lexer().lex(text)) {
    const mark: boolean = !inScalar && (lexeme === CST.DOCUMENT || lexeme === CST.FLOW_END || lexeme === CST.SCALAR)
    if (!mark && !inScalar && lexeme.startsWith('#')) yield { offset, source: lexeme.trimEnd() }
    inScalar = mark && lexeme === CST.SCALAR
    if (!mark) offset += lexeme.length
  }
}
