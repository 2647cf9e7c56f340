import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readConfiguration } from '../configuration/configuration.ts'
import { identify } from '../configuration/identity.ts'
import { explainStorage, refusedPlace, syncFolder, systemCode } from '../disk/durable.ts'
import { checkRefName } from '../disk/safe-name.ts'
import { GitError } from '../git-error.ts'
import { openRepository } from './open.ts'
import type { Repository, StoreOptions } from './repository.ts'

/**
 * Creates a repository without a commit, and its folder, as `git init --initial-branch`.
 * @param description the text of `.git/description`, which web front ends show
 * @throws GitError already-exists, storage
 */
export async function initRepository(
  directory: string,
  { branch, description, ...options }: StoreOptions & { branch: string; description: string },
): Promise<Repository> {
  checkRefName('branch', branch)
  checkFolder(directory)
  const final = join(directory, '.git')
  if (existsSync(final)) {
    throw new GitError('already-exists', `${directory} already is a git repository`, 'choose another folder')
  }
  const temporary = join(directory, `.git-${randomBytes(6).toString('hex')}`)
  try {
    for (const folder of ['objects/info', 'objects/pack', 'refs/heads', 'refs/tags', 'info', 'hooks']) {
      makeFolders(join(temporary, folder))
    }
    writeFileSync(join(temporary, 'HEAD'), `ref: refs/heads/${branch}\n`)
    writeFileSync(join(temporary, 'config'), configText())
    writeFileSync(join(temporary, 'description'), `${description}\n`)
    renameSync(temporary, final)
    syncFolder(directory)
  } catch (cause) {
    rmSync(temporary, { recursive: true, force: true })
    if (refusedPlace(cause) === null) throw explainStorage(cause, directory)
    const remedy = 'choose a folder that you may write to'
    throw new GitError('storage', `${directory} cannot be created: access is not permitted`, remedy, { cause })
  }
  return openRepository(directory, options)
}

/**
 * Returns the repository that `initRepository` created in exactly this folder and that has no commit, because the power
 * failed or the user's name was not known; null if there is no such repository.
 */
export async function openWithoutCommit(
  directory: string,
  { branch, ...options }: StoreOptions & { branch: string },
): Promise<Repository | null> {
  if (!existsSync(join(directory, '.git', 'HEAD')) || existsSync(join(directory, '.git', 'index'))) return null
  const repository = await openRepository(directory, options)
  if (repository.workTree !== realpathSync(directory)) return null
  const head = await repository.head()
  const named = await Promise.all([repository.branches(), repository.tags(), repository.remoteBranches()])
  return head.branch === branch && named.flat().length === 0 ? repository : null
}

/**
 * Checks that author and committer are known in a folder that may not be a repository yet.
 * @throws GitError invalid
 */
export function checkIdentity(directory: string): void {
  const gitDirectory = join(directory, '.git')
  const configuration = readConfiguration({ workTree: directory, gitDirectory, commonDirectory: gitDirectory })
  for (const role of ['author', 'committer'] as const) identify(role, configuration)
}

function checkFolder(directory: string): void {
  let existing = directory
  while (!existsSync(existing)) existing = dirname(existing)
  if (statSync(existing).isDirectory()) return
  throw new GitError('already-exists', `${existing} is a file`, 'choose another name')
}

// Creates one folder at a time: Node's recursive mkdir never returns where none can be created, as below /proc.
function makeFolders(folder: string): void {
  if (existsSync(folder)) return
  const above = dirname(folder)
  makeFolders(above)
  try {
    mkdirSync(folder)
  } catch (cause) {
    if (systemCode(cause) === 'EEXIST') return
    if (systemCode(cause) !== 'ENOENT') throw cause
    throw new GitError('storage', `no folder can be created in ${above}`, 'choose another folder', { cause })
  }
}

function configText(): string {
  const settings = ['repositoryformatversion = 0', `filemode = ${process.platform !== 'win32'}`, 'bare = false']
  const lines = ['[core]', ...[...settings, 'logallrefupdates = true'].map((setting) => `\t${setting}`)]
  return `${lines.join('\n')}\n`
}
