import { documentPath, listDocuments, proposalPath } from '../../files/index.ts'
import type { Repository } from '../../git/index.ts'
import { AnnexError, isDeviceName, type Proposal } from '../../treaty/index.ts'
import { branchOf } from '../record/editions-and-branches.ts'
import { unknownDocument } from '../record/refusals.ts'
import { soundFile } from '../record/sound-files.ts'

/**
 * Creates a draft: a branch from main with the proposal's file. Checks the branch out.
 * @returns the branch, and its first commit
 * @throws AnnexError usage for an id that Windows reserves, already-exists, not-found for an unknown document, would-overwrite
 */
export async function newProposal(
  repository: Repository,
  proposal: Proposal,
): Promise<{ branch: string; commit: string; file: string }> {
  const branch = branchOf(proposal.proposal)
  if (isDeviceName(proposal.proposal)) {
    const message = `"${proposal.proposal}" cannot be the name of a folder on Windows, so the repository could not be cloned there`
    throw new AnnexError('usage', message, `choose another id, for example ${proposal.proposal}-1`)
  }
  const main = await repository.tipOf(repository.mainBranch)
  const snapshot = repository.at(main)
  const file = proposalPath(proposal.proposal)
  if ((await snapshot.readFile(documentPath(proposal.document))) === null) {
    throw unknownDocument(proposal.document, await listDocuments(snapshot))
  }
  if ((await snapshot.readFile(file)) !== null) {
    throw new AnnexError(
      'already-exists',
      `main already records a proposal "${proposal.proposal}"`,
      'choose another id',
    )
  }
  const bytes = soundFile('proposal', file, proposal)
  await refuseExisting(repository, proposal.proposal, main)
  // The branch is created together with its first commit: an interrupted command leaves a whole draft or none.
  const { commit } = await repository.commit({
    branch,
    expected: null,
    startingAt: main,
    files: new Map([[file, bytes]]),
    message: `Draft proposal ${proposal.proposal}\n\n${proposal.title}\n`,
  })
  try {
    await repository.switchTo(branch)
  } catch (error) {
    if ((await repository.head()).branch !== branch) await repository.deleteBranch(branch, commit)
    throw error
  }
  return { branch, commit, file }
}

async function refuseExisting(repository: Repository, id: string, main: string): Promise<void> {
  const branch = branchOf(id)
  const found = (await repository.branches(branch)).find(({ name }) => name === branch)
  if (found === undefined) return
  if ((await repository.at(found.commit).readFile(proposalPath(id))) !== null) {
    const remedy = `switch to it (git switch ${branch}), or choose another id`
    throw new AnnexError('already-exists', `the branch ${branch} already has a draft`, remedy)
  }
  if (await repository.isAncestor(found.commit, main)) {
    const first = (await repository.head()).branch === branch ? `git switch ${repository.mainBranch} && ` : ''
    const remedy = `remove it (${first}git branch -d ${branch}), then run the command again`
    throw new AnnexError('already-exists', `the branch ${branch} is empty: an interrupted command left it`, remedy)
  }
  const remedy = 'choose another id, or rename that branch (git branch -m)'
  throw new AnnexError('already-exists', `the branch ${branch} already exists and has no proposal`, remedy)
}
