import { eventPath, proposalPath } from '../../files/index.ts'
import type { Repository } from '../../git/index.ts'
import { checkEvent } from '../../law/index.ts'
import { AnnexError, digestOf, type EventRecord, type Finding, hasErrors, type Proposal } from '../../treaty/index.ts'
import { branchOf } from '../record/editions-and-branches.ts'
import { recordOnMain } from '../record/record-on-main.ts'
import { soundFile } from '../record/sound-files.ts'
import { situationOfDraft, type TreatyRecord } from '../record/treaty-record.ts'
import { checkDraft } from './check-draft.ts'
import { type Draft, ownDocument } from './read-draft.ts'

/** The event by which a text is sent out and frozen: the names of the commands circulate, submit and recommend. */
export type SendingOut = 'circulated' | 'submitted' | 'recommended'

/** What was recorded on main; `commit` is null if findings did not allow it and nothing was written. */
export interface SentOut {
  commit: string | null
  proposal: Proposal
  event: EventRecord
  findings: Finding[]
}

/**
 * Freezes a draft's text and records it on main: the branch's commit, the changes with their text before and after, and their
 * digest (70(1) circulation, 70(2) submission, 62(9) recommendation).
 * @throws AnnexError not-allowed when it is already sent out, or the branch has uncommitted changes
 */
export async function sendOut(repository: Repository, id: string, event: EventRecord): Promise<SentOut> {
  const { commit, proposal, findings } = await recordOnMain(
    repository,
    (record) => judge(repository, record, id, event),
    { only: id, remedy: `see annex proposal check ${id}` },
  )
  return { commit, proposal, event, findings }
}

async function judge(repository: Repository, record: TreatyRecord, id: string, event: EventRecord) {
  const { draft, findings: ofDraft } = await checkDraft(repository, record, id, event.on, { committed: true })
  if (record.proposals.get(id)?.proposal.frozen !== undefined) {
    throw new AnnexError('not-allowed', `"${id}" is already sent out`, `see annex proposal status ${id}`)
  }
  await refuseUncommitted(repository, id)
  const proposal = frozenProposal(draft)
  const findings = [...ofDraft, ...checkOpening(proposal, record, event, ofDraft)]
  const opening = eventPath(id, event, await record.snapshot.listFiles('annexes/proposals'))
  const drafted = (await draft.snapshot.readFile(proposalPath(id))) ?? undefined
  const files = hasErrors(findings)
    ? null
    : new Map([
        [proposalPath(id), soundFile('proposal', proposalPath(id), proposal, drafted)],
        [opening, soundFile('event', opening, event)],
      ])
  return { proposal, findings, files, message: messageOf(id, proposal, event) }
}

function frozenProposal(draft: Draft): Proposal {
  const { proposal, commit, base } = draft
  const changes = ownDocument(draft)?.changes ?? []
  return { ...proposal, frozen: { commit, base, changes, digest: digestOf(changes) } }
}

// Checks that the event opens the procedure of this basis. A rule that the check of the draft reported is not reported again.
function checkOpening(proposal: Proposal, record: TreatyRecord, event: EventRecord, reported: Finding[]): Finding[] {
  const situation = situationOfDraft(record, proposal, proposal.frozen?.changes ?? [])
  return checkEvent(situation, event).filter(({ rule }) => !reported.some((other) => other.rule === rule))
}

async function refuseUncommitted(repository: Repository, id: string): Promise<void> {
  if ((await repository.head()).branch !== branchOf(id)) return
  const { changed, untracked } = await repository.status('annexes/')
  if (changed.length + untracked.length === 0) return
  throw new AnnexError(
    'not-allowed',
    `the branch has uncommitted changes (${[...changed, ...untracked].join(', ')})`,
    'commit them with annex proposal commit, or undo them',
  )
}

function messageOf(id: string, proposal: Proposal, event: EventRecord): string {
  const ref = event.ref === undefined ? '' : `Reference: ${event.ref}\n`
  return `Record proposal ${id} as ${event.event} on ${event.on}\n\n${proposal.title}\n\nBasis: ${proposal.basis}\n${ref}`
}
