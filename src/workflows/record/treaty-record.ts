import {
  listProposals,
  type ParsedFile,
  readEvents,
  readParties,
  readProposal,
  readReadings,
} from '../../files/index.ts'
import type { Repository, Snapshot } from '../../git/index.ts'
import {
  AnnexError,
  type FiledEvent,
  type PartiesFile,
  type Proposal,
  type ReadingChoice,
  type ReadingsFile,
  type Situation,
} from '../../treaty/index.ts'
import { dataOf } from './data-of.ts'

/** One proposal as main records it: its file, and its events in order. */
export interface ProposalRecord {
  proposal: Proposal
  events: FiledEvent[]
}

/** Everything that main records: the register of Parties, the readings chosen, the proposals. */
export interface TreatyRecord {
  /** The commit of main it was read from. */
  commit: string
  snapshot: Snapshot
  register: PartiesFile
  readings: ReadingChoice
  /** The file that chose them, to point findings into. */
  chosen: ParsedFile<ReadingsFile>
  proposals: Map<string, ProposalRecord>
}

/**
 * Reads the record from main, whatever branch is checked out.
 * @param only the one proposal that matters; the others are not read
 * @throws AnnexError not-found without a main branch, invalid when a file of the record cannot be read
 */
export async function readRecord(repository: Repository, only?: string): Promise<TreatyRecord> {
  const commit = await repository.resolve(repository.mainBranch)
  return readRecordAt({ id: commit, files: repository.at(commit) }, only)
}

/** Reads the record as it stands at a commit. */
export async function readRecordAt(
  { id, files: snapshot }: { id: string; files: Snapshot },
  only?: string,
): Promise<TreatyRecord> {
  const register = dataOf(await readParties(snapshot), 'annex validate --at main')
  const chosen = await readReadings(snapshot)
  const { readings } = dataOf(chosen, 'annex validate --at main')
  const proposals = new Map<string, ProposalRecord>()
  for (const proposal of await listProposals(snapshot)) {
    if (only === undefined || only === proposal) proposals.set(proposal, await readProposalRecord(snapshot, proposal))
  }
  return { commit: id, snapshot, register, readings, chosen, proposals }
}

/** The record that a commit will stand on: `met`, unless main moved since it was read. */
export async function asItIsNow(met: TreatyRecord, tip: { id: string; files: Snapshot } | null): Promise<TreatyRecord> {
  return tip === null || tip.id === met.commit ? met : await readRecordAt(tip)
}

async function readProposalRecord(snapshot: Snapshot, id: string): Promise<ProposalRecord> {
  const proposal = dataOf(await readProposal(snapshot, id), 'annex validate --at main')
  const events = (await readEvents(snapshot, id)).map((event) => ({
    ...dataOf(event, 'annex validate --at main'),
    file: event.file,
  }))
  return { proposal, events }
}

/** @throws AnnexError not-found when main does not record it */
export function recordOf(record: TreatyRecord, id: string): ProposalRecord {
  const found = record.proposals.get(id)
  if (found !== undefined) return found
  throw new AnnexError('not-found', `main records no proposal "${id}"`, 'annex proposal list shows those there are')
}

/** What the law looks at, for one recorded proposal; `readings` go before those the repository chose. */
export function situationOf(record: TreatyRecord, id: string, readings: ReadingChoice = {}): Situation {
  const { proposal, events } = recordOf(record, id)
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
    readings: { ...record.readings, ...readings },
  }
}
