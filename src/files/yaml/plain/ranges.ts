import type { DataPath, Span } from '../../../treaty/index.ts'

/** The offsets of the values of a text: of a scalar by the collection that holds it, of a collection by itself. */
export interface Ranges {
  scalars: Map<object, Map<string, Span>>
  collections: Map<object, Span>
}

/** Returns a record without any offset. */
export function noRanges(): Ranges {
  return { scalars: new Map(), collections: new Map() }
}

/** Records the start and end offset of a value. */
export function recordRange(ranges: Ranges, holder: object, key: string | number, value: unknown, span: Span): void {
  if (typeof value === 'object' && value !== null) {
    ranges.collections.set(value, span)
    return
  }
  const known = ranges.scalars.get(holder)
  if (known === undefined) ranges.scalars.set(holder, new Map([[String(key), span]]))
  else known.set(String(key), span)
}

/** Returns the offsets of the value at `path`, or undefined if they were not recorded. */
export function rangeAt(ranges: Ranges, root: unknown, path: DataPath): Span | undefined {
  let value = root
  let span: Span | undefined = isCollection(root) ? ranges.collections.get(root) : undefined
  for (const step of path) {
    if (!isCollection(value) || !Object.hasOwn(value, step)) return undefined
    const inside: unknown = Reflect.get(value, step)
    span = isCollection(inside) ? ranges.collections.get(inside) : ranges.scalars.get(value)?.get(String(step))
    value = inside
  }
  return span
}

function isCollection(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
