import { listProposals, readProposal } from '../../files/index.ts'
import type { Repository } from '../../git/index.ts'
import { type Frozen, isKnownError, type Proposal } from '../../treaty/index.ts'

/**
 * Returns a function from a commit to the proposal that it belongs to: a commit of the draft that was frozen, or the merge that
 * adopted it; null for any other commit.
 * @param at the commit whose record is read
 */
export async function proposalOfCommits(
  repository: Repository,
  at: string,
): Promise<(commit: string) => string | null> {
  const owner = new Map<string, string>()
  for (const id of await listProposals(repository.at(at))) {
    const { data } = await readProposal(repository.at(at), id)
    if (data === null) continue
    for (const commit of await commitsOf(repository, data)) if (!owner.has(commit)) owner.set(commit, id)
  }
  return (commit) => owner.get(commit) ?? null
}

async function commitsOf(repository: Repository, { frozen, edition }: Proposal): Promise<string[]> {
  const adopted = edition === undefined ? [] : await repository.tags(edition)
  const merges = adopted.filter((tag) => tag.name === edition).map((tag) => tag.commit)
  return frozen === undefined ? merges : [...merges, ...(await draftedFrom(repository, frozen))]
}

/** The commits of a draft, along first parents back to the commit that it was drafted on. */
async function draftedFrom(repository: Repository, { commit: end, base }: Frozen): Promise<string[]> {
  const commits: string[] = []
  try {
    for (let commit = await repository.readCommit(end); commit.id !== base; ) {
      commits.push(commit.id)
      const [parent] = commit.parents
      if (parent === undefined || (await repository.isAncestor(parent, base))) break
      commit = await repository.readCommit(parent)
    }
  } catch (error) {
    // A clone that has only main lacks the commits of drafts.
    if (!isKnownError(error, 'unreadable')) throw error
  }
  return commits
}
