import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readConfiguration } from '../configuration/configuration.ts'
import { identify } from '../configuration/identity.ts'
import { explainStorage, refusedPlace, syncFolder, systemCode } from '../disk/durable.ts'
import { GitError } from '../git-error.ts'
import { checkRefName } from '../refs/ref-name.ts'
import { openRepository } from './open.ts'
import type { Repository } from './repository.ts'

/**
 * Makes a repository with no commit in a folder (which is made too), as `git init --initial-branch`.
 * @throws GitError already-exists, storage
 */
export async function initRepository(directory: string, { branch }: { branch: string }): Promise<Repository> {
  checkRefName('branch', branch)
  checkFolder(directory)
  const final = join(directory, '.git')
  if (existsSync(final)) {
    throw new GitError('already-exists', `${directory} is a git repository already`, 'choose another folder')
  }
  const temporary = join(directory, `.git-${randomBytes(6).toString('hex')}`)
  try {
    for (const folder of ['objects/info', 'objects/pack', 'refs/heads', 'refs/tags', 'info', 'hooks']) {
      makeFolders(join(temporary, folder))
    }
    writeFileSync(join(temporary, 'HEAD'), `ref: refs/heads/${branch}\n`)
    writeFileSync(join(temporary, 'config'), configText())
    writeFileSync(join(temporary, 'description'), 'The annexes of a treaty, kept by annex.\n')
    renameSync(temporary, final)
    syncFolder(directory)
  } catch (cause) {
    rmSync(temporary, { recursive: true, force: true })
    if (refusedPlace(cause) === null) throw explainStorage(cause, directory)
    const remedy = 'choose a folder in which you may write'
    throw new GitError('storage', `${directory} cannot be made: access is not permitted`, remedy, { cause })
  }
  return openRepository(directory)
}

/**
 * The repository that `initRepository` made in this very folder and that was left without a commit, as when the power failed
 * or nobody's name was known; null where there is none such.
 */
export async function openUnbegun(directory: string, { branch }: { branch: string }): Promise<Repository | null> {
  if (!existsSync(join(directory, '.git', 'HEAD')) || existsSync(join(directory, '.git', 'index'))) return null
  const repository = await openRepository(directory)
  if (repository.workTree !== realpathSync(directory)) return null
  const head = await repository.head()
  const named = await Promise.all([repository.branches(), repository.tags(), repository.remoteBranches()])
  return head.branch === branch && named.flat().length === 0 ? repository : null
}

/**
 * Whoever is to commit in a folder that may not yet be a repository is known: asked before anything is written there.
 * @throws GitError invalid
 */
export function checkIdentity(directory: string): void {
  const gitDirectory = join(directory, '.git')
  const configuration = readConfiguration({ workTree: directory, gitDirectory, commonDirectory: gitDirectory })
  for (const role of ['author', 'committer'] as const) identify(role, configuration)
}

function checkFolder(directory: string): void {
  let there = directory
  while (!existsSync(there)) there = dirname(there)
  if (statSync(there).isDirectory()) return
  throw new GitError('already-exists', `${there} is a file`, 'choose a folder, or a name that is not taken')
}

// One by one: mkdir of Node, asked for all at once, tries for ever where nothing can be made, as under /proc.
function makeFolders(folder: string): void {
  if (existsSync(folder)) return
  const above = dirname(folder)
  makeFolders(above)
  try {
    mkdirSync(folder)
  } catch (cause) {
    if (systemCode(cause) === 'EEXIST') return
    if (systemCode(cause) !== 'ENOENT') throw cause
    throw new GitError('storage', `no folder can be made in ${above}`, 'choose another folder', { cause })
  }
}

function configText(): string {
  const settings = ['repositoryformatversion = 0', `filemode = ${process.platform !== 'win32'}`, 'bare = false']
  const lines = ['[core]', ...[...settings, 'logallrefupdates = true'].map((setting) => `\t${setting}`)]
  return `${lines.join('\n')}\n`
}
