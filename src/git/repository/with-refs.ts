import { listRefs } from '../refs/read.ts'
import { namedCommits } from './branches.ts'
import type { Context } from './context.ts'
import type { NamedCommit, Repository } from './repository.ts'

type View = Pick<Repository, 'tipOf' | 'branches' | 'tags'>

/** See Repository.withRefs. */
export function viewWithRefs(context: Context, whole: View, changed: ReadonlyMap<string, string | null>): View {
  const list = (folder: string, prefix: string): NamedCommit[] => {
    const refs = new Map(listRefs(context.folders, folder + prefix))
    for (const [ref, object] of changed) {
      if (object === null) refs.delete(ref)
      else if (ref.startsWith(folder + prefix)) refs.set(ref, object)
    }
    return namedCommits(context, folder, new Map([...refs].sort(([one], [other]) => (one < other ? -1 : 1))))
  }
  return {
    async tipOf(branch) {
      if (!changed.has(`refs/heads/${branch}`)) return whole.tipOf(branch)
      return list('refs/heads/', branch).find(({ name }) => name === branch)?.commit ?? whole.tipOf(branch)
    },
    branches: async (prefix = '') => list('refs/heads/', prefix),
    tags: async (prefix = '') => list('refs/tags/', prefix),
  }
}
