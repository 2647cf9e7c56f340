import { proposalPath } from '../../files/index.ts'
import type { Repository } from '../../git/index.ts'
import { AnnexError, type CalendarDay, type Outcome, type Proposal, type Status } from '../../treaty/index.ts'
import { MAY_BE_ADOPTED } from '../record/altered-outcomes.ts'
import { refuseDayToCome, todayInUtc } from '../record/days-that-have-come.ts'
import { recordOnMain } from '../record/record-on-main.ts'
import { alreadyAdopted } from '../record/refusals.ts'
import { soundFile } from '../record/sound-files.ts'
import { outcomeOf, readRecord, type TreatyRecord } from '../record/treaty-record.ts'
import { wayToAdopt } from './merged-text.ts'
import { readDraft } from './read-draft.ts'

/** Statuses in which nobody waits for an answer: nothing was sent out, or the law or the proposer has ended the proposal. */
export const MAY_BE_CLOSED: readonly Status[] = ['draft', 'blocked', 'rejected', 'closed']

/**
 * Ends a proposal without merging it. Its record stays on main, its branch stays where it is.
 * @param asOf the day as of which it is closed; today in UTC where it is left out
 * @throws AnnexError not-allowed when it is adopted or closed, when that day has not come, and when the law has not ended it on
 * that day: the Convention knows no act of closing a record
 */
export async function closeProposal(
  repository: Repository,
  id: string,
  reason: string,
  asOf = todayInUtc(),
  today = todayInUtc(),
): Promise<{ commit: string | null; closedOn: CalendarDay }> {
  refuseDayToCome(asOf, `close "${id}"`, today)
  const { commit } = await recordOnMain(
    repository,
    async (record) => {
      const open = record.proposals.get(id)?.proposal ?? (await readDraft(repository, id, true)).proposal
      refuseEnded(open)
      if (record.proposals.has(id)) await refusePending(repository, record, open, asOf)
      const closed: Proposal = { ...open, closed: reason, closedOn: asOf }
      const path = proposalPath(id)
      const before = (await record.snapshot.readFile(path)) ?? undefined
      return {
        findings: [],
        files: new Map([[path, soundFile('proposal', path, closed, before)]]),
        message: `Close proposal ${id}\n\n${reason}\n`,
      }
    },
    { only: id, remedy: `see annex proposal status ${id}` },
  )
  return { commit, closedOn: asOf }
}

function refuseEnded({ proposal: id, edition, closed }: Proposal): void {
  if (edition !== undefined) throw alreadyAdopted(id, edition)
  if (closed === undefined) return
  throw new AnnexError('not-allowed', `"${id}" is already closed: ${closed}`, `see annex proposal show ${id}`)
}

async function refusePending(
  repository: Repository,
  record: TreatyRecord,
  proposal: Proposal,
  asOf: CalendarDay,
): Promise<void> {
  const { proposal: id, frozen } = proposal
  const outcome = outcomeOf(record, id, asOf)
  if (MAY_BE_CLOSED.includes(outcome.status)) return
  const message = `"${id}" is ${outcome.status} on ${asOf}, and closing its record does not end it`
  const isDecided = frozen !== undefined && MAY_BE_ADOPTED.includes(outcome.status)
  const way = isDecided ? await wayToAdopt(repository, await readRecord(repository), proposal, frozen) : null
  throw new AnnexError('not-allowed', message, way ?? remedyFor(id, outcome))
}

function remedyFor(id: string, { status, deadline }: Outcome): string {
  if (MAY_BE_ADOPTED.includes(status)) return `record what the law has decided: annex proposal adopt ${id}`
  const withdrawal = `record its proposer's withdrawal (annex proposal record ${id} withdrawn --on DATE)`
  if (status === 'circulated' && deadline !== null) return `${withdrawal}, or wait until the period ends on ${deadline}`
  return `${withdrawal}, or wait for the decision`
}
