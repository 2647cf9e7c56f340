import type { Commit } from '../objects/commit.ts'
import type { CommitGraph } from './graph.ts'
import { makeCommitQueue } from './queue.ts'

/**
 * All commits that lead to `start`, and itself: each before its parents; of those that may come next, the one with the
 * latest committer date first, then the one with the smallest id. As `git log --date-order`, with ties decided.
 */
export function* walkHistory(graph: CommitGraph, start: string): Generator<Commit> {
  for (const { commit } of walkHistoryAlone(graph, start)) yield commit
}

/** As walkHistory; `alone` says whether all commits still to come lead to this one. */
export function* walkHistoryAlone(graph: CommitGraph, start: string): Generator<{ commit: Commit; alone: boolean }> {
  const waiting = countChildren(graph, start)
  const queue = makeCommitQueue()
  queue.push(graph.commit(start))
  for (let commit = queue.pop(); commit !== undefined; commit = queue.pop()) {
    yield { commit, alone: queue.size === 0 }
    for (const parent of distinct(graph.parents(commit))) {
      const children = (waiting.get(parent) ?? 1) - 1
      waiting.set(parent, children)
      if (children === 0) queue.push(graph.commit(parent))
    }
  }
}

function countChildren(graph: CommitGraph, start: string): Map<string, number> {
  const children = new Map<string, number>([[start, 0]])
  const open = [start]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const parent of distinct(graph.parents(graph.commit(id)))) {
      const count = children.get(parent)
      if (count === undefined) open.push(parent)
      children.set(parent, (count ?? 0) + 1)
    }
  }
  return children
}

function distinct(parents: readonly string[]): readonly string[] {
  return parents.length < 2 ? parents : [...new Set(parents)]
}
