import type { Commit } from '../objects/commit.ts'
import type { Context } from '../repository/context.ts'
import type { FileVersion, LogOptions } from '../repository/repository.ts'
import { findInTree } from '../trees/compare.ts'
import { makeCommitQueue } from './commit-queue.ts'
import type { CommitGraph } from './graph.ts'

/** See Repository.log. */
export async function* log(context: Context, start: string, options: LogOptions = {}): AsyncGenerator<Commit> {
  let left = options.limit ?? Number.POSITIVE_INFINITY
  for (const { commit } of walkHistory(context.graph, start)) {
    if (left <= 0) return
    if (options.path !== undefined && !isChanged(context, commit, options.path)) continue
    left--
    yield commit
  }
}

/** Returns whether the file or folder at `path` differs from that in each of the commit's parents. */
function isChanged(context: Context, commit: Commit, path: string): boolean {
  const here = idAt(context, commit, path)
  const before = idsBefore(context, commit, path)
  return before.length === 0 ? here !== null : before.every((id) => id !== here)
}

/** Visits every commit from `start` back, in the order of walkHistory, with one file's blob ids. Only trees are read. */
export function* fileVersions(context: Context, start: string, path: string): Generator<FileVersion> {
  for (const { commit, alone } of walkHistory(context.graph, start)) {
    yield { commit, blob: idAt(context, commit, path), before: idsBefore(context, commit, path), alone }
  }
}

function idAt({ objects }: Context, { tree }: Commit, path: string): string | null {
  return findInTree(objects, tree, path)?.id ?? null
}

function idsBefore(context: Context, commit: Commit, path: string): (string | null)[] {
  const { objects, graph } = context
  return graph.parents(commit).map((parent) => idAt(context, objects.commit(parent), path))
}

/** A commit of a walk. */
interface Visited {
  commit: Commit
  /** Whether every commit still to come is an ancestor of this one. */
  alone: boolean
}

/**
 * Visits a commit and all its ancestors, each before its parents; of those that may come next, the one with the latest
 * committer date, then the one with the smallest id. As `git log --date-order`, with ties decided.
 */
function* walkHistory(graph: CommitGraph, start: string): Generator<Visited> {
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
