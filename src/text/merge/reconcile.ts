import type { Conflict, Slug } from '../../treaty/index.ts'
import { mapThree, mergeThree, type Three } from './three-way.ts'

/** Where conflicts are gathered, and of what. */
export interface Reconciling {
  document: Slug
  entry: Slug | null
  conflicts: Conflict[]
}

/**
 * One value from three; a conflict is noted where the sides do not agree, and ours stands in the meantime.
 */
export function reconcile<Value>(
  { document, entry, conflicts }: Reconciling,
  field: string,
  three: Three<Value>,
  language: string | null = null,
): Value {
  const merged = mergeThree(three)
  if (merged.agreed) return merged.value
  conflicts.push({ document, entry, field, language, ...mapThree(three, shown) })
  return three.ours
}

/** The value as a conflict shows it: words as they are, other values as JSON. */
export function shown(value: unknown): string | null {
  if (value === undefined || value === null) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** The members of three objects, each reconciled by itself; what comes to nothing is left out. */
export function reconcileMembers<Value>(
  three: Three<Record<string, Value> | undefined>,
  member: (key: string, values: Three<Value | undefined>) => Value | undefined,
): Record<string, Value> | undefined {
  const keys = new Set([three.ours, three.theirs, three.base].flatMap((object) => Object.keys(object ?? {})))
  const result: Record<string, Value> = {}
  for (const key of keys) {
    const value = member(
      key,
      mapThree(three, (object) => object?.[key]),
    )
    if (value !== undefined) result[key] = value
  }
  return Object.keys(result).length === 0 ? undefined : result
}
