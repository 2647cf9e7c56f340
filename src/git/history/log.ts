import type { Commit } from '../objects/commit.ts'
import type { Context } from '../repository/context.ts'
import type { FileVersion, LogOptions } from '../repository/repository.ts'
import { findInTree } from '../trees/find.ts'
import { walkHistory } from './walk.ts'

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
