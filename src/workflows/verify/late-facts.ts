import { partiesPath, proposalPath } from '../../files/index.ts'
import { compareDays, type Finding, LAST_DAY, type Outcome, type Proposal, type Status } from '../../treaty/index.ts'
import { MAY_BE_ADOPTED } from '../proposal/adopt-proposal.ts'
import { lastReason, outcomeIn } from './adoptions.ts'
import { type Act, type Audit, about } from './audit.ts'
import { eventsOf, isEventPath, proposalIn, proposalOf, type RecordFiles } from './record-files.ts'

/** How an outcome ends when nothing more happens. */
const ENDED: readonly Status[] = ['blocked', 'rejected', 'closed']

/**
 * A fact recorded after the decisive day of a proposal may alter its outcome: an objection, a withdrawal, a Party or a denunciation dated
 * back. The record may be right to do so, but everybody who relied on the outcome must learn of it, and from which commit.
 */
export function judgeLateFacts({ reader }: Audit, act: Act): Finding[] {
  const { main, before, after } = act
  if (main.adopts !== null || main.parents.length === 0) return []
  return proposalsTouched(act).flatMap((id) => {
    const proposal = proposalOf(before, reader, id)
    if (proposal?.frozen === undefined) return []
    const was = outcomeIn(before, reader, proposal, LAST_DAY)
    if (!isDecided(before, reader, proposal, was)) return []
    const is = outcomeIn(after, reader, proposal, LAST_DAY)
    if (ends(was.status) === ends(is.status)) return []
    return [altered(act, proposal, was, is)]
  })
}

function proposalsTouched({ main, before }: Act): string[] {
  if (main.changes.some(({ path }) => path === partiesPath)) return [...before.proposals.keys()]
  const added = main.changes.filter(({ path }) => isEventPath(path))
  return [...new Set(added.map(({ path }) => proposalIn(path) ?? ''))]
}

/** Whether something on record already rests on the outcome: an adoption, a closing, or an event after the decisive day. */
function isDecided(files: RecordFiles, reader: Audit['reader'], proposal: Proposal, { deadline }: Outcome): boolean {
  if (proposal.edition !== undefined || proposal.closed !== undefined) return true
  const events = eventsOf(files, reader, proposal.proposal)
  return deadline !== null && events.some(({ on }) => compareDays(on, deadline) > 0)
}

function ends(status: Status): 'ended' | 'takes effect' {
  return ENDED.includes(status) ? 'ended' : 'takes effect'
}

function altered({ main }: Act, { proposal, edition }: Proposal, was: Outcome, is: Outcome): Finding {
  const undone = edition !== undefined && !MAY_BE_ADOPTED.includes(is.status)
  const says = `recorded a fact that alters what was decided: "${proposal}" was ${was.status}, and is now ${is.status}${lastReason(is)}`
  const hint = undone
    ? `Check the fact with the depositary. If it is right, take ${edition} back by a further proposal; if not, undo the commit with git revert.`
    : 'Check the fact with the depositary. If it is not right, undo the commit with git revert.'
  return about(main, 'verify/outcome-altered', says, hint, proposalPath(proposal), undone ? 'error' : 'warning')
}
