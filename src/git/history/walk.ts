import type { Commit } from '../objects/commit.ts'
import { forged } from './commit-graph.ts'
import type { CommitGraph } from './graph.ts'
import { makeCommitQueue } from './queue.ts'
import type { Shape } from './shape.ts'

/**
 * All commits that lead to `start`, and itself: each before its parents; of those that may come next, the one with the
 * latest committer date first, then the one with the smallest id. As `git log --date-order`, with ties decided.
 */
export function* walkHistory(graph: CommitGraph, start: string): Generator<Commit> {
  for (const { commit } of walkHistoryAlone(graph, start)) yield commit
}

/** As walkHistory; `alone` says whether all commits still to come lead to this one. */
export function* walkHistoryAlone(graph: CommitGraph, start: string): Generator<{ commit: Commit; alone: boolean }> {
  const { shape } = graph
  const first = shape.numberOf(start)
  const waiting = countChildren(shape, first)
  const queue = makeCommitQueue(shape)
  queue.push(first)
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const commit = graph.commit(shape.idOf(next))
    checkNotes(shape, next, commit)
    yield { commit, alone: queue.size === 0 }
    for (const parent of distinct(shape.parentsOf(next))) {
      const children = (waiting.get(parent) ?? 1) - 1
      waiting.set(parent, children)
      if (children === 0) queue.push(parent)
    }
  }
}

// Git's notes are taken on trust to walk by, not to believe: where they are wrong, commits could be hidden from a reader.
function checkNotes(shape: Shape, number: number, { id, parents }: Commit): void {
  const noted = shape.parentsOf(number)
  if (noted.length === parents.length && parents.every((parent, index) => shape.idOf(noted[index] ?? -1) === parent))
    return
  throw forged(`says other parents of commit ${id.slice(0, 12)} than the commit itself`)
}

function countChildren(shape: Shape, start: number): Map<number, number> {
  const children = new Map<number, number>([[start, 0]])
  const open = [start]
  for (let commit = open.pop(); commit !== undefined; commit = open.pop()) {
    for (const parent of distinct(shape.parentsOf(commit))) {
      const count = children.get(parent)
      if (count === undefined) open.push(parent)
      children.set(parent, (count ?? 0) + 1)
    }
  }
  return children
}

function distinct(parents: readonly number[]): readonly number[] {
  return parents.length < 2 ? parents : [...new Set(parents)]
}
