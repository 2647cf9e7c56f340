import { proposalPath } from '../../files/index.ts'
import { decide } from '../../law/index.ts'
import { type Finding, LAST_DAY, type Proposal, type Status } from '../../treaty/index.ts'
import { situationOf, type TreatyRecord } from './treaty-record.ts'

/** Statuses in which the law has brought the amendment about, so that its adoption may be recorded. */
export const MAY_BE_ADOPTED: readonly Status[] = ['awaiting-entry', 'in-force', 'adopted']

/**
 * Returns a finding for each proposal that was adopted or closed and ends otherwise by another record: whoever relied on the outcome
 * must be informed.
 */
export function alteredOutcomes(before: TreatyRecord, after: TreatyRecord): Finding[] {
  return [...before.proposals.values()].flatMap(({ proposal }) => {
    if (proposal.edition === undefined && proposal.closed === undefined) return []
    const [was, is] = [before, after].map((record) => endOf(record, proposal.proposal))
    return was === undefined || is === undefined || was === is ? [] : [altered(proposal, was, is)]
  })
}

function endOf(record: TreatyRecord, id: string): Status {
  return decide(situationOf(record, id), LAST_DAY, { divergences: false }).status
}

function altered({ proposal: id, edition }: Proposal, was: Status, is: Status): Finding {
  const isUndone = edition !== undefined && !MAY_BE_ADOPTED.includes(is)
  const message = `This alters what was decided: "${id}" was ${was}, and is now ${is}.`
  const hint = isUndone
    ? `${edition} was adopted in error: inform the Parties that it is void, and restore its text by a further proposal.`
    : `Inform those who relied on it; see annex proposal status ${id}.`
  return { rule: 'verify/outcome-altered', level: 'warning', message, hint, at: { file: proposalPath(id) } }
}
