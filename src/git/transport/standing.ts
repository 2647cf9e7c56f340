import { ancestorsOf } from '../history/graph.ts'
import { isAncestor } from '../history/merge-bases.ts'
import { replaysIn } from '../history/replay-trailer.ts'
import type { Commit } from '../objects/commit.ts'
import { listRefs, resolveRef } from '../refs/read.ts'
import type { Context } from '../repository/context.ts'
import { peelToCommit } from '../repository/revision.ts'

/**
 * How a commit stands: main or another branch holds it, here or on the server; main has one that replays it; or neither.
 */
export type Standing = 'held' | Commit | null

/** Tells how the commit that an object leads to stands. What is no commit's is held by whoever made it. */
export function standingOf(
  { folders, objects, graph }: Context,
  mainBranch: string,
  refs: ReadonlyMap<string, string>,
): (object: string) => { commit: string; state: Standing } {
  const main = resolveRef(folders, `refs/heads/${mainBranch}`)
  let heirs: Map<string, Commit> | undefined
  let branches: Set<string> | undefined
  const isOnBranch = (commit: string) => {
    const theirs = [...refs].filter(([ref]) => ref.startsWith('refs/heads/')).map(([, id]) => id)
    const tips = [...listRefs(folders, 'refs/heads/').values(), ...theirs]
    branches ??= ancestorsOf(
      graph,
      tips.flatMap((id) => peelToCommit(objects, id) ?? []),
    )
    return branches.has(commit)
  }
  return (object) => {
    const commit = peelToCommit(objects, object)
    if (commit === null || main === null || isAncestor(graph, commit, main)) {
      return { commit: commit ?? object, state: 'held' }
    }
    heirs ??= replayedOn(graph, main)
    return { commit, state: heirs.get(commit) ?? (isOnBranch(commit) ? 'held' : null) }
  }
}

/** The commits of main, along first parents, that replay others: by the ids of those. */
function replayedOn({ commit, parents }: Context['graph'], main: string): Map<string, Commit> {
  const heirs = new Map<string, Commit>()
  for (let id: string | undefined = main; id !== undefined; ) {
    const heir: Commit = commit(id)
    for (const old of replaysIn(heir.message)) heirs.set(old, heir)
    id = parents(heir)[0]
  }
  return heirs
}
