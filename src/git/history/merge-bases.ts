import { makeCommitQueue } from './commit-queue.ts'
import type { CommitGraph } from './graph.ts'

const ONE = 1
const OTHER = 2
const BOTH = ONE | OTHER
/** An ancestor of a common ancestor: never a best one. */
const STALE = 4
const QUEUED = 8

/**
 * Returns the best common ancestors of two commits, sorted by id: those that are not an ancestor of another common
 * ancestor. The walk is git's (commit-reach.c, paint_down_to_common): newest first, and each commit is marked with the
 * sides that reach it.
 */
export function findMergeBases(graph: CommitGraph, one: string, other: string): string[] {
  if (one === other) return [one]
  const { isStale, common } = paintCommonAncestors(graph, one, other)
  const best = [...common].filter((commit) => !isStale(commit))
  // When committer dates are wrong, the walk may find a commit that is an ancestor of another one found.
  const isSuperseded = (commit: string) => best.some((later) => later !== commit && isAncestor(graph, commit, later))
  return best.filter((commit) => !isSuperseded(commit)).sort()
}

/** Returns whether `ancestor` is `descendant` or one of its ancestors. */
export function isAncestor(graph: CommitGraph, ancestor: string, descendant: string): boolean {
  return ancestor === descendant || paintCommonAncestors(graph, ancestor, descendant).common.has(ancestor)
}

function paintCommonAncestors(graph: CommitGraph, one: string, other: string) {
  const marks = new Map<string, number>()
  const marksOf = (id: string) => marks.get(id) ?? 0
  const queue = makeCommitQueue()
  /** The number of queued commits that may still lead to a best common ancestor. */
  let fresh = 0
  const add = (id: string, sides: number): void => {
    const before = marksOf(id)
    const after = before | sides
    if (after === before) return
    marks.set(id, after | QUEUED)
    const wasQueued = (before & QUEUED) !== 0
    const wasFresh = wasQueued && (before & STALE) === 0
    fresh += Number((after & STALE) === 0) - Number(wasFresh)
    if (!wasQueued) queue.push(graph.commit(id))
  }
  add(one, ONE)
  add(other, OTHER)
  const common = new Set<string>()
  while (fresh > 0) {
    const commit = queue.pop()
    if (commit === undefined) break
    const sides = marksOf(commit.id) & ~QUEUED
    marks.set(commit.id, sides)
    if ((sides & STALE) === 0) fresh--
    if (sides === BOTH) common.add(commit.id)
    // A common ancestor itself is not stale; its ancestors are.
    for (const parent of graph.parents(commit)) add(parent, sides === BOTH ? BOTH | STALE : sides)
  }
  return { isStale: (id: string) => (marksOf(id) & STALE) !== 0, common }
}
