import { chmodSync, closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { GitError } from '../git-error.ts'
import { makeSharedFolders, share } from './sharing.ts'

/** Writes all bytes to an open file, from `position` on; one `write` may take fewer than it was given. */
export function writeFully(file: number, bytes: Uint8Array, position: number): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at, position + at)
}

/**
 * Creates a file with these bytes and flushes it to disk (fsync). Removes it when that fails.
 * @param mode permissions, as in `0o644`
 */
export function createDurably(path: string, bytes: Uint8Array, mode: number): void {
  const file = openSync(path, 'wx', mode)
  try {
    try {
      writeFully(file, bytes, 0)
      share(path)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
  } catch (cause) {
    rmSync(path, { force: true })
    throw cause
  }
}

/**
 * Replaces a file in one step: readers find the old file or the new one, also after a power cut. Permissions stay as they
 * were.
 */
export function replaceDurably(path: string, bytes: Uint8Array): void {
  const temporary = `${path}.${process.pid}.new`
  const before = statSync(path, { throwIfNoEntry: false })?.mode ?? 0
  rmSync(temporary, { force: true })
  createDurably(temporary, bytes, 0o666)
  try {
    if (before !== 0 && before !== statSync(temporary).mode) chmodSync(temporary, before & 0o777)
    renameSync(temporary, path)
  } catch (cause) {
    rmSync(temporary, { force: true })
    throw cause
  }
  syncFolder(dirname(path))
}

/** Returns the path whose temporary file has this name, when a killed process left it; null for any other name. */
export function targetOfTemporary(path: string): string | null {
  return /^(.+)\.\d+\.new$/s.exec(path)?.[1] ?? null
}

/** Flushes a folder to disk, so that its new names survive a power cut. Windows has no such call, and needs none. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

/** Creates a folder and those above it, and flushes them to disk. */
export function makeFolder(path: string): void {
  const first = makeSharedFolders(path)
  if (first !== undefined) syncFolder(dirname(first))
}

/** Returns the code of a system error (`ENOENT`), or an empty string. */
export function systemCode(cause: unknown): string {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
}

/** The codes for a path that does not exist. */
export const MISSING: readonly string[] = ['ENOENT', 'ENOTDIR']
/** The codes for a path that is not a file: it is missing, a folder, or longer than the disk allows. */
export const NO_FILE: readonly string[] = [...MISSING, 'EISDIR', 'ENAMETOOLONG']

/** Returns what `work` returns; `otherwise` when the system gives one of these codes, by default that a file is missing. */
export function unlessMissing<Result, Other>(
  work: () => Result,
  otherwise: Other,
  codes: readonly string[] = ['ENOENT'],
): Result | Other {
  try {
    return work()
  } catch (cause) {
    if (codes.includes(systemCode(cause))) return otherwise
    throw cause
  }
}

/** Does `work` in a folder, which is created first. Tries again when git has removed the empty folder since. */
export function inFolder<Result>(folder: string, work: () => Result): Result {
  for (let tries = 0; ; tries++) {
    try {
      makeFolder(folder)
      return work()
    } catch (cause) {
      if (systemCode(cause) !== 'ENOENT' || tries === 5) throw cause
    }
  }
}

const STORAGE: Record<string, [string, string]> = {
  ENOSPC: ['the disk is full', 'free disk space and run the command again; nothing was recorded'],
  EDQUOT: ['your disk quota is used up', 'free disk space and run the command again; nothing was recorded'],
  EFBIG: ['a file would become larger than is allowed here', 'raise the limit (`ulimit -f`); nothing was recorded'],
  EROFS: ['the file system is read-only', 'mount it writable, or work in a clone elsewhere'],
  EACCES: ['access is not permitted', 'ask its owner for permission, or work in a clone of your own'],
  EPERM: ['access is not permitted', 'ask its owner for permission, or work in a clone of your own'],
  EIO: ['the disk reports an error', 'check the disk before anything else; nothing was recorded'],
  ENAMETOOLONG: ['a name in it is too long for this disk', 'rename it to a shorter name'],
  EMFILE: ['too many files are open', 'raise the limit (`ulimit -n`) and run the command again'],
}

/** Returns the folder or file to which the system refused access; null if the error does not name one. */
export function refusedPlace(cause: unknown): string | null {
  if (!(cause instanceof Error) || !['EACCES', 'EPERM', 'EROFS'].includes(systemCode(cause))) return null
  const { path, dest, syscall } = cause as NodeJS.ErrnoException & { dest?: string }
  const named = dest ?? path
  if (named === undefined) return null
  // The file's permissions decide on reading; its folder's on creating, renaming and removing.
  const itself = ['open', 'scandir', 'access'].includes(syscall ?? '') && existsSync(named)
  return itself ? named : dirname(named)
}

/** Returns a GitError for a system error that a user can correct; the cause itself for any other. */
export function explainStorage(cause: unknown, place: string): unknown {
  const words = STORAGE[systemCode(cause)]
  if (words === undefined) return cause
  return new GitError('storage', `${place}: ${words[0]}`, words[1], { cause })
}
