import {
  listProposals,
  type ParsedFile,
  readEvents,
  readParties,
  readProposal,
  readReadings,
} from '../../files/index.ts'
import type { Repository, Snapshot } from '../../git/index.ts'
import { decide } from '../../law/index.ts'
import type {
  CalendarDay,
  Change,
  FiledEvent,
  Outcome,
  PartiesFile,
  Proposal,
  ReadingChoice,
  Rectification,
  Situation,
} from '../../treaty/index.ts'
import { eventsAsRectified } from './rectified-record.ts'
import { unknownProposal } from './refusals.ts'
import { dataOf } from './sound-files.ts'

/** A proposal on main, with its events in order. */
export interface ProposalRecord {
  proposal: Proposal
  /** The events as rectified. */
  events: FiledEvent[]
  /** What was rectified, void events too. */
  rectifications: Rectification[]
  /** The event files as they are, rectifications too. */
  files: ParsedFile<'event'>[]
}

/** What main records: the register of Parties, the chosen readings, the proposals. */
export interface TreatyRecord {
  /** The commit of main it was read from. */
  commit: string
  snapshot: Snapshot
  register: PartiesFile
  readings: ReadingChoice
  /** The file of the chosen readings, for the positions of findings. */
  chosen: ParsedFile<'readings'>
  proposals: Map<string, ProposalRecord>
}

/** What becomes of an event file that cannot be read: a command that rectifies it leaves it out. */
type UnreadableEvents = 'refused' | 'left-out'

/**
 * Reads the record from main, whatever branch is checked out.
 * @param only a proposal's id; the other proposals are not read
 * @throws AnnexError not-found without a main branch, invalid when a file of the record cannot be read
 */
export async function readRecord(
  repository: Repository,
  only?: string,
  unreadable: UnreadableEvents = 'refused',
): Promise<TreatyRecord> {
  const commit = await repository.tipOf(repository.mainBranch)
  return readRecordAt({ id: commit, files: repository.at(commit) }, only, unreadable)
}

/** Reads the record of one commit. See `readRecord`. */
export async function readRecordAt(
  { id, files: snapshot }: { id: string; files: Snapshot },
  only?: string,
  unreadable: UnreadableEvents = 'refused',
): Promise<TreatyRecord> {
  const register = dataOf(await readParties(snapshot), 'annex validate --at main')
  const chosen = await readReadings(snapshot)
  const { readings } = dataOf(chosen, 'annex validate --at main')
  const proposals = new Map<string, ProposalRecord>()
  for (const proposal of await listProposals(snapshot)) {
    if (only === undefined || only === proposal)
      proposals.set(proposal, await readProposalRecord(snapshot, proposal, unreadable))
  }
  return { commit: id, snapshot, register, readings, chosen, proposals }
}

async function readProposalRecord(
  snapshot: Snapshot,
  id: string,
  unreadable: UnreadableEvents,
): Promise<ProposalRecord> {
  const proposal = dataOf(await readProposal(snapshot, id), 'annex validate --at main')
  const files = await readEvents(snapshot, id)
  const { events, rectifications } = eventsAsRectified(files)
  for (const event of files) {
    const isLeft = unreadable === 'left-out' || rectifications.some(({ file }) => file === event.file)
    if (!isLeft) dataOf(event, 'annex validate --at main')
  }
  return { proposal, events, rectifications, files }
}

/** Returns a recorded proposal. @throws AnnexError not-found when main does not record it */
export function recordOf(record: TreatyRecord, id: string): ProposalRecord {
  const found = record.proposals.get(id)
  if (found !== undefined) return found
  throw unknownProposal(id)
}

/**
 * Returns the facts that the law decides a recorded proposal by.
 * @param readings options that replace those the repository chose
 */
export function situationOf(record: TreatyRecord, id: string, readings: ReadingChoice = {}): Situation {
  const { proposal, events, rectifications } = recordOf(record, id)
  return {
    proposal: {
      proposal: id,
      basis: proposal.basis,
      document: proposal.document,
      by: proposal.by,
      statement: proposal.statement,
      proposed: proposal.proposed,
      changes: proposal.frozen?.changes ?? [],
      closed: proposal.closed,
      closedOn: proposal.closedOn,
    },
    parties: record.register.parties,
    events,
    rectifications,
    readings: { ...record.readings, ...readings },
  }
}

/** Returns the facts that the law decides a draft by: it has changes, and no events yet. See `situationOf`. */
export function situationOfDraft(
  { register, readings }: TreatyRecord,
  proposal: Proposal,
  changes: readonly Change[],
  others: ReadingChoice = {},
): Situation {
  return {
    proposal: { ...proposal, changes },
    parties: register.parties,
    events: [],
    readings: { ...readings, ...others },
  }
}

/** Decides a recorded proposal on a day, under the readings that the repository chose alone. */
export function outcomeOf(record: TreatyRecord, id: string, asOf: CalendarDay): Outcome {
  return decide(situationOf(record, id), asOf, { divergences: false })
}
