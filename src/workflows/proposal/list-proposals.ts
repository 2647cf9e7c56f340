import { readProposal } from '../../files/index.ts'
import type { Repository } from '../../git/index.ts'
import { decide } from '../../law/index.ts'
import type { CalendarDay, Outcome, Proposal, Status } from '../../treaty/index.ts'
import { readRecord, situationOf } from '../record/treaty-record.ts'
import { draftBranches } from './read-draft.ts'

/** A proposal, and where it stands on the day asked. `outcome` is null for a draft: the law has nothing to decide yet. */
export interface ListedProposal {
  proposal: Proposal
  status: Status
  outcome: Outcome | null
}

/** The proposals on main and those that are still drafts on branches of their own, by id. */
export async function listAllProposals(repository: Repository, asOf: CalendarDay): Promise<ListedProposal[]> {
  const record = await readRecord(repository)
  const listed: ListedProposal[] = []
  for (const [id, { proposal }] of record.proposals) {
    const outcome = decide(situationOf(record, id), asOf, { divergences: false })
    listed.push({ proposal, status: outcome.status, outcome })
  }
  for (const branch of await draftBranches(repository)) {
    const id = branch.name.slice('proposal/'.length)
    if (record.proposals.has(id)) continue
    const { data } = await readProposal(repository.at(branch.commit), id)
    if (data !== null) listed.push({ proposal: data, status: 'draft', outcome: null })
  }
  return listed.sort((one, other) => (one.proposal.proposal < other.proposal.proposal ? -1 : 1))
}
