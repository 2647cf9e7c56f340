import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { AnnexError } from '../../treaty/index.ts'
import { systemCode } from './durable.ts'
import type { Folders } from './repository.ts'

/**
 * Finds the work tree that holds `directory`, upward from it. Links to a `.git` elsewhere are followed: linked work trees
 * and submodules.
 * @throws AnnexError not-found, not-a-repository
 */
export function findFolders(directory: string): Folders {
  let at = realFolder(directory)
  for (;;) {
    const gitDirectory = gitDirectoryIn(at)
    if (gitDirectory !== null) return { workTree: at, gitDirectory, commonDirectory: commonDirectoryOf(gitDirectory) }
    if (looksLikeGitDirectory(at)) throw bareRepository(at)
    const above = dirname(at)
    if (above === at) throw notARepository(directory)
    at = above
  }
}

function realFolder(directory: string): string {
  try {
    const path = realpathSync(directory)
    if (statSync(path).isDirectory()) return path
  } catch (cause) {
    if (!['ENOENT', 'ENOTDIR'].includes(systemCode(cause))) throw cause
  }
  throw new AnnexError('not-found', `there is no folder ${directory}`, 'check the path')
}

function gitDirectoryIn(folder: string): string | null {
  const path = join(folder, '.git')
  if (!existsSync(path)) return null
  if (statSync(path).isDirectory()) return looksLikeGitDirectory(path) ? realpathSync(path) : null
  const target = /^gitdir: (.*)$/m.exec(readFileSync(path, 'utf8'))?.[1]?.trim()
  if (target !== undefined && existsSync(resolve(folder, target))) return realpathSync(resolve(folder, target))
  throw new AnnexError('not-a-repository', `${path} leads nowhere`, 'run `git worktree repair` in the main work tree')
}

function looksLikeGitDirectory(path: string): boolean {
  return existsSync(join(path, 'HEAD')) && existsSync(join(commonDirectoryOf(path), 'objects'))
}

/** A linked work tree's folder names the repository's in a file `commondir`. */
function commonDirectoryOf(gitDirectory: string): string {
  const path = join(gitDirectory, 'commondir')
  return existsSync(path) ? resolve(gitDirectory, readFileSync(path, 'utf8').trim()) : gitDirectory
}

function bareRepository(path: string): AnnexError {
  const remedy = 'run the command in a clone of it (`git clone`)'
  return new AnnexError('not-a-repository', `${path} is a repository without a work tree`, remedy)
}

function notARepository(directory: string): AnnexError {
  const remedy = 'run it in a clone, name one with --repo, or make one with `annex init`'
  return new AnnexError('not-a-repository', `${directory} is in no git repository`, remedy)
}
