import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readConfiguration } from '../configuration/configuration.ts'
import { GitError } from '../git-error.ts'
import { resolveRef } from '../refs/read.ts'
import { branchCheckedOut } from '../worktree/checked-out.ts'
import { type IndexEntry, isConflict, readIndex } from '../worktree/index-file.ts'
import { readStatus } from '../worktree/status.ts'
import { leadsThroughLink, statOf, withUnixLineEnds } from '../worktree/work-file.ts'
import { commit } from './commit.ts'
import type { Context } from './context.ts'
import type { Folders } from './repository.ts'
import { notAFile } from './snapshot.ts'

/** See Repository.stageAndCommitWorkTree. */
export async function stageAndCommitWorkTree(
  context: Context,
  request: { prefix: string; message: string },
): Promise<{ commit: string }> {
  const { folders, objects } = context
  const branch = branchCheckedOut(folders)
  if (branch === null) {
    throw new GitError('not-allowed', 'HEAD is detached', 'switch to a branch with `git switch`')
  }
  const tip = resolveRef(folders, `refs/heads/${branch}`)
  const tree = tip === null ? null : objects.commit(tip).tree
  checkNoConflicts(context)
  const { changed, untracked } = await readStatus(folders, objects, tree, request.prefix)
  const files = new Map([...changed, ...untracked].map((path) => [path, readWorkFile(folders.workTree, path)]))
  if (files.size === 0) checkNoModeChanged(context, request.prefix)
  return commit(context, { branch, message: request.message, files, expected: tip }, new Set(files.keys()))
}

function checkNoConflicts({ folders }: Context): void {
  const path = readIndex(folders.gitDirectory).find(isConflict)?.path
  if (path === undefined) return
  throw new GitError('would-overwrite', `${path} has an unresolved conflict`, 'resolve it and `git add` it first')
}

/** Explains why git shows a change that is not committed: the executable bit is not recorded here. */
function checkNoModeChanged({ folders }: Context, prefix: string): void {
  if (!readConfiguration(folders).isOn('core.filemode', true)) return
  const path = readIndex(folders.gitDirectory).find(
    (entry) => entry.path.startsWith(prefix) && isModeChanged(folders, entry),
  )?.path
  if (path === undefined) return
  const message = `nothing to commit: only the executable bit of ${path} was changed`
  throw new GitError('invalid', message, 'restore it with chmod, or run git commit -a')
}

function isModeChanged({ workTree }: Folders, { path, mode }: IndexEntry): boolean {
  const stat = statOf(join(workTree, path))
  return stat?.isFile() === true && (mode & 0o100) !== (Number(stat.mode) & 0o100)
}

function readWorkFile(workTree: string, path: string): Buffer | null {
  const full = join(workTree, path)
  if (statOf(full) === undefined) return null
  if (leadsThroughLink(workTree, path) || !lstatSync(full).isFile()) throw notAFile(path)
  return withUnixLineEnds(readFileSync(full))
}
