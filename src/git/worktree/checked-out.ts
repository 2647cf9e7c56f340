import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { readWorkTreeConfiguration } from '../configuration/configuration.ts'
import { unlessMissing } from '../disk/durable.ts'
import { configuredWorkTree } from '../disk/folders.ts'
import { GitError } from '../git-error.ts'
import { readRef } from '../refs/read.ts'
import type { Folders } from '../repository/repository.ts'

/** Returns the work trees whose location is known: the main one (unless it is bare) and the linked ones that still exist. */
export function allWorkTrees<Known extends Folders>(folders: Known): Known[] {
  const { commonDirectory } = folders
  const found: Known[] = [folders]
  const main = mainWorkTree(commonDirectory)
  if (typeof main === 'object') found.push({ ...folders, ...main })
  for (const name of linkedNames(commonDirectory)) {
    const gitDirectory = join(commonDirectory, 'worktrees', name)
    const pointer = join(gitDirectory, 'gitdir')
    if (!existsSync(pointer)) continue
    // Relative to the file, with worktree.useRelativePaths.
    const dotGit = resolve(gitDirectory, readFileSync(pointer, 'utf8').trim())
    if (existsSync(dotGit)) found.push({ ...folders, workTree: dirname(dotGit), gitDirectory })
  }
  // The first one wins: the location of the current work tree is known, whatever its git directory says.
  return [...new Map(found.reverse().map((each) => [each.gitDirectory, each])).values()].reverse()
}

/**
 * Returns the main work tree: `core.worktree`, or the folder that holds `.git`. It is unknown when the git directory is
 * elsewhere (`git init --separate-git-dir`): the work tree names its git directory, but not the other way round.
 */
function mainWorkTree(commonDirectory: string): Folders | 'none' | 'unknown' {
  const folders = { workTree: dirname(commonDirectory), gitDirectory: commonDirectory, commonDirectory }
  const workTree = configuredWorkTree(folders)
  if (workTree !== null) return { ...folders, workTree }
  const isAbove = basename(commonDirectory) === '.git'
  if (readWorkTreeConfiguration(folders).isOn('core.bare', !isAbove)) return 'none'
  return isAbove ? folders : 'unknown'
}

function linkedNames(commonDirectory: string): string[] {
  return unlessMissing(() => readdirSync(join(commonDirectory, 'worktrees')), [])
}

/**
 * Returns the work trees in which a branch is checked out.
 * @throws GitError unsupported-repository when the location of one of them is unknown
 */
export function workTreesOn<Known extends Folders>(folders: Known, branch: string): Known[] {
  const { commonDirectory, gitDirectory } = folders
  const isElsewhere = gitDirectory !== commonDirectory && mainWorkTree(commonDirectory) === 'unknown'
  if (isElsewhere && branchCheckedOut({ ...folders, gitDirectory: commonDirectory }) === branch) {
    const message = `${branch} is checked out in the main work tree, and its location is not recorded in ${commonDirectory}`
    throw new GitError('unsupported-repository', message, 'run the command in that work tree')
  }
  return allWorkTrees(folders).filter((each) => branchCheckedOut(each) === branch)
}

/** Returns the branch checked out in a work tree; null if its HEAD is detached. */
export function branchCheckedOut(folders: Folders): string | null {
  const head = readRef(folders, 'HEAD')
  return head && 'ref' in head && head.ref.startsWith('refs/heads/') ? head.ref.slice('refs/heads/'.length) : null
}

const UNFINISHED: [string, string][] = [
  ['MERGE_HEAD', 'merge'],
  ['CHERRY_PICK_HEAD', 'cherry-pick'],
  ['REVERT_HEAD', 'revert'],
  ['rebase-merge', 'rebase'],
  ['rebase-apply', 'rebase'],
]

/** @throws GitError would-overwrite while a merge, rebase, cherry-pick or revert is in progress there */
export function checkNothingUnfinished(folders: Folders): void {
  const found = UNFINISHED.find(([name]) => existsSync(join(folders.gitDirectory, name)))
  if (found === undefined) return
  const message = `a ${found[1]} is in progress in ${folders.workTree}`
  throw new GitError('would-overwrite', message, `finish it or run \`git ${found[1]} --abort\` first`)
}

/** @throws GitError not-allowed when a rebase in progress will move the branch */
export function checkNotRebased(folders: Folders, branch: string): void {
  for (const each of allWorkTrees(folders)) {
    for (const kind of ['rebase-merge', 'rebase-apply']) {
      const path = join(each.gitDirectory, kind, 'head-name')
      if (!existsSync(path) || readFileSync(path, 'utf8').trim() !== `refs/heads/${branch}`) continue
      const message = `${branch} is being rebased in ${each.workTree}`
      throw new GitError('not-allowed', message, 'finish the rebase or run `git rebase --abort` first')
    }
  }
}
