import type { Commit } from '../objects/commit.ts'
import type { Context } from '../repository/context.ts'
import type { FileVersion } from '../repository/repository.ts'
import { findInTree } from '../trees/find.ts'
import { walkHistoryAlone } from './walk.ts'

/** Every commit from `start` back, in the order of walkHistory, with the file's blob ids. Trees alone are looked at. */
export function* fileVersions(context: Context, start: string, path: string): Generator<FileVersion> {
  const { objects, graph } = context
  const blobIn = (commit: Commit): string | null => findInTree(objects, commit.tree, path)?.id ?? null
  for (const { commit, alone } of walkHistoryAlone(graph, start)) {
    const before = graph.parents(commit).map((parent) => blobIn(objects.commit(parent)))
    yield { commit, blob: blobIn(commit), before, alone }
  }
}
