import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AnnexError } from '../../treaty/index.ts'
import { explainStorage, refusedPlace, syncFolder } from './durable.ts'
import { openRepository } from './open.ts'
import { checkRefName } from './refs/ref-name.ts'
import type { Repository } from './repository.ts'

/**
 * Makes a repository with no commit in a folder (which is made too), as `git init --initial-branch`.
 * @throws AnnexError already-exists, storage
 */
export async function initRepository(directory: string, { branch }: { branch: string }): Promise<Repository> {
  checkRefName('branch', branch)
  const final = join(directory, '.git')
  if (existsSync(final)) {
    throw new AnnexError('already-exists', `${directory} is a git repository already`, 'choose another folder')
  }
  const temporary = join(directory, `.git-${randomBytes(6).toString('hex')}`)
  try {
    for (const folder of ['objects/info', 'objects/pack', 'refs/heads', 'refs/tags', 'info', 'hooks']) {
      mkdirSync(join(temporary, folder), { recursive: true })
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
    throw new AnnexError('storage', `${directory} cannot be made: access is not permitted`, remedy, { cause })
  }
  return openRepository(directory)
}

function configText(): string {
  const settings = ['repositoryformatversion = 0', `filemode = ${process.platform !== 'win32'}`, 'bare = false']
  const lines = ['[core]', ...[...settings, 'logallrefupdates = true'].map((setting) => `\t${setting}`)]
  return `${lines.join('\n')}\n`
}
