import type { Commit } from '../objects/commit.ts'
import type { Context } from '../repository/context.ts'
import type { LogOptions } from '../repository/repository.ts'
import { findInTree } from '../trees/find.ts'
import { walkHistory } from './walk.ts'

/** See Repository.log. */
export async function* log(context: Context, start: string, options: LogOptions = {}): AsyncGenerator<Commit> {
  let left = options.limit ?? Number.POSITIVE_INFINITY
  for (const commit of walkHistory(context.graph, start)) {
    if (left <= 0) return
    if (options.path !== undefined && !touches(context, commit, options.path)) continue
    left--
    yield commit
  }
}

/** Whether what stands at the path differs from that in each of the commit's parents. */
function touches({ objects, graph }: Context, commit: Commit, path: string): boolean {
  const idIn = (tree: string) => findInTree(objects, tree, path)?.id ?? null
  const here = idIn(commit.tree)
  const parents = graph.parents(commit)
  if (parents.length === 0) return here !== null
  return parents.every((parent) => idIn(objects.commit(parent).tree) !== here)
}
