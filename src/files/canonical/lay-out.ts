import { type Anchor, anchorOf, itemNames, ROOT } from './comments.ts'
import { keyOf, literal, scalar } from './scalar.ts'
import type { Shape } from './shapes.ts'

/** One line of canonical YAML, and the parts of the data on it, outermost first. */
export interface Line {
  text: string
  anchors: Anchor[]
}

interface Target {
  shape: Shape
  anchor: Anchor
  indent: number
}

/** Returns a mapping as lines of canonical YAML without comments. */
export function layOut(value: object, shape: Shape): Line[] {
  const lines: Line[] = []
  mapping(value, { shape, anchor: ROOT, indent: 0 }, lines)
  return lines
}

// Adds to one list: long documents have tens of thousands of lines.
function mapping(value: object, { shape, anchor, indent }: Target, into: Line[]): void {
  const pad = ' '.repeat(indent)
  for (const [key, member] of members(value, shape)) {
    const target = { shape: shapeUnder(shape, key), anchor: anchorOf(anchor, key), indent: indent + 2 }
    const [first = '', ...more] = scalarLines(member, target.shape)
    if (first !== '') {
      withHead(`${pad}${keyOf(key)}: ${first}`, more, { value: member, target }, into)
    } else {
      into.push({ text: `${pad}${keyOf(key)}:`, anchors: [target.anchor] })
      collection(member, target, into)
    }
  }
}

function collection(value: unknown, target: Target, into: Line[]): void {
  if (Array.isArray(value)) sequence(value, target, into)
  else if (value !== null && typeof value === 'object') mapping(value, target, into)
}

function sequence(items: readonly unknown[], { shape, anchor, indent }: Target, into: Line[]): void {
  const names = itemNames(items)
  const dash = `${' '.repeat(indent)}- `
  for (const [index, item] of items.entries()) {
    const target = { shape: shape.each ?? {}, anchor: anchorOf(anchor, names[index] ?? ''), indent: indent + 2 }
    const [first = '', ...more] = scalarLines(item, target.shape)
    if (first !== '') {
      withHead(`${dash}${first}`, more, { value: item, target }, into)
      continue
    }
    const from = into.length
    collection(item, target, into)
    const head = into[from]
    if (head) into[from] = { text: dash + head.text.trimStart(), anchors: [target.anchor, ...head.anchors] }
  }
}

function withHead(
  text: string,
  more: readonly string[],
  { value, target }: { value: unknown; target: Target },
  into: Line[],
): void {
  const pad = ' '.repeat(target.indent)
  into.push({ text, anchors: anchorsWithin(value, target.anchor) })
  for (const line of more) into.push({ text: line === '' ? '' : pad + line, anchors: [] })
}

/** Returns the value on one line, or the header and lines of a literal block; empty for a collection on several lines. */
function scalarLines(value: unknown, shape: Shape): string[] {
  if (typeof value === 'string') return literal(value) ?? [scalar(value, 'block')]
  if (value === null || typeof value !== 'object') return [scalar(value, 'block')]
  return isEmpty(value) || fitsOneLine(value, shape) ? [oneLine(value, shape)] : []
}

function oneLine(value: unknown, shape: Shape): string {
  if (value === null || typeof value !== 'object') return scalar(value, 'flow')
  if (Array.isArray(value)) return `[${value.map((item) => oneLine(item, shape.each ?? {})).join(', ')}]`
  const pairs = members(value, shape).map(
    ([key, member]) => `${keyOf(key)}: ${oneLine(member, shapeUnder(shape, key))}`,
  )
  return `{${pairs.join(', ')}}`
}

function fitsOneLine(value: unknown, shape: Shape): boolean {
  if (value === null || typeof value !== 'object' || isEmpty(value)) return true
  if (shape.flow === undefined || (shape.flow !== true && Object.keys(value).length > shape.flow)) return false
  if (Array.isArray(value)) return value.every((item) => fitsOneLine(item, shape.each ?? {}))
  return members(value, shape).every(([key, member]) => fitsOneLine(member, shapeUnder(shape, key)))
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0
}

function shapeUnder(shape: Shape, key: string): Shape {
  return shape.of?.[key] ?? shape.each ?? {}
}

/** Returns the members in canonical order, without those that are undefined. */
function members(value: object, { order = NO_ORDER, rest = 'sorted' }: Shape): [string, unknown][] {
  const all = Object.entries(value).filter(([, member]) => member !== undefined)
  if (rest === 'kept' || all.length < 2) return all
  const ranks = ranksIn(order)
  const compare = ([one]: [string, unknown], [other]: [string, unknown]) =>
    (ranks.get(one) ?? order.length) - (ranks.get(other) ?? order.length) || (one < other ? -1 : 1)
  return all.sort(compare)
}

const NO_ORDER: readonly string[] = []
const ranksByOrder = new WeakMap<readonly string[], ReadonlyMap<string, number>>()

function ranksIn(order: readonly string[]): ReadonlyMap<string, number> {
  const known = ranksByOrder.get(order)
  if (known !== undefined) return known
  const ranks = new Map(order.map((key, index) => [key, index]))
  ranksByOrder.set(order, ranks)
  return ranks
}

/** Returns the anchors of a value and of everything in it, outermost first. */
function anchorsWithin(value: unknown, anchor: Anchor): Anchor[] {
  if (value === null || typeof value !== 'object') return [anchor]
  if (isEmpty(value)) return [anchor]
  const names = Array.isArray(value) ? itemNames(value) : Object.keys(value)
  const inside = Object.values(value).flatMap((one, index) => anchorsWithin(one, anchorOf(anchor, names[index] ?? '')))
  return [anchor, ...inside]
}
