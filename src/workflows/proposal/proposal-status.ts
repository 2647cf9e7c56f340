import { readDocument } from '../../files/index.ts'
import type { Repository } from '../../git/index.ts'
import { decide } from '../../law/index.ts'
import type { CalendarDay, Change, Outcome, Proposal, ReadingChoice } from '../../treaty/index.ts'
import { readRecord, situationOf, type TreatyRecord } from '../record/treaty-record.ts'
import { readDraft } from './read-draft.ts'

/** What the law says of a proposal on a day, and the record it was read from. */
export interface ProposalStatus {
  proposal: Proposal
  outcome: Outcome
  record: TreatyRecord
}

/**
 * Decides a proposal on a day; one that only has a branch is a draft.
 * @param readings options that go before those the repository chose
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
  const { proposal, documents } = await readDraft(repository, id)
  const changes = documents.find((document) => document.id === proposal.document)?.changes ?? []
  const situation = {
    proposal: { ...proposal, changes },
    parties: record.register.parties,
    events: [],
    readings: { ...record.readings, ...readings },
  }
  return { proposal, outcome: decide(situation, asOf), record }
}

// Of an entry that is neither added nor removed the changes do not tell the facts. They are editorial: main has them as they are
// known now, whichever text they stood beside then.
async function entriesOnMain({ snapshot }: TreatyRecord, { basis, document, frozen }: Proposal) {
  const tells = (change: Change) => ['added', 'removed', 'fact', 'note'].includes(change.kind)
  if (!basis.startsWith('70') || (frozen?.changes ?? []).every(tells)) return {}
  const { data } = await readDocument(snapshot, document)
  return data === null ? {} : { entries: data.entries }
}
