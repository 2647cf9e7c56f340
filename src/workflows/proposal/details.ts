import type { Repository } from '../../git/index.ts'
import type { FiledEvent, Proposal } from '../../treaty/index.ts'
import { readRecord } from '../record/treaty-record.ts'
import { branchOf, readDraft } from './read-draft.ts'

/** A proposal as it is kept. */
export interface ProposalDetails {
  proposal: Proposal
  /** Its branch, and the branch's commit; null where the branch is gone. */
  branch: { name: string; commit: string } | null
  events: FiledEvent[]
}

/** @throws AnnexError not-found */
export async function proposalDetails(repository: Repository, id: string): Promise<ProposalDetails> {
  const recorded = (await readRecord(repository, id)).proposals.get(id)
  const found = (await repository.branches(branchOf(id))).find(({ name }) => name === branchOf(id))
  const branch = found === undefined ? null : { name: found.name, commit: found.commit }
  if (recorded !== undefined) return { ...recorded, branch }
  const { proposal } = await readDraft(repository, id)
  return { proposal, branch, events: [] }
}
