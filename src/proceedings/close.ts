import { proposalPath, type Repository, serialize } from '../store/index.ts'
import { AnnexError, type Proposal } from '../treaty/index.ts'
import { readDraft } from './draft.ts'
import { readRecord } from './record.ts'

/**
 * Ends a proposal unmerged. Its record stays on main, its branch stays where it is.
 * @throws AnnexError not-allowed when it was adopted or closed already
 */
export async function closeProposal(
  repository: Repository,
  id: string,
  reason: string,
): Promise<{ commit: string; proposal: Proposal }> {
  const record = await readRecord(repository, id)
  const open = record.proposals.get(id)?.proposal ?? (await readDraft(repository, id, true)).proposal
  if (open.edition !== undefined) {
    throw new AnnexError(
      'not-allowed',
      `"${id}" was adopted as ${open.edition}`,
      'draft a new proposal: what is adopted is changed by no other means',
    )
  }
  if (open.closed !== undefined) {
    throw new AnnexError('not-allowed', `"${id}" was closed already: ${open.closed}`, `see annex proposal show ${id}`)
  }
  const proposal: Proposal = { ...open, closed: reason }
  const { commit } = await repository.commit({
    branch: repository.mainBranch,
    expected: record.commit,
    files: new Map([[proposalPath(id), new TextEncoder().encode(serialize('proposal', proposal))]]),
    message: `Close proposal ${id}\n\n${reason}\n`,
  })
  return { commit, proposal }
}
