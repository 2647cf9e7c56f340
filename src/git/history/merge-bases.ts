import type { CommitGraph } from './graph.ts'
import { makeMarks } from './marks.ts'
import { makeCommitQueue } from './queue.ts'
import type { Shape } from './shape.ts'

const ONE = 1
const OTHER = 2
const BOTH = ONE | OTHER
/** Below a common ancestor: nothing better is to be found there. */
const STALE = 4
/** Waiting its turn. */
const QUEUED = 8

/**
 * The best common ancestors of two commits, sorted by id: those that no other common ancestor descends from. The walk is
 * git's (commit-reach.c, paint_down_to_common): newest first, each commit painted with the sides that reach it.
 */
export function findMergeBases({ shape }: CommitGraph, one: string, other: string): string[] {
  if (one === other) return [one]
  const { isStale, common } = paintCommonAncestors(shape, shape.numberOf(one), shape.numberOf(other))
  const best = [...common].filter((commit) => !isStale(commit))
  // Clocks may be wrong: what one walk took for best may yet descend from another.
  const descended = (commit: number) => best.some((later) => later !== commit && isAbove(shape, commit, later))
  return best
    .filter((commit) => !descended(commit))
    .map(shape.idOf)
    .sort()
}

/** Whether `descendant` is `ancestor` or has it in its history. */
export function isAncestor({ shape }: CommitGraph, ancestor: string, descendant: string): boolean {
  return ancestor === descendant || isAbove(shape, shape.numberOf(ancestor), shape.numberOf(descendant))
}

function isAbove(shape: Shape, ancestor: number, descendant: number): boolean {
  return paintCommonAncestors(shape, ancestor, descendant).common.has(ancestor)
}

function paintCommonAncestors(shape: Shape, one: number, other: number) {
  const marks = makeMarks()
  const queue = makeCommitQueue(shape)
  /** How many in the queue may still lead to something. */
  let fresh = 0
  const add = (commit: number, colours: number): void => {
    const before = marks.get(commit)
    const after = before | colours
    if (after === before) return
    marks.set(commit, after | QUEUED)
    const wasQueued = (before & QUEUED) !== 0
    const wasFresh = wasQueued && (before & STALE) === 0
    fresh += Number((after & STALE) === 0) - Number(wasFresh)
    if (!wasQueued) queue.push(commit)
  }
  add(one, ONE)
  add(other, OTHER)
  const common = new Set<number>()
  while (fresh > 0) {
    const commit = queue.pop()
    if (commit === undefined) break
    const colours = marks.get(commit) & ~QUEUED
    marks.set(commit, colours)
    if ((colours & STALE) === 0) fresh--
    if (colours === BOTH) common.add(commit)
    // A common ancestor's own paint stays fresh; only what lies below it is stale.
    for (const parent of shape.parentsOf(commit)) add(parent, colours === BOTH ? BOTH | STALE : colours)
  }
  return { isStale: (commit: number) => (marks.get(commit) & STALE) !== 0, common }
}
