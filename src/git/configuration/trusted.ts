import { lstatSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { GitError } from '../git-error.ts'
import type { Folders } from '../repository/repository.ts'

/** The settings that name a program to be run (git-config(1)). */
const PROGRAM = /^(?:gpg\.(?:[^.]+\.)?program|core\.(?:sshcommand|fsmonitor|askpass)|credential\.(?:.*\.)?helper)$/

export function namesProgram(key: string): boolean {
  return PROGRAM.test(key)
}

/**
 * Returns whether git would trust the repository: it belongs to the user who runs this program (or, under sudo, to the user who
 * called it), or `safe.directory` names it. The repository's own settings do not count.
 * @param safe the values of `safe.directory` in the configuration of system and user, in order
 */
export function isTrusted(
  folders: Folders,
  safe: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): boolean {
  const user = process.geteuid?.()
  if (user === undefined) return true
  const users = user === 0 && /^\d+$/.test(environment.SUDO_UID ?? '') ? [0, Number(environment.SUDO_UID)] : [user]
  const isOwn = (path: string) => users.includes(lstatSync(path).uid)
  if ([folders.workTree, folders.gitDirectory, folders.commonDirectory].every(isOwn)) return true
  // An empty value removes the ones before it.
  const named = safe.slice(safe.lastIndexOf('') + 1)
  return named.some((value) => isNamed(value, folders.workTree))
}

function isNamed(value: string, workTree: string): boolean {
  if (value === '*') return true
  const path = value.startsWith('~/') ? join(homedir(), value.slice(2)) : value
  if (path.endsWith('/*')) return workTree.startsWith(path.slice(0, -1))
  return resolve(path) === workTree
}

/** Returns the error for a setting of another user's repository that would run a program. */
export function notTrusted(folders: Folders): GitError {
  const message = `${folders.workTree} belongs to another user, and its settings could have any program run as you`
  const remedy = `check its .git/config; if you trust it, run git config --global --add safe.directory ${folders.workTree}`
  return new GitError('not-allowed', message, remedy)
}
