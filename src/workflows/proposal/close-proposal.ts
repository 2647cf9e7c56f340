import { proposalPath } from '../../files/index.ts'
import type { Repository } from '../../git/index.ts'
import { decide } from '../../law/index.ts'
import { AnnexError, type CalendarDay, type Outcome, type Proposal, type Status } from '../../treaty/index.ts'
import { soundFile } from '../record/sound-file.ts'
import { type ProposalRecord, readRecord, situationOf, type TreatyRecord } from '../record/treaty-record.ts'
import { wayToAdopt } from './merged-text.ts'
import { readDraft } from './read-draft.ts'

/** Where nobody waits for an answer any more: nothing was sent out, or the law or its proposer has ended the proposal. */
const MAY_BE_CLOSED: readonly Status[] = ['draft', 'blocked', 'rejected', 'closed']

/** What the law has already done, or will do without anybody's help. */
const DECIDED: readonly Status[] = ['awaiting-entry', 'adopted', 'in-force']

/**
 * Ends a proposal unmerged. Its record stays on main, its branch stays where it is.
 * @param asOf the day as of which it is closed
 * @throws AnnexError not-allowed when it was adopted or closed already, and while the law has not ended it on that day:
 *   closing a record is no act that the Convention knows
 */
export async function closeProposal(
  repository: Repository,
  id: string,
  reason: string,
  asOf: CalendarDay,
): Promise<{ commit: string; proposal: Proposal }> {
  const record = await readRecord(repository, id)
  const recorded = record.proposals.get(id)
  const open = recorded?.proposal ?? (await readDraft(repository, id, true)).proposal
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
  if (recorded !== undefined) await refuseWhileItRuns(repository, record, recorded, asOf)
  const proposal: Proposal = { ...open, closed: reason, closedOn: asOf }
  const { commit } = await repository.commit({
    branch: repository.mainBranch,
    expected: record.commit,
    files: new Map([[proposalPath(id), soundFile('proposal', proposalPath(id), proposal)]]),
    message: `Close proposal ${id}\n\n${reason}\n`,
  })
  return { commit, proposal }
}

async function refuseWhileItRuns(
  repository: Repository,
  record: TreatyRecord,
  { proposal }: ProposalRecord,
  asOf: CalendarDay,
): Promise<void> {
  const { proposal: id, frozen } = proposal
  const outcome = decide(situationOf(record, id), asOf, { divergences: false })
  if (MAY_BE_CLOSED.includes(outcome.status)) return
  const message = `"${id}" is ${outcome.status} on ${asOf}, which closing its record does not end`
  const collides = frozen !== undefined && DECIDED.includes(outcome.status)
  const way = collides ? await wayToAdopt(repository, await readRecord(repository), proposal, frozen) : null
  throw new AnnexError('not-allowed', message, way ?? remedyFor(id, outcome))
}

function remedyFor(id: string, { status, deadline }: Outcome): string {
  if (DECIDED.includes(status)) return `record what the law has done: annex proposal adopt ${id}`
  const withdrawal = `record its proposer's withdrawal (annex proposal record ${id} withdrawn --on DATE)`
  if (status === 'circulated' && deadline !== null) return `${withdrawal}, or wait for the period to end, ${deadline}`
  return `${withdrawal}, or wait for the decision`
}
