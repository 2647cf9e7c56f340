import type { CommitGraph } from './graph.ts'
import { makeCommitQueue } from './queue.ts'

const ONE = 1
const OTHER = 2
const BOTH = ONE | OTHER
/** Below a common ancestor: nothing better is to be found there. */
const STALE = 4

/**
 * The best common ancestors of two commits, sorted by id: those that no other common ancestor descends from. The walk is
 * git's (commit-reach.c, paint_down_to_common): newest first, each commit painted with the sides that reach it.
 */
export function findMergeBases(graph: CommitGraph, one: string, other: string): string[] {
  if (one === other) return [one]
  const { paint, common } = paintCommonAncestors(graph, one, other)
  const best = [...common].filter((id) => ((paint.get(id) ?? 0) & STALE) === 0).sort()
  // Clocks may be wrong: what one walk took for best may yet descend from another.
  return best.filter((id) => !best.some((later) => later !== id && isAncestor(graph, id, later)))
}

/** Whether `descendant` is `ancestor` or has it in its history. */
export function isAncestor(graph: CommitGraph, ancestor: string, descendant: string): boolean {
  if (ancestor === descendant) return true
  return paintCommonAncestors(graph, ancestor, descendant).common.has(ancestor)
}

function paintCommonAncestors(graph: CommitGraph, one: string, other: string) {
  const paint = new Map<string, number>()
  const queued = new Set<string>()
  const queue = makeCommitQueue()
  /** How many in the queue may still lead to something. */
  let fresh = 0
  const add = (id: string, colours: number): void => {
    const before = paint.get(id) ?? 0
    const after = before | colours
    if (after === before) return
    paint.set(id, after)
    const wasFresh = queued.has(id) && (before & STALE) === 0
    fresh += Number((after & STALE) === 0) - Number(wasFresh)
    if (queued.has(id)) return
    queued.add(id)
    queue.push(graph.links(id))
  }
  add(one, ONE)
  add(other, OTHER)
  const common = new Set<string>()
  while (fresh > 0) {
    const commit = queue.pop()
    if (commit === undefined) break
    queued.delete(commit.id)
    const colours = paint.get(commit.id) ?? 0
    if ((colours & STALE) === 0) fresh--
    if (colours === BOTH) common.add(commit.id)
    // A common ancestor's own paint stays fresh; only what lies below it is stale.
    for (const parent of commit.parents) add(parent, colours === BOTH ? BOTH | STALE : colours)
  }
  return { paint, common }
}
