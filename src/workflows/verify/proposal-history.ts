import { proposalPath, readProposal } from '../../files/index.ts'
import type { Repository } from '../../git/index.ts'
import { isKnownError, isSlug, type Proposal } from '../../treaty/index.ts'
import type { Step } from './main-history.ts'

/** A proposal's file as one step of main left it; null where it is gone or cannot be read. */
export interface ProposalVersion {
  step: Step
  proposal: Proposal | null
}

/** The commit that wrote a proposal's edition, and the proposal as it wrote it. */
export interface Adoption {
  edition: string
  proposal: Proposal
  step: Step
}

/** What main recorded of one proposal, the oldest first. */
export interface ProposalHistory {
  id: string
  file: string
  versions: readonly ProposalVersion[]
  /** As main has it now. */
  now: Proposal | null
  adoption: Adoption | null
}

/** Reads every version of every proposal's file on main; most have two or three. */
export async function readProposalHistories(
  repository: Repository,
  byPath: ReadonlyMap<string, readonly Step[]>,
): Promise<ProposalHistory[]> {
  const ids = [...byPath.keys()].map((path) => /^annexes\/proposals\/([^/]+)\/proposal\.yaml$/.exec(path)?.[1] ?? '')
  const histories: ProposalHistory[] = []
  for (const id of ids.filter(isSlug).sort()) {
    const versions: ProposalVersion[] = []
    for (const step of byPath.get(proposalPath(id)) ?? []) {
      versions.push({ step, proposal: await proposalAt(repository, step, id) })
    }
    const now = versions.at(-1)?.proposal ?? null
    histories.push({ id, file: proposalPath(id), versions, now, adoption: adoptionIn(versions) })
  }
  return histories
}

async function proposalAt(repository: Repository, step: Step, id: string): Promise<Proposal | null> {
  try {
    return (await readProposal(repository.at(step.commit.id), id)).data
  } catch (error) {
    // No file at all: a symbolic link, a folder, an object that is missing.
    if (isKnownError(error)) return null
    throw error
  }
}

function adoptionIn(versions: readonly ProposalVersion[]): Adoption | null {
  for (const { step, proposal } of versions) {
    if (proposal?.edition !== undefined) return { edition: proposal.edition, proposal, step }
  }
  return null
}
