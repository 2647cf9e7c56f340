import type { Repository } from '../../git/index.ts'
import { isSlug } from '../../treaty/index.ts'

const BRANCHES = 'proposal/'

/** Returns the name of the branch that a proposal is drafted on. */
export function branchOf(id: string): string {
  return `${BRANCHES}${id}`
}

/** Returns the id of the proposal whose branch this is; null for another branch. */
export function proposalOnBranch(branch: string): string | null {
  return branch.startsWith(BRANCHES) ? branch.slice(BRANCHES.length) : null
}

/** The branch of a proposal, with its id. */
export interface DraftBranch {
  id: string
  commit: string
}

/**
 * Returns the branches of proposals: local branches, and remote branches as last fetched that have no local one. A branch whose
 * name holds no valid id is left out.
 */
export async function draftBranches(repository: Repository): Promise<DraftBranch[]> {
  const local = await repository.branches(BRANCHES)
  const names = new Set(local.map(({ name }) => name))
  const remote = (await repository.remoteBranches(BRANCHES)).filter(({ name }) => !names.has(name))
  return [...local, ...remote].flatMap(({ name, commit }) => {
    const id = name.slice(BRANCHES.length)
    return isSlug(id) ? [{ id, commit }] : []
  })
}
