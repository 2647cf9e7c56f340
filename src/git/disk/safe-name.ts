import { GitError } from '../git-error.ts'

/**
 * Code points that HFS+ ignores when it compares names: `.g\u200cit` is `.git` there (git's utf8.c, is_hfs_dotgit).
 */
const IGNORED_BY_HFS = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g

/**
 * Refuses a path that could leave the work tree, reach into `.git` on any file system, or carry control characters.
 * @param path relative to the repository, with `/`
 * @throws GitError invalid
 */
export function checkPath(path: string): void {
  const trouble = troubleWith(path)
  if (trouble === null) return
  throw new GitError('invalid', `the path ${JSON.stringify(path)} ${trouble}`, 'use a plain relative path with /')
}

function troubleWith(path: string): string | null {
  if (path === '' || path.length > 4096) return 'is empty or too long'
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'is absolute'
  for (const part of path.split('/')) {
    const trouble = troubleWithName(part)
    if (trouble !== null) return trouble
  }
  return null
}

/** Returns what is wrong with one name in a path; null if nothing is. */
export function troubleWithName(name: string): string | null {
  if (hasControls(name) || name.includes('\\')) return 'has control characters or backslashes'
  if (name === '' || name === '.' || name === '..') return 'has an empty, `.` or `..` part'
  return isDotGit(name) ? 'leads into .git' : null
}

/** Returns whether some file system treats this name as `.git`: by case, by ignored code points, by short name or stream. */
export function isDotGit(name: string): boolean {
  const plain = name.replace(IGNORED_BY_HFS, '').toLowerCase()
  const onNtfs = plain.replace(/[: ].*$/, '').replace(/(?<![. ])[. ]+$/, '')
  return plain === '.git' || onNtfs === '.git' || /^git~\d+$/.test(onNtfs) || /^\.git[ .]*(:|$)/.test(plain)
}

/** Returns whether the text holds a C0 or C1 control character or DEL. */
export function hasControls(text: string): boolean {
  return /\p{Cc}/u.test(text)
}

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
