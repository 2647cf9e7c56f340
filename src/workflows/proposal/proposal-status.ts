import { readDocument, readProposal } from '../../files/index.ts'
import type { Repository } from '../../git/index.ts'
import { decide } from '../../law/index.ts'
import type {
  CalendarDay,
  Change,
  FiledEvent,
  Outcome,
  Proposal,
  ReadingChoice,
  Rectification,
  Status,
} from '../../treaty/index.ts'
import { branchOf, draftBranches } from '../record/editions-and-branches.ts'
import { outcomeOf, readRecord, situationOf, situationOfDraft, type TreatyRecord } from '../record/treaty-record.ts'
import { ownDocument, readDraft } from './read-draft.ts'

/** A proposal with its branch and its events. */
export interface ProposalDetails {
  proposal: Proposal
  /** Null when the branch is gone. */
  branch: { name: string; commit: string } | null
  /** The events as rectified. */
  events: FiledEvent[]
  /** What was rectified, void events too. */
  rectifications: Rectification[]
}

/** Returns a proposal from main, or from its branch while main does not record it. @throws AnnexError not-found */
export async function proposalDetails(repository: Repository, id: string): Promise<ProposalDetails> {
  const recorded = (await readRecord(repository, id)).proposals.get(id)
  const found = (await repository.branches(branchOf(id))).find(({ name }) => name === branchOf(id))
  const branch = found === undefined ? null : { name: found.name, commit: found.commit }
  if (recorded !== undefined) {
    const { proposal, events, rectifications } = recorded
    return { proposal, branch, events, rectifications }
  }
  const { proposal } = await readDraft(repository, id)
  return { proposal, branch, events: [], rectifications: [] }
}

/** A proposal and its status on a day. `outcome` is null for a draft: the law has nothing to decide yet. */
export interface ListedProposal {
  proposal: Proposal
  status: Status
  outcome: Outcome | null
}

/** Returns the proposals on main and the drafts that only have a branch, sorted by id. */
export async function listAllProposals(repository: Repository, asOf: CalendarDay): Promise<ListedProposal[]> {
  const record = await readRecord(repository)
  const listed: ListedProposal[] = []
  for (const [id, { proposal }] of record.proposals) {
    const outcome = outcomeOf(record, id, asOf)
    listed.push({ proposal, status: outcome.status, outcome })
  }
  for (const { id, commit } of await draftBranches(repository)) {
    if (record.proposals.has(id)) continue
    const { data } = await readProposal(repository.at(commit), id)
    if (data !== null) listed.push({ proposal: data, status: 'draft', outcome: null })
  }
  return listed.sort((one, other) => (one.proposal.proposal < other.proposal.proposal ? -1 : 1))
}

/** What the law says about a proposal on a day, and the record that it was decided by. */
export interface ProposalStatus {
  proposal: Proposal
  outcome: Outcome
  record: TreatyRecord
}

/**
 * Decides a proposal on a day. A proposal that main does not record is a draft.
 * @param readings options that replace those the repository chose
 */
export async function proposalStatus(
  repository: Repository,
  id: string,
  asOf: CalendarDay,
  readings: ReadingChoice = {},
): Promise<ProposalStatus> {
  const record = await readRecord(repository, id)
  const recorded = record.proposals.get(id)
  if (recorded !== undefined) {
    const { proposal } = recorded
    const entries = await entriesOnMain(record, proposal)
    return { proposal, outcome: decide({ ...situationOf(record, id, readings), ...entries }, asOf), record }
  }
  const draft = await readDraft(repository, id)
  const situation = situationOfDraft(record, draft.proposal, ownDocument(draft)?.changes ?? [], readings)
  return { proposal: draft.proposal, outcome: decide(situation, asOf), record }
}

// Changes hold the facts of an entry only when they add or remove it, or change a fact or a note. The facts of other entries are
// read from main: they are editorial, and main has the latest.
async function entriesOnMain({ snapshot }: TreatyRecord, { basis, document, frozen }: Proposal) {
  const holdsFacts = (change: Change) => ['added', 'removed', 'fact', 'note'].includes(change.kind)
  if (!basis.startsWith('70') || (frozen?.changes ?? []).every(holdsFacts)) return {}
  const { data } = await readDocument(snapshot, document)
  return data === null ? {} : { entries: data.entries }
}
