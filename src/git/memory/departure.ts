import { ancestorsOf, type CommitGraph } from '../history/graph.ts'
import type { Commit } from '../objects/commit.ts'

/** How a main fails to continue, along first parents, a commit that main was at before. */
export interface Departure {
  /** The commit that main was at before. */
  known: string
  tip: string
  /**
   * behind: main was moved back along its own line. replaced: commits are missing, and others are in their place. unrelated: the two
   * have no commit in common. another-line: nothing is missing, but a merge puts another line first.
   */
  kind: 'behind' | 'replaced' | 'unrelated' | 'another-line'
  /** The commits that main had before and does not reach now, the latest first. */
  missing: Commit[]
  /** For another-line: the merge whose first parent is the other line. */
  merge: Commit | null
}

/** Returns whether `known` is `tip`, or a first parent of it, of that, and so on. */
export function isOnFirstParents(graph: CommitGraph, known: string, tip: string): boolean {
  for (let id: string | undefined = tip; id !== undefined; id = graph.parents(graph.commit(id))[0]) {
    if (id === known) return true
  }
  return false
}

/** Returns how `tip` fails to continue `known` along first parents; null if it continues it. */
export function departureFrom(graph: CommitGraph, known: string, tip: string): Departure | null {
  if (isOnFirstParents(graph, known, tip)) return null
  const reached = ancestorsOf(graph, [tip])
  if (reached.has(known)) {
    return { known, tip, kind: 'another-line', missing: [], merge: mergeOfAnotherLine(graph, known, tip, reached) }
  }
  const before = ancestorsOf(graph, [known])
  const missing = [...before].filter((id) => !reached.has(id)).map((id) => graph.commit(id))
  const isUnrelated = missing.length === before.size
  const kind = isUnrelated ? 'unrelated' : isOnFirstParents(graph, tip, known) ? 'behind' : 'replaced'
  return { known, tip, kind, missing: latestFirst(missing), merge: null }
}

/** Returns the earliest commit along first parents that reaches `known`: its first parent does not. */
function mergeOfAnotherLine(graph: CommitGraph, known: string, tip: string, reached: ReadonlySet<string>): Commit {
  const reaching = descendantsOf(graph, known, reached)
  let merge = graph.commit(tip)
  for (;;) {
    const first = graph.parents(merge)[0]
    if (first === undefined || !reaching.has(first)) return merge
    merge = graph.commit(first)
  }
}

function descendantsOf(graph: CommitGraph, start: string, within: ReadonlySet<string>): Set<string> {
  const children = new Map<string, string[]>()
  for (const id of within) {
    for (const parent of graph.parents(graph.commit(id))) {
      const known = children.get(parent)
      if (known === undefined) children.set(parent, [id])
      else known.push(id)
    }
  }
  const found = new Set([start])
  for (const id of found) for (const child of children.get(id) ?? []) found.add(child)
  return found
}

function latestFirst(commits: readonly Commit[]): Commit[] {
  return [...commits].sort((one, other) => other.committer.timestamp - one.committer.timestamp)
}
