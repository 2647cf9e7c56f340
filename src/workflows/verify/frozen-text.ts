import { apply, diff } from '../../text/index.ts'
import { digestOf, type Finding, type Frozen, isKnownError, type Proposal } from '../../treaty/index.ts'
import { isReplayOf } from '../sync/replayed.ts'
import { changedEntries } from './document-edited.ts'
import type { ProposalHistory } from './proposal-history.ts'
import type { Subject } from './subject.ts'

/** The frozen changes have their digest, and are what the commit that was sent out says against its base. */
export async function frozenText(subject: Subject, { now, file }: ProposalHistory): Promise<Finding[]> {
  if (now?.frozen === undefined) return []
  const at = { file, path: ['frozen'] }
  const { digest, changes } = now.frozen
  if (digestOf(changes) === digest)
    return (await branchFindings(subject, now, now.frozen)).map((each) => ({ ...each, at }))
  const message = 'The frozen changes are not those that were sent out: their digest differs.'
  const hint = 'Restore the file from the commit that froze it; a frozen text is never edited.'
  return [{ rule: 'verify/frozen-digest', level: 'error', message, hint, at }]
}

async function branchFindings(subject: Subject, proposal: Proposal, frozen: Frozen): Promise<Finding[]> {
  const gone = await missingCommit(subject, frozen)
  if (gone !== null) return [notHere(gone)]
  return [...(await baseFindings(subject, frozen)), ...(await textFindings(subject, proposal, frozen))]
}

async function missingCommit({ repository }: Subject, frozen: Frozen): Promise<string | null> {
  for (const id of [frozen.base, frozen.commit]) {
    try {
      await repository.readCommit(id)
    } catch (error) {
      if (!isKnownError(error)) throw error
      return id
    }
  }
  return null
}

async function baseFindings(subject: Subject, { base, commit }: Frozen): Promise<Finding[]> {
  const { repository, main, replayed } = subject
  const replay = replayed.get(base)
  const onMain =
    (await repository.isAncestor(base, main.tip)) ||
    (replay !== undefined && (await isReplayOf(repository, replay, base)))
  if (onMain && (await repository.isAncestor(base, commit))) return []
  const where = onMain ? `the text sent out (${commit.slice(0, 12)})` : 'main'
  return [
    {
      rule: 'verify/frozen-base',
      level: 'error',
      message: `Commit ${base.slice(0, 12)}, on which it was drafted, is not in the history of ${where}: a history was rewritten.`,
      hint: 'Compare main with a clone that you trust (git log --first-parent main), and bring the old one back.',
    },
  ]
}

async function textFindings({ documentAt }: Subject, proposal: Proposal, frozen: Frozen): Promise<Finding[]> {
  const base = await documentAt(frozen.base, proposal.document)
  const drafted = await documentAt(frozen.commit, proposal.document)
  const differences = base === null || drafted === null ? null : diff(apply(base, frozen.changes).document, drafted)
  if (differences !== null && differences.length === 0) return []
  const which = differences === null ? 'the document cannot be read there' : changedEntries(differences)
  return [
    {
      rule: 'verify/frozen-branch',
      level: 'error',
      message: `The frozen changes are not what commit ${frozen.commit.slice(0, 12)} says against its base: ${which}.`,
      hint: 'Look at the history of this file: both were recorded on one day, so one was edited.',
    },
  ]
}

function notHere(id: string): Finding {
  return {
    rule: 'verify/frozen-commit-absent',
    level: 'warning',
    message: `Commit ${id.slice(0, 12)} is not in this clone: the frozen changes could not be held against it.`,
    hint: "Fetch the proposal's branch: annex sync",
  }
}
