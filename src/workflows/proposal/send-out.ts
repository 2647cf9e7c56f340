import { eventPath, proposalPath } from '../../files/index.ts'
import type { Repository } from '../../git/index.ts'
import { checkEvent } from '../../law/index.ts'
import {
  AnnexError,
  type CalendarDay,
  digestOf,
  type EventRecord,
  type Finding,
  hasErrors,
  type Proposal,
} from '../../treaty/index.ts'
import { soundFile } from '../record/sound-file.ts'
import type { TreatyRecord } from '../record/treaty-record.ts'
import { checkDraft } from './check-draft.ts'

/** The event that freezes a proposal's text, by what the clerk calls it. */
export type SendingOut = 'circulated' | 'submitted' | 'recommended'

/** What was put on main; `commit` is null where findings stood in the way and nothing was written. */
export interface SentOut {
  commit: string | null
  proposal: Proposal
  event: EventRecord
  findings: Finding[]
}

/**
 * Freezes a draft's text and puts its record on main: the branch's commit, the changes with what stood before and what
 * stands after, and their digest (70(1) circulation, 70(2) submission, 62(9) recommendation).
 * @throws AnnexError not-allowed when it was sent out already, or the branch has uncommitted changes
 */
export async function sendOut(repository: Repository, id: string, event: EventRecord): Promise<SentOut> {
  const { draft, record, findings: ofDraft } = await checkDraft(repository, id, event.on, { committed: true })
  if (record.proposals.get(id)?.proposal.frozen !== undefined) {
    throw new AnnexError('not-allowed', `"${id}" was sent out already`, `see annex proposal status ${id}`)
  }
  await refuseUncommitted(repository, id)
  const changes = draft.documents.find((document) => document.id === draft.proposal.document)?.changes ?? []
  const proposal: Proposal = {
    ...draft.proposal,
    frozen: { commit: draft.commit, base: draft.base, changes, digest: digestOf(changes) },
  }
  const findings = [...ofDraft, ...checkOpening(proposal, record, event, ofDraft)]
  if (hasErrors(findings)) return { commit: null, proposal, event, findings }
  const opening = eventPath(id, event, await record.snapshot.listFiles('annexes/proposals'))
  const { commit } = await repository.commit({
    branch: repository.mainBranch,
    expected: record.commit,
    files: new Map([
      [proposalPath(id), soundFile('proposal', proposalPath(id), proposal)],
      [opening, soundFile('event', opening, event)],
    ]),
    message: messageOf(id, proposal, event),
  })
  return { commit, proposal, event, findings }
}

// Whether the event opens this basis's procedure. What the draft was found wanting in is not said a second time.
function checkOpening(proposal: Proposal, record: TreatyRecord, event: EventRecord, found: Finding[]): Finding[] {
  const situation = {
    proposal: { ...proposal, changes: proposal.frozen?.changes ?? [] },
    parties: record.register.parties,
    events: [],
    readings: record.readings,
  }
  return checkEvent(situation, event).filter(({ rule }) => !found.some((other) => other.rule === rule))
}

async function refuseUncommitted(repository: Repository, id: string): Promise<void> {
  if ((await repository.head()).branch !== `proposal/${id}`) return
  const { changed, untracked } = await repository.status('annexes/')
  if (changed.length + untracked.length === 0) return
  throw new AnnexError(
    'not-allowed',
    `the branch has changes that are not committed (${[...changed, ...untracked].join(', ')})`,
    'commit them with annex proposal commit, or undo them',
  )
}

function messageOf(id: string, proposal: Proposal, event: EventRecord): string {
  const on: CalendarDay = event.on
  const ref = event.ref === undefined ? '' : `Reference: ${event.ref}\n`
  return `Record proposal ${id} as ${event.event} on ${on}\n\n${proposal.title}\n\nBasis: ${proposal.basis}\n${ref}`
}
