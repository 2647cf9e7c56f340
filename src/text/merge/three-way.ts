import type { Conflict, Document, Entry, Slug } from '../../treaty/index.ts'
import { type Matching, matchEntries } from '../diff/match-entries.ts'
import { movedEntries } from '../diff/order-of-entries.ts'
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

/** What identifies an entry in all three versions: `=` and its id in the base, or `+` and the id of an entry that a side added. */
export type Key = string

/** One version of a document, its entries by key. */
export interface AlignedVersion {
  entries: ReadonlyMap<Key, Entry>
  /** In the order of this version. */
  keys: readonly Key[]
  /** The entries that this version added or moved, so that it decides their position. */
  addedOrMoved: ReadonlySet<Key>
  /** Those of them that it moved to another section. */
  changedSection: ReadonlySet<Key>
}

/** Matches the entries of three versions. @throws AnnexError `invalid` if an id occurs twice in a version */
export function alignVersions(base: Document, ours: Document, theirs: Document): ThreeVersions<AlignedVersion> {
  const keys = base.entries.map(({ id }) => `=${id}`)
  const entries = new Map(base.entries.map((entry) => [`=${entry.id}`, entry]))
  const none = new Set<Key>()
  const origin = { entries, keys, addedOrMoved: none, changedSection: none }
  return { base: origin, ours: alignSide(base, ours), theirs: alignSide(base, theirs) }
}

function alignSide(base: Document, side: Document): AlignedVersion {
  const matching = matchEntries(base, side)
  const moved = [...movedEntries(side, matching)]
  const changedSection = moved.filter((id) => {
    const match = matching.byAfter.get(id)
    return match && match.before.section !== match.after.section
  })
  const keyed = (ids: readonly Slug[]) => ids.map((id) => keyOf(id, matching))
  return {
    entries: new Map(side.entries.map((entry) => [keyOf(entry.id, matching), entry])),
    keys: keyed(side.entries.map(({ id }) => id)),
    addedOrMoved: new Set(keyed([...matching.added.map(({ id }) => id), ...moved])),
    changedSection: new Set(keyed(changedSection)),
  }
}

function keyOf(id: Slug, matching: Matching): Key {
  const match = matching.byAfter.get(id)
  return match ? `=${match.before.id}` : `+${id}`
}

/** Returns the id in a key. */
export function idOf(key: Key): Slug {
  return key.slice(1)
}
