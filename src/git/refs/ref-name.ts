import { hasControls } from '../disk/safe-path.ts'
import { GitError } from '../git-error.ts'

/** Returns whether git accepts `name` as the name of a ref (git-check-ref-format(1)), also on disks that fold case. */
export function isRefName(name: string): boolean {
  if (name === '' || name.length > 1000 || hasControls(name) || /[ ~^:?*[\\]|\.\.|@\{/.test(name)) return false
  if (name === '@' || name.startsWith('-') || name.endsWith('.')) return false
  return name.split('/').every((part) => part !== '' && !part.startsWith('.') && !/\.lock$/i.test(part))
}

/** @param what `branch` or `tag`, for the message. @throws GitError invalid */
export function checkRefName(what: string, name: string): void {
  if (isRefName(name) && name !== 'HEAD' && !name.startsWith('refs/')) return
  const remedy = 'use letters, digits, hyphens and slashes'
  throw new GitError('invalid', `${JSON.stringify(name)} is not a valid name for a ${what}`, remedy)
}
