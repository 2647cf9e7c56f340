import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Configuration, readWorkTreeConfiguration } from '../configuration/configuration.ts'
import { GitError } from '../git-error.ts'
import type { Folders } from './repository.ts'

/** Extensions that do not change what is read and written here. */
const HARMLESS = new Set(['noop', 'noop-v1', 'worktreeconfig', 'preciousobjects', 'relativeworktrees'])

/**
 * Refuses repositories with features that this program does not support.
 * @throws GitError unsupported-repository
 */
export function checkSupported(folders: Folders, own: Configuration): void {
  const version = own.get('core.repositoryformatversion') ?? '0'
  if (version !== '0' && version !== '1') refuse(`has format version ${version}`, 'use a newer release of this program')
  for (const key of own.keys('extensions.')) checkExtension(key.slice('extensions.'.length), own.get(key) ?? '')
  if (readWorkTreeConfiguration(folders).isOn('core.bare', false)) {
    refuse('is bare', 'run the command in a work tree of it (`git worktree add`) or in a clone (`git clone`)')
  }
  if (existsSync(join(folders.commonDirectory, 'reftable'))) refuseReftable()
  if (existsSync(join(folders.commonDirectory, 'objects', 'info', 'alternates'))) {
    refuse('borrows objects from another (alternates)', 'run `git repack -a -d && rm .git/objects/info/alternates`')
  }
  if (own.keys('remote.').some((key) => key.endsWith('.promisor') && own.isOn(key, false))) refusePartialClone()
}

function checkExtension(name: string, value: string): void {
  if (HARMLESS.has(name)) return
  if (name === 'objectformat') {
    if (value.toLowerCase() === 'sha1') return
    refuse(
      `uses the object format ${value}`,
      'make a new one with `git init --object-format=sha1` and import its history',
    )
  }
  if (name === 'refstorage') {
    if (value.toLowerCase() === 'files') return
    refuseReftable()
  }
  if (name === 'partialclone') refusePartialClone()
  refuse(`uses the extension ${name}`, 'clone it again without that extension')
}

function refuseReftable(): never {
  refuse('keeps its refs in reftable format', 'run `git refs migrate --ref-format=files`')
}

function refusePartialClone(): never {
  refuse('is a partial clone', 'clone it again without --filter')
}

function refuse(what: string, remedy: string): never {
  throw new GitError('unsupported-repository', `this repository ${what}, which is not supported`, remedy)
}
