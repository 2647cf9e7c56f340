import type { Commit, Departure, Repository } from '../../git/index.ts'
import { AnnexError, type Finding, hasErrors } from '../../treaty/index.ts'
import type { AuditOptions } from './audit.ts'
import { named } from './main-history.ts'
import { type Verified, type VerifyOptions, verify } from './verify.ts'

/** How many missing commits are reported one by one. */
const REPORTED = 20

/** A verified main, and what the clone remembers of it. */
export interface VerifiedClone extends Verified {
  /** The last main that this clone remembers, after this verification; null if there is none. */
  known: string | null
}

/**
 * Verifies main, and that it continues the main that this clone verified or synchronized last. If there are no errors, the clone remembers
 * this one; with `since`, only if what is believed was verified before.
 * @throws what `verify` throws
 */
export async function verifyClone(repository: Repository, options: VerifyOptions = {}): Promise<VerifiedClone> {
  const verified = await verify(repository, options)
  const findings = [...(await judgeContinuity(repository, verified.main)), ...verified.findings]
  const isVerified = !hasErrors(findings) && (await wasVerified(repository, verified.since))
  const known = isVerified ? await repository.noteVerifiedMain(verified.main) : null
  return { ...verified, findings, known: known ?? (await repository.knownMain()) }
}

/**
 * Accepts a main that does not continue what this clone remembers, and verifies it. Its id is needed in full: a name, or the beginning of
 * an id, may stand for another commit tomorrow.
 * @throws AnnexError usage without a full id, unknown-revision when this clone has no such commit
 */
export async function acceptMain(
  repository: Repository,
  id: string,
  options: AuditOptions = {},
): Promise<VerifiedClone & { before: string | null }> {
  await checkFullId(repository, id)
  const verified = await verify(repository.withRefs(new Map([[`refs/heads/${repository.mainBranch}`, id]])), options)
  return { ...verified, before: await repository.acceptMain(id), known: id }
}

async function wasVerified(repository: Repository, since: string | null): Promise<boolean> {
  if (since === null) return true
  const known = await repository.knownMain()
  return known !== null && (await repository.isAncestor(since, known))
}

async function checkFullId(repository: Repository, id: string): Promise<void> {
  if (!/^[0-9a-f]{40}$/.test(id)) {
    const message = `${JSON.stringify(id.slice(0, 80))} is not the full id of a commit`
    throw new AnnexError('usage', message, 'give all 40 digits, as the message about the new main shows them')
  }
  const commit = await repository.resolve(id)
  if (commit !== id)
    throw new AnnexError('usage', `${id} is a tag, not a commit`, `give the id of its commit, ${commit}`)
}

/** Reports what is missing when main does not continue, along first parents, what the clone remembers: commits, authors and files. */
async function judgeContinuity(repository: Repository, tip: string): Promise<Finding[]> {
  const known = await repository.knownMain()
  const departure = known === null ? null : await repository.departure(known, tip)
  if (departure === null) return []
  return departureFindings(repository, departure, {
    known: 'the main that this clone knew',
    hint: `${restoring(departure)} If the office decided on the new main, run annex verify --accept ${tip}.`,
  })
}

function restoring({ kind, known }: Departure): string {
  if (kind === 'unrelated') return `Put it back with git branch -f main ${known}.`
  return `Put it back with git rebase ${known} main; look at the rest with git log ${known.slice(0, 12)}..main.`
}

/** Reports a main that does not continue another, and each missing commit with its author and files. */
export async function departureFindings(
  repository: Repository,
  departure: Departure,
  words: { known: string; hint: string },
): Promise<Finding[]> {
  const { known, tip } = departure
  const message = `main (${tip.slice(0, 12)}) does not continue ${words.known} (${known.slice(0, 12)}): ${repository.departureInWords(departure)}.`
  const missing = departure.missing.slice(0, REPORTED)
  return [
    { rule: 'verify/main-continues', level: 'error', message, hint: words.hint },
    ...(await Promise.all(missing.map((commit) => lacking(repository, commit, departure)))),
  ]
}

async function lacking(repository: Repository, commit: Commit, { tip }: Departure): Promise<Finding> {
  const files = await repository.changedFiles(commit.parents[0] ?? null, commit.id, '')
  const paths = files.map(({ path }) => path)
  const [file] = paths
  const what =
    paths.length === 0 ? 'changes no file' : `changes ${paths.slice(0, 5).join(', ')}${more(paths.length - 5)}`
  return {
    rule: 'verify/main-continues',
    level: 'error',
    message: `Commit ${named(commit)} is missing from main (${tip.slice(0, 12)}); it ${what}.`,
    hint: `Look at it with git show ${commit.id.slice(0, 12)}.`,
    ...(file === undefined ? {} : { at: { file } }),
  }
}

function more(count: number): string {
  return count > 0 ? ` and ${count} more files` : ''
}
