import { documentPath, proposalPath, type Repository, serialize } from '../store/index.ts'
import { AnnexError, type Proposal } from '../treaty/index.ts'
import { branchOf } from './draft.ts'

/**
 * Opens a draft: a branch of main that holds the proposal's file, checked out.
 * @returns the branch, and its first commit
 * @throws AnnexError already-exists, not-found for a document that is not kept here, would-overwrite
 */
export async function newProposal(
  repository: Repository,
  proposal: Proposal,
): Promise<{ branch: string; commit: string; file: string }> {
  const branch = branchOf(proposal.proposal)
  const main = await repository.resolve(repository.mainBranch)
  const snapshot = repository.at(main)
  const file = proposalPath(proposal.proposal)
  if ((await snapshot.readFile(documentPath(proposal.document))) === null) {
    throw new AnnexError('not-found', `main keeps no document "${proposal.document}"`, 'annex show lists the documents')
  }
  if ((await snapshot.readFile(file)) !== null) {
    throw new AnnexError(
      'already-exists',
      `main already records a proposal "${proposal.proposal}"`,
      'choose another id',
    )
  }
  await repository.createBranch(branch, main)
  try {
    await repository.switchTo(branch)
  } catch (error) {
    await repository.deleteBranch(branch, main)
    throw error
  }
  const { commit } = await repository.commit({
    branch,
    expected: main,
    files: new Map([[file, new TextEncoder().encode(serialize('proposal', proposal))]]),
    message: `Draft proposal ${proposal.proposal}\n\n${proposal.title}\n`,
  })
  return { branch, commit, file }
}
