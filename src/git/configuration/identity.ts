import { GitError } from '../git-error.ts'
import type { Signature } from '../objects/signature.ts'
import { cleanIdentity } from '../objects/signature.ts'
import type { Configuration } from './configuration.ts'
import { parseDate } from './date.ts'

/**
 * Who commits, as git finds it: GIT_AUTHOR_* or GIT_COMMITTER_*, then `author.*` or `committer.*`, then `user.*`, then EMAIL.
 * @throws GitError invalid when name or address is missing; the message says how to set them
 */
export function identify(
  role: 'author' | 'committer',
  configuration: Configuration,
  environment: NodeJS.ProcessEnv = process.env,
): Signature {
  const variable = `GIT_${role.toUpperCase()}`
  const name = environment[`${variable}_NAME`] || configuration.get(`${role}.name`) || configuration.get('user.name')
  const email =
    environment[`${variable}_EMAIL`] ||
    configuration.get(`${role}.email`) ||
    configuration.get('user.email') ||
    environment.EMAIL
  const clean = { name: cleanIdentity(name ?? ''), email: cleanIdentity(email ?? '') }
  if (clean.name === '' || clean.email === '') throw unknownIdentity()
  return { ...clean, ...whenIs(environment[`${variable}_DATE`]) }
}

function unknownIdentity(): GitError {
  return new GitError(
    'invalid',
    'git does not know who you are, and a record must say who made it',
    'run `git config --global user.name "Your Name"`, and so for `user.email`, or write `name =` and `email =` under `[user]` in ~/.gitconfig',
  )
}

function whenIs(text: string | undefined): { timestamp: number; offset: number } {
  if (text === undefined || text === '') return now()
  const date = parseDate(text)
  if (date) return date
  const remedy = 'use ISO 8601 with an offset, as in 2031-01-15T12:00:00+00:00'
  throw new GitError('invalid', `the date ${JSON.stringify(text)} in the environment cannot be read`, remedy)
}

function now(): { timestamp: number; offset: number } {
  const date = new Date()
  return { timestamp: Math.floor(date.getTime() / 1000), offset: 0 - date.getTimezoneOffset() }
}
