import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { readWorkTreeConfiguration } from '../configuration/configuration.ts'
import { GitError } from '../git-error.ts'
import type { Folders } from '../repository/repository.ts'
import { MISSING, systemCode } from './durable.ts'

/**
 * Finds the work tree that contains `directory`, upward from it, also for linked work trees and submodules. As in git,
 * `core.worktree` may name another folder as work tree.
 * @param program whose `init` command creates repositories, for the message
 * @param isBareAllowed whether `directory` may be in a repository without a work tree; its folder then counts as the work tree
 * @throws GitError not-found, not-a-repository
 */
export function findFolders(directory: string, program = 'git', isBareAllowed = false): Folders {
  let at = realFolder(directory)
  for (;;) {
    const gitDirectory = gitDirectoryIn(at)
    if (gitDirectory !== null) {
      const folders = { workTree: at, gitDirectory, commonDirectory: commonDirectoryOf(gitDirectory) }
      return { ...folders, workTree: configuredWorkTree(folders) ?? at }
    }
    if (looksLikeGitDirectory(at)) {
      if (isBareAllowed) return { workTree: at, gitDirectory: at, commonDirectory: commonDirectoryOf(at) }
      throw bareRepository(at)
    }
    const above = dirname(at)
    if (above === at) throw notARepository(directory, program)
    at = above
  }
}

/**
 * Returns the work tree that `core.worktree` names, relative to the git directory; null if it is not set.
 * @throws GitError not-a-repository when that folder does not exist
 */
export function configuredWorkTree(folders: Folders): string | null {
  const value = readWorkTreeConfiguration(folders).get('core.worktree')
  if (value === undefined) return null
  const path = resolve(folders.gitDirectory, value)
  if (existsSync(path)) return realpathSync(path)
  const message = `core.worktree names ${path}, which does not exist`
  throw new GitError('not-a-repository', message, 'restore it, or run `git config core.worktree` with its new path')
}

function realFolder(directory: string): string {
  try {
    const path = realpathSync(directory)
    if (statSync(path).isDirectory()) return path
  } catch (cause) {
    if (!MISSING.includes(systemCode(cause))) throw cause
  }
  throw new GitError('not-found', `folder not found: ${directory}`, 'check the path')
}

function gitDirectoryIn(folder: string): string | null {
  const path = join(folder, '.git')
  if (!existsSync(path)) return null
  if (statSync(path).isDirectory()) return looksLikeGitDirectory(path) ? realpathSync(path) : null
  const target = /^gitdir: (.*)$/m.exec(readFileSync(path, 'utf8'))?.[1]?.trim()
  if (target !== undefined && existsSync(resolve(folder, target))) return realpathSync(resolve(folder, target))
  throw new GitError(
    'not-a-repository',
    `${path} names a folder that does not exist`,
    'run `git worktree repair` in the main work tree',
  )
}

function looksLikeGitDirectory(path: string): boolean {
  return existsSync(join(path, 'HEAD')) && existsSync(join(commonDirectoryOf(path), 'objects'))
}

/** Returns the common directory; a linked work tree names it in its file `commondir`. */
function commonDirectoryOf(gitDirectory: string): string {
  const path = join(gitDirectory, 'commondir')
  return existsSync(path) ? resolve(gitDirectory, readFileSync(path, 'utf8').trim()) : gitDirectory
}

function bareRepository(path: string): GitError {
  const remedy = 'run the command in a work tree of it (`git worktree add`) or in a clone (`git clone`)'
  return new GitError('not-a-repository', `${path} is a repository without a work tree`, remedy)
}

function notARepository(directory: string, program: string): GitError {
  const remedy = `run the command in a clone, name one with --repo, or create one with \`${program} init\``
  return new GitError('not-a-repository', `${directory} is not in a git repository`, remedy)
}
