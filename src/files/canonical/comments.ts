import { CST, isMap, isNode, isPair, isScalar, isSeq, Lexer, type Node } from 'yaml'
import { type FileKind, MAIN_LIST } from '../source.ts'
import { parseByItems } from '../yaml/by-items.ts'
import { decode } from '../yaml/decode.ts'
import { sliceAt } from '../yaml/items.ts'
import { readYaml } from '../yaml/read-yaml.ts'

/** Names a part of the data by keys and ids, so that the name stays when entries before it are added or removed. */
export type Anchor = string

export const ROOT: Anchor = ''

/** Returns the anchor of the value under `key` in `parent`. */
export function anchorOf(parent: Anchor, key: string): Anchor {
  return `${parent}\u0000${key}`
}

const IDENTITIES = ['id', 'code', 'treaty', 'proposal', 'says']

/** Returns a name for each item of a list: its id or code, or the text that it is, otherwise its index; `#1`, `#2` … follow a name already used. */
export function itemNames(items: readonly unknown[]): string[] {
  const seen = new Map<string, number>()
  return items.map((item, index) => {
    const name = identityOf(item) ?? `#${index}`
    const times = seen.get(name) ?? 0
    seen.set(name, times + 1)
    return times === 0 ? name : `${name}#${times}`
  })
}

function identityOf(item: unknown): string | undefined {
  if (typeof item === 'string') return item
  if (item === null || typeof item !== 'object') return undefined
  const found = Object.entries(item).find(([key, value]) => IDENTITIES.includes(key) && typeof value === 'string')
  return found?.[1]
}

/** The comments of a file, by the part of the data that each is about. */
export interface Comments {
  /** Comments before the first key. */
  head: string[]
  /** On lines of their own, by what comes next. */
  above: Map<Anchor, string[]>
  /** At the end of a line, by what begins last on it. */
  atLineEnd: Map<Anchor, string[]>
  /** After everything else. */
  foot: string[]
}

export const NO_COMMENTS: Comments = { head: [], above: new Map(), atLineEnd: new Map(), foot: [] }

interface Start {
  offset: number
  anchor: Anchor
}

/**
 * Returns the comments of a YAML text and what they are about.
 * @param contents the text's root node
 * @param data the same as plain values
 */
export function commentsOf(text: string, contents: Node, data: unknown): Comments {
  const starts = startsWithin(contents, data, ROOT)
  const comments: Comments = { head: [], above: new Map(), atLineEnd: new Map(), foot: [] }
  let passed = 0
  for (const { offset, source } of commentTokens(text)) {
    const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
    while (passed < starts.length && (starts[passed]?.offset ?? 0) < offset) passed += 1
    const last = starts[passed - 1]
    const next = starts[passed]
    if (last === undefined) comments.head.push(source)
    else if (/[^\s\-?:[{]/.test(before)) push(comments.atLineEnd, last.anchor, source)
    else if (next === undefined) comments.foot.push(source)
    else push(comments.above, next.anchor, source)
  }
  return comments
}

function push(into: Map<Anchor, string[]>, anchor: Anchor, comment: string): void {
  into.set(anchor, [...(into.get(anchor) ?? []), comment])
}

/** Returns the start of each key and each item, in the order of the text. */
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

/**
 * Yields the comments of a text. Uses the lexer, because only the lexer distinguishes a comment from a # inside a scalar. The
 * lexer's one-character marks are not part of the text.
 */
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

/** A # that is not inside a word, as in a colour: only there a comment can begin. */
const MAY_COMMENT = /(?:^|[ \t])#/m

/** Returns the comments of a file and what they are about; NO_COMMENTS where it cannot be read. */
export function commentsIn(kind: FileKind, bytes: Uint8Array): Comments {
  const decoded = decode(bytes)
  if ('finding' in decoded || !MAY_COMMENT.test(decoded.text)) return NO_COMMENTS
  const head = /^(?:#.*\n)*/.exec(decoded.text)?.[0] ?? ''
  // Most files have the modeline and no other comment.
  if (!MAY_COMMENT.test(decoded.text.slice(head.length))) {
    return {
      ...NO_COMMENTS,
      head: head
        .split('\n')
        .slice(0, -1)
        .map((line) => line.trimEnd()),
    }
  }
  const text = withoutUncommentedItems(kind, decoded.text) ?? decoded.text
  const [first] = readYaml(text).documents
  if (first === undefined || first.findings.length > 0 || first.document.contents === null) return NO_COMMENTS
  return commentsOf(text, first.document.contents, first.document.toJS({ maxAliasCount: 0 }))
}

/**
 * Removes the items of the main list that no comment is in or about: the rest has the same comments, and is short enough for
 * the yaml package. The first item remains, and each item after a comment, since a comment is about what follows it.
 * @returns undefined if the whole text must be read, also where items have no names and only their order distinguishes them
 */
function withoutUncommentedItems(kind: FileKind, text: string): string | undefined {
  const list = MAIN_LIST[kind]
  const sliced = list === undefined ? undefined : sliceAt(text, list)
  if (list === undefined || sliced === undefined || !areNamed(listIn(parseByItems(kind, text)?.value, list))) {
    return undefined
  }
  const kept = sliced.items.filter(
    (item, index) =>
      index === 0 || MAY_COMMENT.test(item.text) || MAY_COMMENT.test(sliced.items[index - 1]?.text ?? ''),
  )
  return sliced.header + kept.map((item) => item.text).join('')
}

function listIn(value: unknown, key: string): unknown {
  return value !== null && typeof value === 'object' ? Object.entries(value).find(([name]) => name === key)?.[1] : null
}

/** Returns whether each item has a name, so that its place in the list does not matter. */
function areNamed(items: unknown): boolean {
  return Array.isArray(items) && itemNames(items).every((name) => !name.includes('#'))
}
