import { GitError } from '../git-error.ts'
import type { Signature } from '../objects/signature.ts'
import { cleanIdentity } from '../objects/signature.ts'
import type { Configuration } from './configuration.ts'

/**
 * Returns the author or committer as git does: GIT_AUTHOR_* or GIT_COMMITTER_*, then `author.*` or `committer.*`, then
 * `user.*`, then EMAIL.
 * @throws GitError invalid when name or address is missing
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
    'git does not know who you are, and a commit must name its author',
    'run `git config --global user.name "Your Name"`, the same for `user.email`, or write `name =` and `email =` under `[user]` in ~/.gitconfig',
  )
}

function whenIs(text: string | undefined): { timestamp: number; offset: number } {
  if (text === undefined || text === '') return now()
  const date = parseDate(text)
  if (date) return date
  const remedy = 'use ISO 8601 with an offset, for example 2021-01-15T12:00:00+00:00'
  throw new GitError('invalid', `invalid date in the environment: ${JSON.stringify(text)}`, remedy)
}

function now(): { timestamp: number; offset: number } {
  const date = new Date()
  return { timestamp: Math.floor(date.getTime() / 1000), offset: 0 - date.getTimezoneOffset() }
}

/** Parses a date of GIT_AUTHOR_DATE: `1900000000 +0100`, `@1900000000`, ISO 8601 or RFC 2822; null if it is invalid. */
export function parseDate(text: string): { timestamp: number; offset: number } | null {
  const raw = /^@?(\d{1,12})(?:\s+([+-])(\d\d)(\d\d))?$/.exec(text.trim())
  if (raw && (raw[2] !== undefined || text.trim().startsWith('@') || (raw[1] ?? '').length > 8)) {
    return { timestamp: Number(raw[1]), offset: minutes(raw[2], raw[3], raw[4]) }
  }
  const milliseconds = Date.parse(
    text
      .trim()
      .replace(/^(\d{4}-\d\d-\d\d) (\d\d:)/, '$1T$2')
      .replace(/(:\d\d) ([+-])/, '$1$2'),
  )
  if (Number.isNaN(milliseconds)) return null
  const zone = /([+-])(\d\d):?(\d\d)$/.exec(text.trim())
  const isUtc = /(?:Z|GMT|UTC)$/i.test(text.trim())
  const local = 0 - new Date(milliseconds).getTimezoneOffset()
  const offset = zone ? minutes(zone[1], zone[2], zone[3]) : isUtc ? 0 : local
  return { timestamp: Math.floor(milliseconds / 1000), offset }
}

function minutes(sign: string | undefined, hours: string | undefined, rest: string | undefined): number {
  const size = Number(hours ?? 0) * 60 + Number(rest ?? 0)
  return sign === '-' ? 0 - size : size
}
