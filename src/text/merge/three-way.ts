import type { Conflict, Slug } from '../../treaty/index.ts'
import { sameValue } from '../diff/same-value.ts'

/** Three versions of one thing: the common ancestor and the two sides of a merge. */
export interface ThreeVersions<Value> {
  base: Value
  ours: Value
  theirs: Value
}

/** A merged value, or none if both sides changed it differently. */
export type ThreeWayResult<Value> = { agreed: true; value: Value } | { agreed: false }

/** Merges one value: if only one side changed it, that side's value; if both made the same change, that value; otherwise no value. */
export function mergeValue<Value>({ base, ours, theirs }: ThreeVersions<Value>): ThreeWayResult<Value> {
  if (sameValue(ours, theirs) || sameValue(base, theirs)) return { agreed: true, value: ours }
  if (sameValue(base, ours)) return { agreed: true, value: theirs }
  return { agreed: false }
}

/** Applies a function to each of three versions. */
export function mapVersions<Value, Result>(
  three: ThreeVersions<Value>,
  map: (value: Value) => Result,
): ThreeVersions<Result> {
  return { base: map(three.base), ours: map(three.ours), theirs: map(three.theirs) }
}

/** What is being merged, and the list to which its conflicts are added. */
export interface MergeContext {
  document: Slug
  entry: Slug | null
  conflicts: Conflict[]
}

/** Merges one field. If the two sides do not agree, records a conflict and returns our side's value. */
export function mergeField<Value>(
  { document, entry, conflicts }: MergeContext,
  field: string,
  three: ThreeVersions<Value>,
  language: string | null = null,
): Value {
  const merged = mergeValue(three)
  if (merged.agreed) return merged.value
  conflicts.push({ document, entry, field, language, ...mapVersions(three, asText) })
  return three.ours
}

/** Returns a value as a conflict shows it: text as it is, other values as JSON, null for a missing value. */
export function asText(value: unknown): string | null {
  if (value === undefined || value === null) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Merges the members of three objects one by one; returns undefined if no member is left. */
export function mergeMembers<Value>(
  three: ThreeVersions<Record<string, Value> | undefined>,
  mergeMember: (key: string, values: ThreeVersions<Value | undefined>) => Value | undefined,
): Record<string, Value> | undefined {
  const keys = new Set([three.ours, three.theirs, three.base].flatMap((object) => Object.keys(object ?? {})))
  const result: Record<string, Value> = {}
  for (const key of keys) {
    const versions = mapVersions(three, (object) => object?.[key])
    const value = mergeMember(key, versions)
    if (value !== undefined) result[key] = value
  }
  return Object.keys(result).length === 0 ? undefined : result
}
