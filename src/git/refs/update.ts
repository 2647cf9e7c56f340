import { readdirSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { systemCode } from '../disk/durable.ts'
import { GitError } from '../git-error.ts'
import { lockFile } from '../locks/file-lock.ts'
import type { Signature } from '../objects/signature.ts'
import type { Folders } from '../repository/repository.ts'
import { packedRefsWithout } from './packed-refs.ts'
import { listRefs, readRef, refFolder, resolveRef } from './read.ts'
import { appendReflog } from './reflog.ts'

export interface RefUpdate {
  ref: string
  /** What the ref must say when it is looked at under the lock; null: it must not exist. */
  expected: string | null
  to: string
  who: Signature
  why: string
}

/** Whether moves are logged (core.logAllRefUpdates). */
export interface RefOptions {
  logged: boolean
}

/**
 * Moves a ref as git does: lock, look again, compare, write, log, rename. Only for who has the turn.
 * @param heads the work trees whose HEAD names this ref: their logs note the move too
 * @returns false when the ref says something other than `expected`; nothing was written then
 * @throws GitError locked, already-exists
 */
export async function updateRef(
  folders: Folders,
  update: RefUpdate,
  options: RefOptions,
  heads: readonly Folders[] = [],
): Promise<boolean> {
  checkNotSymbolic(folders, update.ref)
  if (update.expected === null) checkRoomFor(folders, update.ref)
  const lock = await lockFile(folders.commonDirectory, join(refFolder(folders, update.ref), update.ref))
  try {
    if (resolveRef(folders, update.ref) !== update.expected) return false
    const bytes = Buffer.from(`${update.to}\n`)
    lock.prepare(bytes)
    const move = { ...update, from: update.expected }
    appendReflog(folders, update.ref, move, options.logged)
    for (const head of heads) appendReflog(head, 'HEAD', move, options.logged)
    lock.publish(bytes)
    return true
  } finally {
    lock.release()
  }
}

/**
 * A ref that only names another (git-symbolic-ref(1)) is read as that one, and never written: what has the other checked out
 * would not follow.
 * @throws GitError not-allowed
 */
export function checkNotSymbolic(folders: Folders, ref: string): void {
  const value = readRef(folders, ref)
  if (value === null || !('ref' in value)) return
  const [name, other] = [shortName(ref), shortName(value.ref)]
  const remedy = `make it a branch: git symbolic-ref -d ${ref}, then git branch -m ${other} ${name}`
  throw new GitError('not-allowed', `${name} is only another name for ${other}, and cannot be written`, remedy)
}

/** A ref is a file: `proposal` and `proposal/x` cannot both be. */
function checkRoomFor(folders: Folders, ref: string): void {
  const below = [...listRefs(folders, `${ref}/`).keys()][0]
  const parts = ref.split('/')
  const above = parts.map((_, index) => parts.slice(0, index).join('/')).find((name) => isRef(folders, name))
  const other = below ?? above
  if (other === undefined) {
    // Folders that stayed empty when the branches in them went.
    for (const base of ['', 'logs']) removeEmptyTree(join(folders.commonDirectory, base, ref))
    return
  }
  const message = `${shortName(ref)} and ${shortName(other)} cannot both be names in one repository`
  throw new GitError('already-exists', message, 'choose another name')
}

function isRef(folders: Folders, name: string): boolean {
  return name.split('/').length > 2 && readRef(folders, name) !== null
}

function shortName(ref: string): string {
  return ref.replace(/^refs\/(heads|tags|remotes)\//, '')
}

/** Has HEAD name another branch; the log says from which commit to which. */
export async function pointHead(
  folders: Folders,
  branch: string,
  move: { from: string | null; to: string; who: Signature; why: string },
  options: RefOptions,
): Promise<void> {
  const lock = await lockFile(folders.commonDirectory, join(folders.gitDirectory, 'HEAD'))
  try {
    appendReflog(folders, 'HEAD', move, options.logged)
    lock.publish(Buffer.from(`ref: refs/heads/${branch}\n`))
  } finally {
    lock.release()
  }
}

/**
 * Deletes a ref: from `packed-refs` first, under its lock, so that it does not come back; then its file and its log.
 * @returns false when the ref says something other than `expected`
 */
export async function deleteRef(folders: Folders, ref: string, expected: string): Promise<boolean> {
  const { commonDirectory } = folders
  const lock = await lockFile(commonDirectory, join(commonDirectory, ref))
  try {
    const packedLock = await lockFile(commonDirectory, join(commonDirectory, 'packed-refs'))
    try {
      if (resolveRef(folders, ref) !== expected) return false
      const rest = packedRefsWithout(commonDirectory, ref)
      if (rest !== null) packedLock.publish(Buffer.from(rest))
      rmSync(join(commonDirectory, ref), { force: true })
      rmSync(join(commonDirectory, 'logs', ref), { force: true })
    } finally {
      packedLock.release()
    }
  } finally {
    lock.release()
  }
  for (const base of ['', 'logs']) removeEmptyFolders(join(commonDirectory, base), dirname(ref))
  return true
}

function removeEmptyFolders(base: string, folder: string): void {
  for (let at = folder; at.split('/').length > 2; at = dirname(at)) {
    if (!removeEmptyFolder(join(base, at))) return
  }
}

function removeEmptyTree(path: string): void {
  for (const name of namesIn(path)) removeEmptyTree(join(path, name))
  removeEmptyFolder(path)
}

/** The names in a folder; none where there is no folder. */
function namesIn(path: string): string[] {
  try {
    return readdirSync(path)
  } catch (cause) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(cause))) return []
    throw cause
  }
}

/** Returns false where something is in it. */
function removeEmptyFolder(path: string): boolean {
  try {
    rmdirSync(path)
    return true
  } catch (cause) {
    const code = systemCode(cause)
    if (!['ENOTEMPTY', 'ENOENT', 'EEXIST', 'ENOTDIR'].includes(code)) throw cause
    return code === 'ENOENT'
  }
}
