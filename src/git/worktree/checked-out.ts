import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { readWorkTreeConfiguration } from '../configuration/configuration.ts'
import { systemCode } from '../disk/durable.ts'
import { configuredWorkTree } from '../disk/folders.ts'
import { GitError } from '../git-error.ts'
import { readRef } from '../refs/read.ts'
import type { Folders } from '../repository/repository.ts'

/** All work trees of the repository whose place is known: the main one (unless it is bare) and the linked ones still there. */
export function allWorkTrees(folders: Folders): Folders[] {
  const { commonDirectory } = folders
  const found: Folders[] = [folders]
  const main = mainWorkTree(commonDirectory)
  if (typeof main === 'object') found.push(main)
  for (const name of linkedNames(commonDirectory)) {
    const gitDirectory = join(commonDirectory, 'worktrees', name)
    const pointer = join(gitDirectory, 'gitdir')
    if (!existsSync(pointer)) continue
    // From there on, where git was told to write it so (worktree.useRelativePaths).
    const dotGit = resolve(gitDirectory, readFileSync(pointer, 'utf8').trim())
    if (existsSync(dotGit)) found.push({ workTree: dirname(dotGit), gitDirectory, commonDirectory })
  }
  // The first stays: the work tree that we are in is known, whatever its git directory may tell of it.
  return [...new Map(found.reverse().map((each) => [each.gitDirectory, each])).values()].reverse()
}

/**
 * The main work tree, as far as its git directory tells: `core.worktree`, or the folder that holds `.git`. One whose
 * git directory lies elsewhere (`git init --separate-git-dir`) leads here, and nothing leads back.
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
  try {
    return readdirSync(join(commonDirectory, 'worktrees'))
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return []
    throw cause
  }
}

/**
 * The work trees in which a branch is checked out.
 * @throws GitError unsupported-repository where one of them cannot be found from here
 */
export function workTreesOn(folders: Folders, branch: string): Folders[] {
  const { commonDirectory, gitDirectory } = folders
  const isElsewhere = gitDirectory !== commonDirectory && mainWorkTree(commonDirectory) === 'unknown'
  if (isElsewhere && branchCheckedOut({ ...folders, gitDirectory: commonDirectory }) === branch) {
    const message = `${branch} is checked out in the main work tree, and nothing in ${commonDirectory} says where that is`
    throw new GitError('unsupported-repository', message, 'run the command in that work tree')
  }
  return allWorkTrees(folders).filter((each) => branchCheckedOut(each) === branch)
}

/** The branch checked out in a work tree; null when its HEAD is detached. */
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

/** @throws GitError would-overwrite while git waits for a merge, rebase or the like to be finished there */
export function checkNothingUnfinished(folders: Folders): void {
  const found = UNFINISHED.find(([name]) => existsSync(join(folders.gitDirectory, name)))
  if (found === undefined) return
  const message = `a ${found[1]} is under way in ${folders.workTree}`
  throw new GitError('would-overwrite', message, `finish it or run \`git ${found[1]} --abort\` first`)
}

/** @throws GitError not-allowed when a rebase under way will move the branch */
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
