import { documentPath, proposalPath, readProposal } from '../../files/index.ts'
import type { Commit, CommitAgain, Repository, Snapshot } from '../../git/index.ts'
import {
  AnnexError,
  type Finding,
  hasErrors,
  isKnownError,
  isSlug,
  LAST_DAY,
  type Proposal,
} from '../../treaty/index.ts'
import { adoptedAsOf, type PreparedAdoption, prepareAdoption } from '../proposal/adopt-proposal.ts'
import { isEdition } from '../record/edition-tags.ts'
import { readRecordAt, type TreatyRecord } from '../record/treaty-record.ts'

/**
 * An adoption of ours on top of what others recorded meanwhile: judged again by the law, merged again by entry, and numbered
 * after what they adopted. `there` where they adopted the same proposal; null for any commit that is no adoption.
 * @throws AnnexError not-allowed where the law no longer allows it, moved-meanwhile where it conflicts with what they adopted
 */
export async function adoptAgain(
  repository: Repository,
  commit: Commit,
  tip: { id: string; files: Snapshot },
): Promise<CommitAgain | 'there' | null> {
  const adopted = await adoptionIn(repository, commit)
  if (adopted === null) return null
  const { proposal: id, edition } = adopted
  const record = await readRecordAt(tip)
  const there = record.proposals.get(id)?.proposal
  if (there === undefined) return null
  if (there.edition !== undefined) return 'there'
  const prepared = await judgedAgain(repository, record, id, commit)
  if (hasErrors(prepared.findings)) throw conflicting(id, commit, prepared.findings)
  return { files: prepared.files, message: commit.message.replace(edition, prepared.edition) }
}

/**
 * What a tag of ours is called on the commit made anew: an edition's follows the number that it has there. Null where that commit
 * changed nothing, because others had adopted the same: the edition is theirs.
 */
export async function editionAgain(repository: Repository, name: string, commit: Commit): Promise<string | null> {
  if (!isEdition(name)) return name
  const [before] = commit.parents
  if (before !== undefined && (await repository.changedPaths(before, commit.id, '')).length === 0) return null
  return (await adoptionIn(repository, commit))?.edition ?? name
}

/** The proposal that a commit records as adopted, where it does that and nothing else. */
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

async function judgedAgain(
  repository: Repository,
  record: TreatyRecord,
  id: string,
  commit: Commit,
): Promise<PreparedAdoption> {
  try {
    return await prepareAdoption(repository, record, { id, asOf: adoptedAsOf(commit.message) ?? LAST_DAY })
  } catch (error) {
    if (!isKnownError(error, 'not-allowed')) throw error
    const own = commit.id.slice(0, 12)
    throw new AnnexError(
      'not-allowed',
      `our adoption of "${id}" (${own}) no longer stands on what others recorded: ${error.message}`,
      `run annex sync --leave-out ${own} to take it back; nothing was moved`,
      { cause: error },
    )
  }
}

function conflicting(id: string, commit: Commit, findings: readonly Finding[]): AnnexError {
  const [first, ...others] = findings.filter(({ level }) => level === 'error').map(({ message }) => message)
  const why = `${first?.replace(/\.$/, '')}${others.length === 0 ? '' : ` (and ${others.length} more)`}`
  const own = commit.id.slice(0, 12)
  return new AnnexError(
    'moved-meanwhile',
    `our adoption of "${id}" (${own}) does not merge with what others adopted: ${why}`,
    `run annex sync --leave-out ${own} to take it back; nothing was moved`,
  )
}
