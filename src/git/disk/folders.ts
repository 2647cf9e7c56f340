import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { readWorkTreeConfiguration } from '../configuration/configuration.ts'
import { GitError } from '../git-error.ts'
import type { Folders } from '../repository/repository.ts'
import { systemCode } from './durable.ts'

/**
 * Finds the work tree that holds `directory`, upward from it. Links to a `.git` elsewhere are followed: linked work trees
 * and submodules. Where `core.worktree` says that the files lie elsewhere, that is the work tree, as in git.
 * @throws GitError not-found, not-a-repository
 */
export function findFolders(directory: string): Folders {
  let at = realFolder(directory)
  for (;;) {
    const gitDirectory = gitDirectoryIn(at)
    if (gitDirectory !== null) {
      const folders = { workTree: at, gitDirectory, commonDirectory: commonDirectoryOf(gitDirectory) }
      return { ...folders, workTree: configuredWorkTree(folders) ?? at }
    }
    if (looksLikeGitDirectory(at)) throw bareRepository(at)
    const above = dirname(at)
    if (above === at) throw notARepository(directory)
    at = above
  }
}

/**
 * The work tree that `core.worktree` names, from the git directory on; null where nothing does.
 * @throws GitError not-a-repository where it leads nowhere
 */
export function configuredWorkTree(folders: Folders): string | null {
  const value = readWorkTreeConfiguration(folders).get('core.worktree')
  if (value === undefined) return null
  const path = resolve(folders.gitDirectory, value)
  if (existsSync(path)) return realpathSync(path)
  const message = `the work tree ${path}, which core.worktree names, is not there`
  throw new GitError('not-a-repository', message, 'put it back, or run `git config core.worktree` with its new place')
}

function realFolder(directory: string): string {
  try {
    const path = realpathSync(directory)
    if (statSync(path).isDirectory()) return path
  } catch (cause) {
    if (!['ENOENT', 'ENOTDIR'].includes(systemCode(cause))) throw cause
  }
  throw new GitError('not-found', `there is no folder ${directory}`, 'check the path')
}

function gitDirectoryIn(folder: string): string | null {
  const path = join(folder, '.git')
  if (!existsSync(path)) return null
  if (statSync(path).isDirectory()) return looksLikeGitDirectory(path) ? realpathSync(path) : null
  const target = /^gitdir: (.*)$/m.exec(readFileSync(path, 'utf8'))?.[1]?.trim()
  if (target !== undefined && existsSync(resolve(folder, target))) return realpathSync(resolve(folder, target))
  throw new GitError('not-a-repository', `${path} leads nowhere`, 'run `git worktree repair` in the main work tree')
}

function looksLikeGitDirectory(path: string): boolean {
  return existsSync(join(path, 'HEAD')) && existsSync(join(commonDirectoryOf(path), 'objects'))
}

/** A linked work tree's folder names the repository's in a file `commondir`. */
function commonDirectoryOf(gitDirectory: string): string {
  const path = join(gitDirectory, 'commondir')
  return existsSync(path) ? resolve(gitDirectory, readFileSync(path, 'utf8').trim()) : gitDirectory
}

function bareRepository(path: string): GitError {
  const remedy = 'run the command in a work tree of it (`git worktree add`) or in a clone (`git clone`)'
  return new GitError('not-a-repository', `${path} is a repository without a work tree`, remedy)
}

function notARepository(directory: string): GitError {
  const remedy = 'run it in a clone, name one with --repo, or make one with `annex init`'
  return new GitError('not-a-repository', `${directory} is in no git repository`, remedy)
}
