import type { FiledEvent, Proposal } from '../../treaty/index.ts'
import { safeForTerminal } from '../escape.ts'
import { table } from '../terminal/table.ts'

/** What there is to say of a proposal as it is kept. */
export interface ProposalDetailsToShow {
  proposal: Proposal
  branch: { name: string; commit: string } | null
  events: readonly FiledEvent[]
}

/** A proposal as it is kept: its file, its frozen text, its events. */
export function proposalText({ proposal, branch, events }: ProposalDetailsToShow): string {
  const { frozen } = proposal
  const facts = [
    ['Proposal', proposal.proposal],
    ['Title', proposal.title],
    ['Basis', proposal.basis],
    ['Document', proposal.document],
    ['By', proposal.by],
    ['Branch', branch === null ? 'gone' : `${branch.name} at ${branch.commit.slice(0, 12)}`],
    ...(frozen === undefined
      ? []
      : [['Frozen', `${frozen.changes.length} changes, commit ${frozen.commit.slice(0, 12)}, ${frozen.digest}`]]),
    ...(proposal.edition === undefined ? [] : [['Adopted', proposal.edition]]),
    ...(proposal.closed === undefined ? [] : [['Closed', proposal.closed]]),
  ]
  const parts = [table(facts)]
  if (proposal.statement !== undefined) parts.push(safeForTerminal(proposal.statement))
  parts.push(events.length === 0 ? 'No events are recorded.' : eventTable(events))
  return parts.join('\n\n')
}

function eventTable(events: readonly FiledEvent[]): string {
  const rows = events.map(({ on, event, party, ref, withoutEffect }) => [
    on,
    event,
    party ?? '',
    ref ?? '',
    withoutEffect === undefined ? '' : `without effect: ${withoutEffect}`,
  ])
  return table(rows, { headings: ['on', 'event', 'party', 'reference', ''] })
}
