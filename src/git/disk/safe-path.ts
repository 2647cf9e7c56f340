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
  if (hasControls(path) || path.includes('\\')) return 'has control characters or backslashes'
  for (const part of path.split('/')) {
    if (part === '' || part === '.' || part === '..') return 'has an empty, `.` or `..` part'
    if (isDotGit(part)) return 'leads into .git'
  }
  return null
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
