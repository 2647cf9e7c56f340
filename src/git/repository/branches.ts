import { readConfiguration } from '../configuration/configuration.ts'
import { checkRefName } from '../disk/safe-name.ts'
import { GitError } from '../git-error.ts'
import { parseTag } from '../objects/tag.ts'
import { listRefs, resolveRef } from '../refs/read.ts'
import { deleteRef, pointHead, updateRef } from '../refs/update.ts'
import { branchCheckedOut, checkNothingUnfinished, checkNotRebased, workTreesOn } from '../worktree/checked-out.ts'
import { prepareFollower } from '../worktree/follow.ts'
import { removeJournal, writeJournal } from '../worktree/journal.ts'
import { type Context, refOptions, whoMoves, writing } from './context.ts'
import type { NamedCommit } from './repository.ts'
import { peelToCommit, resolveRevision } from './revision.ts'

/** Returns the refs below `folder` (`refs/heads/`) that lead to a commit and whose names start with `prefix`. */
export function listNamedCommits(context: Context, folder: string, prefix: string): NamedCommit[] {
  return namedCommits(context, folder, listRefs(context.folders, folder + prefix))
}

/** Returns those of some refs below `folder` that lead to a commit. */
export function namedCommits(context: Context, folder: string, refs: ReadonlyMap<string, string>): NamedCommit[] {
  return [...refs].flatMap(([ref, object]) => {
    const commit = peelToCommit(context.objects, object)
    return commit === null
      ? []
      : [{ name: ref.slice(folder.length), object, commit, ...taggedName(context, object, commit) }]
  })
}

function taggedName({ objects }: Context, object: string, commit: string): { tagged?: string } {
  return object === commit ? {} : { tagged: parseTag(object, objects.readTyped(object, 'tag')).name }
}

/** See Repository.remoteBranches. */
export function listRemoteBranches(context: Context, prefix: string): NamedCommit[] {
  const found = new Map<string, NamedCommit>()
  for (const { name, ...commit } of listNamedCommits(context, 'refs/remotes/', '')) {
    const branch = name.slice(name.indexOf('/') + 1)
    if (branch.startsWith(prefix) && !found.has(branch)) found.set(branch, { name: branch, ...commit })
  }
  return [...found.values()].sort((one, other) => (one.name < other.name ? -1 : 1))
}

/** See Repository.createBranch. */
export async function createBranch(context: Context, name: string, at: string): Promise<void> {
  checkRefName('branch', name)
  const { folders } = context
  const to = resolveRevision(context, at)
  await writing(context, async () => {
    const update = {
      ref: `refs/heads/${name}`,
      expected: null,
      to,
      who: whoMoves(context),
      why: `branch: Created from ${at}`,
    }
    if (await updateRef(folders, update, refOptions(readConfiguration(folders)))) return
    throw new GitError('already-exists', `the branch ${name} already exists`, 'choose another name')
  })
}

/** See Repository.deleteBranch. */
export async function deleteBranch(context: Context, name: string, expected?: string): Promise<void> {
  checkRefName('branch', name)
  await writing(context, async () => {
    const ref = `refs/heads/${name}`
    const tip = resolveRef(context.folders, ref)
    if (tip === null) throw noBranch(name)
    const holder = workTreesOn(context.folders, name)[0]
    if (holder) {
      const message = `the branch ${name} is checked out in ${holder.workTree}`
      throw new GitError('not-allowed', message, 'switch to another branch first')
    }
    checkNotRebased(context.folders, name)
    if (await deleteRef(context.folders, ref, expected ?? tip)) return
    throw new GitError('moved-meanwhile', `the branch ${name} moved meanwhile`, 'look at it and run the command again')
  })
}

/** See Repository.switchTo. */
export async function switchTo(context: Context, branch: string): Promise<void> {
  checkRefName('branch', branch)
  const { folders, objects } = context
  await writing(context, async () => {
    const to = resolveRef(folders, `refs/heads/${branch}`)
    if (to === null) throw noBranch(branch)
    const current = branchCheckedOut(folders)
    if (current === branch) return
    checkFree(context, branch)
    checkNothingUnfinished(folders)
    const from = resolveRef(folders, 'HEAD')
    const before = from === null ? null : objects.commit(from).tree
    const follower = await prepareFollower(folders, objects, before, objects.commit(to).tree)
    try {
      writeJournal(folders, { gitDirectories: [folders.gitDirectory], from, to })
      const why = `checkout: moving from ${current ?? from} to ${branch}`
      await pointHead(
        folders,
        branch,
        { from, to, who: whoMoves(context), why },
        refOptions(readConfiguration(folders)),
      )
      follower.follow(`${branch} is checked out`)
      removeJournal(folders)
    } finally {
      follower.release()
    }
  })
}

function checkFree(context: Context, branch: string): void {
  const holder = workTreesOn(context.folders, branch)[0]
  if (!holder) return
  const message = `the branch ${branch} is checked out in ${holder.workTree}`
  throw new GitError('not-allowed', message, 'work there, or switch that work tree to another branch')
}

function noBranch(name: string): GitError {
  return new GitError('unknown-revision', `branch not found: ${name}`, 'check the name with `git branch`')
}
