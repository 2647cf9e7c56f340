import { type Anchor, anchorOf, itemNames, ROOT } from './anchors.ts'
import { keyOf, literal, scalar } from './scalar.ts'
import type { Shape } from './shapes.ts'

/** One line of canonical YAML, and the places of the data that stand on it, outermost first. */
export interface Line {
  text: string
  anchors: Anchor[]
}

interface Place {
  shape: Shape
  anchor: Anchor
  indent: number
}

/** The value, a mapping, as lines of canonical YAML without comments. */
export function layOut(value: object, shape: Shape): Line[] {
  return mapping(value, { shape, anchor: ROOT, indent: 0 })
}

function mapping(value: object, { shape, anchor, indent }: Place): Line[] {
  const pad = ' '.repeat(indent)
  return members(value, shape).flatMap(([key, member]) => {
    const place = { shape: shapeUnder(shape, key), anchor: anchorOf(anchor, key), indent: indent + 2 }
    const [first = '', ...more] = scalarLines(member, place.shape)
    if (first !== '') return withHead(`${pad}${keyOf(key)}: ${first}`, more, member, place)
    return [{ text: `${pad}${keyOf(key)}:`, anchors: [place.anchor] }, ...collection(member, place)]
  })
}

function collection(value: unknown, place: Place): Line[] {
  if (Array.isArray(value)) return sequence(value, place)
  return value !== null && typeof value === 'object' ? mapping(value, place) : []
}

function sequence(items: readonly unknown[], { shape, anchor, indent }: Place): Line[] {
  const names = itemNames(items)
  const dash = `${' '.repeat(indent)}- `
  return items.flatMap((item, index) => {
    const place = { shape: shape.each ?? {}, anchor: anchorOf(anchor, names[index] ?? ''), indent: indent + 2 }
    const [first = '', ...more] = scalarLines(item, place.shape)
    if (first !== '') return withHead(`${dash}${first}`, more, item, place)
    const [head, ...rest] = collection(item, place)
    if (head === undefined) return []
    return [{ text: dash + head.text.trimStart(), anchors: [place.anchor, ...head.anchors] }, ...rest]
  })
}

function withHead(text: string, more: readonly string[], value: unknown, place: Place): Line[] {
  const pad = ' '.repeat(place.indent)
  const rest = more.map((line) => ({ text: line === '' ? '' : pad + line, anchors: [] }))
  return [{ text, anchors: anchorsWithin(value, place.anchor) }, ...rest]
}

/** The value on one line, or a literal block's header and lines; empty where it takes lines of its own. */
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

/** The members in canonical order; those that are undefined are none. */
function members(value: object, { order = [], rest = 'sorted' }: Shape): [string, unknown][] {
  const all = Object.entries(value).filter(([, member]) => member !== undefined)
  if (rest === 'kept') return all
  const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length)
  return all.sort(([one], [other]) => rank(one) - rank(other) || (one < other ? -1 : 1))
}

/** The anchor of the value and of everything in it, outermost first. */
function anchorsWithin(value: unknown, anchor: Anchor): Anchor[] {
  if (value === null || typeof value !== 'object') return [anchor]
  const names = Array.isArray(value) ? itemNames(value) : Object.keys(value)
  const inside = Object.values(value).flatMap((one, index) => anchorsWithin(one, anchorOf(anchor, names[index] ?? '')))
  return [anchor, ...inside]
}
