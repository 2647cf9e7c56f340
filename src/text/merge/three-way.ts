import { sameValue } from '../diff/same-value.ts'

/** Three versions of one thing. */
export interface Three<Value> {
  base: Value
  ours: Value
  theirs: Value
}

/** The version that the two sides come to; none where both changed it, each in its way. */
export type Merged<Value> = { agreed: true; value: Value } | { agreed: false }

/** What one side alone changed is as that side has it; what both changed alike is as both have it; else they do not agree. */
export function mergeThree<Value>({ base, ours, theirs }: Three<Value>): Merged<Value> {
  if (sameValue(ours, theirs) || sameValue(base, theirs)) return { agreed: true, value: ours }
  if (sameValue(base, ours)) return { agreed: true, value: theirs }
  return { agreed: false }
}

/** The three versions with the same thing done to each. */
export function mapThree<Value, Result>(three: Three<Value>, map: (value: Value) => Result): Three<Result> {
  return { base: map(three.base), ours: map(three.ours), theirs: map(three.theirs) }
}
