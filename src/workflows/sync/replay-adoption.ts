import { documentPath, proposalPath, readProposal } from '../../files/index.ts'
import type { Commit, ReplayedCommit, Repository, Snapshot } from '../../git/index.ts'
import {
  AnnexError,
  type CalendarDay,
  type Finding,
  hasErrors,
  isKnownError,
  isSlug,
  type Proposal,
} from '../../treaty/index.ts'
import { adoptedAsOf, type PreparedAdoption, prepareAdoption } from '../proposal/adopt-proposal.ts'
import { hadNotCome, todayInUtc } from '../record/days-that-have-come.ts'
import { isEdition } from '../record/editions-and-branches.ts'
import { readRecordAt, type TreatyRecord } from '../record/treaty-record.ts'

/**
 * Replays a local adoption on the remote's main: it is judged by the law again, merged by entry again, and gets the next
 * edition number there. Returns `'already-applied'` when the remote adopted the same proposal, or null for an ordinary commit.
 * @throws AnnexError not-allowed when the law no longer allows it, moved-meanwhile when it conflicts with another adoption
 */
export async function replayAdoption(
  repository: Repository,
  commit: Commit,
  tip: { id: string; files: Snapshot },
): Promise<ReplayedCommit | 'already-applied' | null> {
  const adopted = await adoptionIn(repository, commit)
  if (adopted === null) return null
  const { proposal: id, edition } = adopted
  const record = await readRecordAt(tip)
  const theirs = record.proposals.get(id)?.proposal
  if (theirs === undefined) return null
  if (theirs.edition !== undefined) return 'already-applied'
  const prepared = await judgeAgain(repository, record, id, commit)
  if (hasErrors(prepared.findings)) throw conflicting(id, commit, prepared.findings)
  return { files: prepared.files, message: commit.message.replace(edition, prepared.edition) }
}

/**
 * Returns a local tag's name on the replayed commit: an edition's tag gets the edition's new number. Null when that commit
 * changes nothing because the remote adopted the same proposal: it has the tag already.
 */
export async function tagOfReplayed(repository: Repository, name: string, commit: Commit): Promise<string | null> {
  if (!isEdition(name)) return name
  const [before] = commit.parents
  if (before !== undefined && (await repository.changedPaths(before, commit.id, '')).length === 0) return null
  return (await adoptionIn(repository, commit))?.edition ?? name
}

/** Returns the proposal that a commit records as adopted; null for a commit that does anything else. */
async function adoptionIn(
  repository: Repository,
  { id, parents }: Commit,
): Promise<(Proposal & { edition: string }) | null> {
  const [before, sentOut] = parents
  if (before === undefined || sentOut === undefined) return null
  const changed = await repository.changedPaths(before, id, '')
  const named = changed.flatMap((path) => /^annexes\/proposals\/([^/]+)\/proposal\.yaml$/.exec(path)?.[1] ?? [])
  const [only = '', ...others] = named
  if (others.length > 0 || !isSlug(only)) return null
  const was = (await readProposal(repository.at(before), only)).data
  const proposal = (await readProposal(repository.at(id), only)).data
  if (proposal?.edition === undefined || was === null || was.edition !== undefined) return null
  if (changed.some((path) => path !== proposalPath(only) && path !== documentPath(proposal.document))) return null
  return { ...proposal, edition: proposal.edition }
}

async function judgeAgain(
  repository: Repository,
  record: TreatyRecord,
  id: string,
  commit: Commit,
): Promise<PreparedAdoption> {
  const asOf = dayOf(id, commit)
  try {
    return await prepareAdoption(repository, record, { id, asOf })
  } catch (error) {
    if (!isKnownError(error, 'not-allowed')) throw error
    throw notReplayed(id, commit, `is no longer allowed after what the server recorded: ${error.message}`, error)
  }
}

/** The day that a local adoption was judged for. @throws AnnexError not-allowed when it names none, or one that has not come */
function dayOf(id: string, commit: Commit): CalendarDay {
  const asOf = adoptedAsOf(commit.message)
  if (asOf === null) throw notReplayed(id, commit, 'does not name the day on which the law allowed it (As-of)')
  const early = hadNotCome(asOf, commit, todayInUtc())
  if (early !== null) throw notReplayed(id, commit, `is as of ${early}`)
  return asOf
}

function notReplayed(id: string, commit: Commit, why: string, cause?: unknown): AnnexError {
  const own = commit.id.slice(0, 12)
  const remedy = `run annex sync --leave-out ${own} to drop it; no ref was changed`
  return new AnnexError('not-allowed', `the local adoption of "${id}" (${own}) ${why}`, remedy, { cause })
}

function conflicting(id: string, commit: Commit, findings: readonly Finding[]): AnnexError {
  const [first, ...others] = findings.filter(({ level }) => level === 'error').map(({ message }) => message)
  const why = `${first?.replace(/\.$/, '')}${others.length === 0 ? '' : ` (and ${others.length} more)`}`
  const own = commit.id.slice(0, 12)
  return new AnnexError(
    'moved-meanwhile',
    `the local adoption of "${id}" (${own}) conflicts with an adoption on the server: ${why}`,
    `run annex sync --leave-out ${own} to drop it; no ref was changed`,
  )
}
