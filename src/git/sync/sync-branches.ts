import { readConfiguration } from '../configuration/configuration.ts'
import { isRefName } from '../disk/safe-name.ts'
import { GitError } from '../git-error.ts'
import { findMergeBases, isAncestor } from '../history/merge-bases.ts'
import { isOnFirstParents } from '../memory/departure.ts'
import { listRefs, resolveRef } from '../refs/read.ts'
import { deleteRef, updateRef } from '../refs/update.ts'
import { refOptions, type SyncAttempt } from '../repository/context.ts'
import { moveBranch } from '../repository/move-branch.ts'
import type { SyncReport } from '../repository/repository.ts'
import type { RefPush } from '../transport/transport.ts'
import { replayCommits } from './replay-commits.ts'

/**
 * Updates the local main branch: fast-forwards it, or replays the local commits on top of the remote, also where a merge has put them
 * first: main continues along first parents. Returns what to push.
 * @throws GitError not-allowed when the two share no history
 */
export async function syncMain(attempt: SyncAttempt): Promise<RefPush[]> {
  const { mainBranch: branch, refs, who, report, ...context } = attempt
  const ref = `refs/heads/${branch}`
  const [ours, theirs] = [resolveRef(context.folders, ref), refs.get(ref) ?? null]
  const leftOut = new Set(context.options.leaveOut)
  if (ours === theirs) return []
  if (ours === null || theirs === null || (isOnFirstParents(context.graph, theirs, ours) && leftOut.size === 0)) {
    return takeOrPush(attempt, branch, ours, theirs)
  }
  if (isAncestor(context.graph, ours, theirs)) {
    await move(attempt, branch, ours, theirs)
    return []
  }
  if (findMergeBases(context.graph, ours, theirs).length === 0) throw unrelated(branch, theirs, report)
  const replayed = await replayCommits(context, { local: ours, onto: theirs, branch }, who, leftOut)
  await move(attempt, branch, ours, replayed.tip)
  report.replayed += replayed.count
  report.leftOut.push(...replayed.leftOut.map(({ id, message }) => `${id.slice(0, 12)} ${message.split('\n')[0]}`))
  return replayed.tip === theirs ? [] : [{ ref, from: theirs, to: replayed.tip }]
}

function unrelated(branch: string, theirs: string, { remote, url }: SyncReport): GitError {
  return new GitError(
    'not-allowed',
    `${branch} on ${url} (${theirs.slice(0, 12)}) shares no history with ${branch} in this clone`,
    `check git remote get-url ${remote}; if the server lost its history, restore it with git push --force ${remote} ${branch}`,
  )
}

/** Fast-forwards the shared branches. One that diverged is reported and left as it is. Returns what to push. */
export async function syncSharedBranches(attempt: SyncAttempt): Promise<RefPush[]> {
  const isShared = attempt.options.isShared ?? (() => false)
  const all = [...listRefs(attempt.folders, 'refs/heads/').keys(), ...attempt.refs.keys()]
  const names = all.flatMap((ref) => /^refs\/heads\/(.+)$/.exec(ref)?.[1] ?? [])
  const pushes: RefPush[] = []
  for (const branch of [...new Set(names)].sort()) {
    if (branch !== attempt.mainBranch && isShared(branch)) pushes.push(...(await syncOne(attempt, branch)))
  }
  return pushes
}

async function syncOne(attempt: SyncAttempt, branch: string): Promise<RefPush[]> {
  const { folders, graph, refs, report } = attempt
  const ref = `refs/heads/${branch}`
  const [ours, theirs] = [resolveRef(folders, ref), refs.get(ref) ?? null]
  if (ours === theirs) return []
  if (ours === null || theirs === null || isAncestor(graph, theirs, ours)) {
    return takeOrPush(attempt, branch, ours, theirs)
  }
  if (isAncestor(graph, ours, theirs)) await move(attempt, branch, ours, theirs)
  else report.disagreements.push(`${branch} has diverged from the server: merge the two with git, then sync again`)
  return []
}

/** Creates or pushes a branch that only one side has, or that is ahead here. */
async function takeOrPush(
  attempt: SyncAttempt,
  branch: string,
  ours: string | null,
  theirs: string | null,
): Promise<RefPush[]> {
  if (ours !== null) return [{ ref: `refs/heads/${branch}`, from: theirs, to: ours }]
  if (theirs !== null) await move(attempt, branch, null, theirs)
  return []
}

async function move(attempt: SyncAttempt, branch: string, from: string | null, to: string): Promise<void> {
  if (from === to) return
  const { who, report } = attempt
  const { program } = attempt.folders
  if (await moveBranch(attempt, { branch, from, to, who, why: `${program} sync` })) report.received.push(branch)
  else throw new GitError('moved-meanwhile', `${branch} has moved since`, `run ${program} sync again`)
}

/**
 * Updates `refs/remotes/REMOTE`, as `git fetch` does. Names that git does not accept are skipped. A remote branch that the
 * server no longer has is deleted when its name conflicts with a new one, as with `git fetch --prune`.
 */
export async function updateRemoteRefs({ folders, refs, who, report: { remote } }: SyncAttempt): Promise<void> {
  const options = refOptions(readConfiguration(folders))
  for (const stale of conflicting(listRefs(folders, `refs/remotes/${remote}/`), remote, refs)) {
    const at = resolveRef(folders, stale)
    if (at !== null) await deleteRef(folders, stale, at)
  }
  for (const [ref, to] of refs) {
    const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1]
    const tracking = `refs/remotes/${remote}/${branch}`
    if (branch === undefined || !isRefName(tracking)) continue
    const expected = resolveRef(folders, tracking)
    const update = { ref: tracking, expected, to, who, why: `${folders.program} sync` }
    if (expected !== to) await updateRef(folders, update, options)
  }
}

/** A ref is a file: `feature` and `feature/a` cannot both exist. */
function conflicting(known: SyncAttempt['refs'], remote: string, refs: SyncAttempt['refs']): string[] {
  const wanted = [...refs.keys()].map((ref) => ref.replace(/^refs\/heads\//, `refs/remotes/${remote}/`))
  return [...known.keys()].filter(
    (stale) =>
      !wanted.includes(stale) && wanted.some((ref) => ref.startsWith(`${stale}/`) || stale.startsWith(`${ref}/`)),
  )
}
