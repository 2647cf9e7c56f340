import { GitError } from '../git-error.ts'
import { findMergeBases, isAncestor } from '../history/merge-bases.ts'
import type { Signature } from '../objects/signature.ts'
import { resolveRef } from '../refs/read.ts'
import type { Context } from '../repository/context.ts'
import { moveBranch } from '../repository/move-branch.ts'
import type { SyncReport } from '../repository/repository.ts'
import { replay } from './replay.ts'
import type { Syncing } from './syncing.ts'
import type { RefPush } from './transport.ts'

type Refs = ReadonlyMap<string, string>

/**
 * Main, after which nothing of this clone is missing from it.
 * @throws GitError not-allowed where the two share no history
 */
export async function syncMain(
  context: Syncing,
  branch: string,
  refs: Refs,
  who: Signature,
  report: SyncReport,
): Promise<RefPush[]> {
  const ref = `refs/heads/${branch}`
  const [ours, theirs] = [resolveRef(context.folders, ref), refs.get(ref) ?? null]
  const leftOut = new Set(context.leaveOut)
  if (ours === theirs) return []
  if (ours === null || theirs === null || (isAncestor(context.graph, theirs, ours) && leftOut.size === 0)) {
    return takeOrSend(context, branch, ours, theirs, who, report)
  }
  if (isAncestor(context.graph, ours, theirs)) {
    await move(context, branch, ours, theirs, who, report)
    return []
  }
  if (findMergeBases(context.graph, ours, theirs).length === 0) throw unrelated(branch, theirs, report)
  const replayed = await replay(context, { local: ours, onto: theirs, branch }, who, leftOut)
  await move(context, branch, ours, replayed.tip, who, report)
  report.replayed += replayed.count
  report.leftOut.push(...replayed.leftOut.map(({ id, message }) => `${id.slice(0, 12)} ${message.split('\n')[0]}`))
  return replayed.tip === theirs ? [] : [{ ref, from: theirs, to: replayed.tip }]
}

function unrelated(branch: string, theirs: string, { remote, url }: SyncReport): GitError {
  return new GitError(
    'not-allowed',
    `${branch} on ${url} (${theirs.slice(0, 12)}) shares no history with ours: it is another convention's, or was replaced`,
    `check git remote get-url ${remote}; a server that lost its history gets it back by git push --force ${remote} ${branch}`,
  )
}

/** A proposal's branch goes forward or is left alone: its text is its author's. */
export async function syncProposal(
  context: Context,
  branch: string,
  refs: Refs,
  who: Signature,
  report: SyncReport,
): Promise<RefPush[]> {
  const ref = `refs/heads/${branch}`
  const [ours, theirs] = [resolveRef(context.folders, ref), refs.get(ref) ?? null]
  if (ours === theirs) return []
  if (ours === null || theirs === null || isAncestor(context.graph, theirs, ours)) {
    return takeOrSend(context, branch, ours, theirs, who, report)
  }
  if (isAncestor(context.graph, ours, theirs)) await move(context, branch, ours, theirs, who, report)
  else
    report.disagreements.push(`${branch} went two ways, here and on the server: merge them with git, then sync again`)
  return []
}

/** Where only one side has the branch, or ours is ahead. */
async function takeOrSend(
  context: Context,
  branch: string,
  ours: string | null,
  theirs: string | null,
  who: Signature,
  report: SyncReport,
): Promise<RefPush[]> {
  if (ours !== null) return [{ ref: `refs/heads/${branch}`, from: theirs, to: ours }]
  if (theirs !== null) await move(context, branch, null, theirs, who, report)
  return []
}

async function move(
  context: Context,
  branch: string,
  from: string | null,
  to: string,
  who: Signature,
  report: SyncReport,
): Promise<void> {
  if (from === to) return
  if (await moveBranch(context, { branch, from, to, who, why: 'annex sync' })) report.received.push(branch)
  else throw new GitError('moved-meanwhile', `${branch} moved meanwhile`, 'run annex sync again')
}
