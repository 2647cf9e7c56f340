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
  return mapping(value, { shape, anchor: ROOT, indent: 0 })
}

function mapping(value: object, { shape, anchor, indent }: Target): Line[] {
  const pad = ' '.repeat(indent)
  return members(value, shape).flatMap(([key, member]) => {
    const target = { shape: shapeUnder(shape, key), anchor: anchorOf(anchor, key), indent: indent + 2 }
    const [first = '', ...more] = scalarLines(member, target.shape)
    if (first !== '') return withHead(`${pad}${keyOf(key)}: ${first}`, more, member, target)
    return [{ text: `${pad}${keyOf(key)}:`, anchors: [target.anchor] }, ...collection(member, target)]
  })
}

function collection(value: unknown, target: Target): Line[] {
  if (Array.isArray(value)) return sequence(value, target)
  return value !== null && typeof value === 'object' ? mapping(value, target) : []
}

function sequence(items: readonly unknown[], { shape, anchor, indent }: Target): Line[] {
  const names = itemNames(items)
  const dash = `${' '.repeat(indent)}- `
  return items.flatMap((item, index) => {
    const target = { shape: shape.each ?? {}, anchor: anchorOf(anchor, names[index] ?? ''), indent: indent + 2 }
    const [first = '', ...more] = scalarLines(item, target.shape)
    if (first !== '') return withHead(`${dash}${first}`, more, item, target)
    const [head, ...rest] = collection(item, target)
    if (head === undefined) return []
    return [{ text: dash + head.text.trimStart(), anchors: [target.anchor, ...head.anchors] }, ...rest]
  })
}

function withHead(text: string, more: readonly string[], value: unknown, target: Target): Line[] {
  const pad = ' '.repeat(target.indent)
  const rest = more.map((line) => ({ text: line === '' ? '' : pad + line, anchors: [] }))
  return [{ text, anchors: anchorsWithin(value, target.anchor) }, ...rest]
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
function members(value: object, { order = [], rest = 'sorted' }: Shape): [string, unknown][] {
  const all = Object.entries(value).filter(([, member]) => member !== undefined)
  if (rest === 'kept') return all
  const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length)
  return all.sort(([one], [other]) => rank(one) - rank(other) || (one < other ? -1 : 1))
}

/** Returns the anchors of a value and of everything in it, outermost first. */
function anchorsWithin(value: unknown, anchor: Anchor): Anchor[] {
  if (value === null || typeof value !== 'object') return [anchor]
  const names = Array.isArray(value) ? itemNames(value) : Object.keys(value)
  const inside = Object.values(value).flatMap((one, index) => anchorsWithin(one, anchorOf(anchor, names[index] ?? '')))
  return [anchor, ...inside]
}
