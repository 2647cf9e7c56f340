import type { Commit } from '../objects/commit.ts'
import { makeCommitQueue } from './commit-queue.ts'
import type { CommitGraph } from './graph.ts'

/** A commit of a walk. */
export interface Visited {
  commit: Commit
  /** Returns whether every commit still to come is an ancestor of this one. */
  alone: boolean
}

/**
 * Visits a commit and all its ancestors, each before its parents; of those that may come next, the one with the latest
 * committer date, then the one with the smallest id. As `git log --date-order`, with ties decided.
 */
export function* walkHistory(graph: CommitGraph, start: string): Generator<Visited> {
  const children = countChildren(graph, start)
  const queue = makeCommitQueue()
  queue.push(graph.commit(start))
  for (let commit = queue.pop(); commit !== undefined; commit = queue.pop()) {
    yield { commit, alone: queue.size === 0 }
    for (const parent of new Set(graph.parents(commit))) {
      const left = (children.get(parent) ?? 1) - 1
      children.set(parent, left)
      if (left === 0) queue.push(graph.commit(parent))
    }
  }
}

function countChildren(graph: CommitGraph, start: string): Map<string, number> {
  const children = new Map<string, number>([[start, 0]])
  const open = [start]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const parent of new Set(graph.parents(graph.commit(id)))) {
      const count = children.get(parent)
      if (count === undefined) open.push(parent)
      children.set(parent, (count ?? 0) + 1)
    }
  }
  return children
}
