import { diffArrays } from 'diff'
import type { ThreeVersions } from '../three-way.ts'

/** A stretch of a merged list: items on which the sides agree, or three versions that conflict. */
export type Region = { agreed: readonly string[] } | { conflict: ThreeVersions<readonly string[]> }

/** A stretch of the base that a side replaced by a stretch of its own. */
interface Edit {
  start: number
  end: number
  items: readonly string[]
}

/**
 * Merges three versions of a list as git merges lines (diff3): what one side changed is taken, and where both changed the same or
 * touching items differently, that is a conflict.
 */
export function mergeSequences({ base, ours, theirs }: ThreeVersions<readonly string[]>): Region[] {
  const left = editsOf(base, ours)
  const right = editsOf(base, theirs)
  const regions: Region[] = []
  let at = 0
  while (left.length > 0 || right.length > 0) {
    const group = takeTouching(left, right)
    regions.push({ agreed: base.slice(at, group.start) }, merged(group, base.slice(group.start, group.end)))
    at = group.end
  }
  regions.push({ agreed: base.slice(at) })
  return regions.filter((region) => 'conflict' in region || region.agreed.length > 0)
}

/** Edits of both sides that overlap or touch, and the stretch of the base that they are in. */
interface Group {
  start: number
  end: number
  ours: Edit[]
  theirs: Edit[]
}

/** Removes the first edits from both lists, as many as touch one another. */
function takeTouching(left: Edit[], right: Edit[]): Group {
  const start = Math.min(left[0]?.start ?? Number.POSITIVE_INFINITY, right[0]?.start ?? Number.POSITIVE_INFINITY)
  const group: Group = { start, end: start, ours: [], theirs: [] }
  for (;;) {
    const before = group.ours.length + group.theirs.length
    for (const [edits, taken] of [
      [left, group.ours],
      [right, group.theirs],
    ] as const) {
      while (edits[0] !== undefined && edits[0].start <= group.end) {
        const [edit] = edits.splice(0, 1)
        if (edit === undefined) break
        taken.push(edit)
        group.end = Math.max(group.end, edit.end)
      }
    }
    if (group.ours.length + group.theirs.length === before) return group
  }
}

function merged({ start, ours, theirs }: Group, base: readonly string[]): Region {
  const [mine, other] = [applied(base, start, ours), applied(base, start, theirs)]
  if (theirs.length === 0 || isSame(mine, other)) return { agreed: mine }
  return ours.length === 0 ? { agreed: other } : { conflict: { base, ours: mine, theirs: other } }
}

function applied(base: readonly string[], offset: number, edits: readonly Edit[]): string[] {
  const items: string[] = []
  let at = 0
  for (const edit of edits) {
    items.push(...base.slice(at, edit.start - offset), ...edit.items)
    at = edit.end - offset
  }
  return [...items, ...base.slice(at)]
}

/** Longer differences are not searched for the shortest: the two stretches count as different as a whole. */
const MOST_EDITS = 4000

function editsOf(base: readonly string[], side: readonly string[]): Edit[] {
  const head = commonStart(base, side)
  const tail = commonStart(base.slice(head).reverse(), side.slice(head).reverse())
  const [was, is] = [base.slice(head, base.length - tail), side.slice(head, side.length - tail)]
  if (was.length === 0 && is.length === 0) return []
  const whole: Edit = { start: head, end: head + was.length, items: is }
  if (was.length === 0 || is.length === 0) return [whole]
  const parts = diffArrays([...was], [...is], { maxEditLength: MOST_EDITS })
  if (parts === undefined) return [whole]
  const edits: Edit[] = []
  let at = head
  let open: Edit | undefined
  for (const { added, removed, value } of parts) {
    if (!added && !removed) {
      at += value.length
      open = undefined
      continue
    }
    if (open === undefined) {
      open = { start: at, end: at, items: [] }
      edits.push(open)
    }
    if (added) open.items = [...open.items, ...value]
    else open.end = at += value.length
  }
  return edits
}

function commonStart(one: readonly string[], other: readonly string[]): number {
  const most = Math.min(one.length, other.length)
  for (let index = 0; index < most; index += 1) if (one[index] !== other[index]) return index
  return most
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && commonStart(one, other) === one.length
}
