import { readConfiguration } from '../configuration/configuration.ts'
import { GitError } from '../git-error.ts'
import type { Signature } from '../objects/signature.ts'
import { checkNotSymbolic, updateRef } from '../refs/update.ts'
import { checkNothingUnfinished, checkNotRebased, workTreesOn } from '../worktree/checked-out.ts'
import { type Follower, prepareFollower } from '../worktree/follow.ts'
import { removeJournal, writeJournal } from '../worktree/journal.ts'
import { type Context, refOptions } from './context.ts'

export interface BranchMove {
  branch: string
  /** The commit that the branch is at; null: it does not exist. */
  from: string | null
  to: string
  who: Signature
  why: string
  /** Paths that were read from the work tree itself, and are not checked again. */
  adopt?: ReadonlySet<string>
  /**
   * Receives what stopped the update of a work tree after the branch had moved; without it, that is thrown. The journal is kept, so
   * that the next command updates the files.
   */
  behind?: (cause: GitError) => void
}

/**
 * Moves a branch: writes pending objects, checks the work trees that have it checked out, moves the ref, updates them. Only
 * for the process that has the turn.
 * @returns false when the branch is not at `from`; nothing moved then
 * @throws GitError would-overwrite, locked, not-allowed, storage
 */
export async function moveBranch(context: Context, move: BranchMove): Promise<boolean> {
  const { folders, objects } = context
  checkNotSymbolic(folders, `refs/heads/${move.branch}`)
  checkNotRebased(folders, move.branch)
  const followers = await prepareFollowers(context, move)
  try {
    objects.flush()
    journalFollowers(context, followers, move)
    const update = { ref: `refs/heads/${move.branch}`, expected: move.from, to: move.to, who: move.who, why: move.why }
    const heads = followers.map((each) => each.folders)
    if (!(await updateRef(folders, update, refOptions(readConfiguration(folders)), heads))) return false
    const done = `${move.branch} is at ${move.to.slice(0, 12)} now`
    const areUpdated = followers.map((follower) => isUpdated(follower, done, move)).every(Boolean)
    if (followers.length > 0 && areUpdated) removeJournal(folders)
    return true
  } finally {
    for (const follower of followers) follower.release()
  }
}

function isUpdated(follower: Follower, done: string, { behind }: BranchMove): boolean {
  try {
    follower.follow(done)
    return true
  } catch (cause) {
    if (behind === undefined || !(cause instanceof GitError)) throw cause
    behind(cause)
    return false
  }
}

async function prepareFollowers(context: Context, move: BranchMove): Promise<Follower[]> {
  const { objects } = context
  const before = move.from === null ? null : objects.commit(move.from).tree
  const after = objects.commit(move.to).tree
  const followers: Follower[] = []
  try {
    for (const folders of workTreesOn(context.folders, move.branch)) {
      checkNothingUnfinished(folders)
      const adopted = folders.workTree === context.folders.workTree ? move.adopt : undefined
      followers.push(await prepareFollower(folders, objects, before, after, adopted))
    }
    return followers
  } catch (cause) {
    for (const follower of followers) follower.release()
    throw cause
  }
}

function journalFollowers(context: Context, followers: readonly Follower[], { from, to }: BranchMove): void {
  if (followers.length === 0) return
  const gitDirectories = followers.map((each) => each.folders.gitDirectory)
  writeJournal(context.folders, { gitDirectories, from, to })
}
