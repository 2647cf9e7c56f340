import { readdirSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { MISSING, systemCode, unlessMissing } from '../disk/durable.ts'
import { isRefName } from '../disk/safe-name.ts'
import { GitError } from '../git-error.ts'
import { lockFile } from '../locks/file-lock.ts'
import type { Signature } from '../objects/signature.ts'
import type { Folders, Store } from '../repository/repository.ts'
import { listRefs, packedRefsWithout, readRef, refFolder, resolveRef } from './read.ts'
import { appendReflog } from './reflog.ts'

interface RefUpdate {
  ref: string
  /** What the ref must be at when it is read under the lock; null: it must not exist. */
  expected: string | null
  to: string
  who: Signature
  why: string
}

/** Whether to write reflogs (core.logAllRefUpdates). */
export interface RefOptions {
  logged: boolean
}

/**
 * Moves a ref as git does: lock, read again, compare, write, log, rename. Only for the process that has the turn.
 * @param heads the work trees whose HEAD names this ref: the move goes into their HEAD reflogs too
 * @returns false when the ref is not at `expected`; nothing was written then
 * @throws GitError locked, already-exists
 */
export async function updateRef(
  store: Store,
  update: RefUpdate,
  options: RefOptions,
  heads: readonly Folders[] = [],
): Promise<boolean> {
  checkFullRefName(update.ref)
  checkNotSymbolic(store, update.ref)
  if (update.expected === null) checkNameIsFree(store, update.ref)
  const lock = await lockFile(store, join(refFolder(store, update.ref), update.ref))
  try {
    if (resolveRef(store, update.ref) !== update.expected) return false
    const bytes = Buffer.from(`${update.to}\n`)
    lock.prepare(bytes)
    const move = { ...update, from: update.expected }
    appendReflog(store, update.ref, move, options.logged)
    for (const head of heads) appendReflog(head, 'HEAD', move, options.logged)
    lock.publish(bytes)
    return true
  } finally {
    lock.release()
  }
}

/**
 * Refuses to write a symbolic ref (git-symbolic-ref(1)): work trees that have its target checked out would not be updated.
 * @throws GitError not-allowed
 */
export function checkNotSymbolic(folders: Folders, ref: string): void {
  const value = readRef(folders, ref)
  if (value === null || !('ref' in value)) return
  const [name, other] = [shortName(ref), shortName(value.ref)]
  const remedy = `make it a branch: git symbolic-ref -d ${ref}, then git branch -m ${other} ${name}`
  throw new GitError('not-allowed', `${name} is a symbolic ref to ${other}, and symbolic refs are not written`, remedy)
}

// A ref is written as a file, so its name is checked here, wherever it comes from: `refs/heads/../../config` is a path too.
function checkFullRefName(ref: string): void {
  if (ref.startsWith('refs/') && isRefName(ref)) return
  throw new GitError('invalid', `${JSON.stringify(ref.slice(0, 200))} is not a valid ref name`, 'choose another name')
}

/** Throws if the name conflicts with an existing ref: `topic` and `topic/x` cannot both exist. */
export function checkNameIsFree(folders: Folders, ref: string): void {
  const below = [...listRefs(folders, `${ref}/`).keys()][0]
  const parts = ref.split('/')
  const above = parts.map((_, index) => parts.slice(0, index).join('/')).find((name) => isRef(folders, name))
  const other = below ?? above
  if (other === undefined) {
    // A deleted branch may have left empty folders with this name.
    for (const base of ['', 'logs']) removeEmptyTree(join(folders.commonDirectory, base, ref))
    return
  }
  const message = `${shortName(ref)} and ${shortName(other)} cannot both exist in one repository`
  throw new GitError('already-exists', message, 'choose another name')
}

function isRef(folders: Folders, name: string): boolean {
  return name.split('/').length > 2 && readRef(folders, name) !== null
}

function shortName(ref: string): string {
  return ref.replace(/^refs\/(heads|tags|remotes)\//, '')
}

/** Points HEAD to another branch and logs the move. */
export async function pointHead(
  store: Store,
  branch: string,
  move: { from: string | null; to: string; who: Signature; why: string },
  options: RefOptions,
): Promise<void> {
  checkFullRefName(`refs/heads/${branch}`)
  const lock = await lockFile(store, join(store.gitDirectory, 'HEAD'))
  try {
    appendReflog(store, 'HEAD', move, options.logged)
    lock.publish(Buffer.from(`ref: refs/heads/${branch}\n`))
  } finally {
    lock.release()
  }
}

/**
 * Deletes a ref: from `packed-refs` first, under its lock, so that it does not reappear; then its file and its reflog.
 * @returns false when the ref is not at `expected`
 */
export async function deleteRef(store: Store, ref: string, expected: string): Promise<boolean> {
  checkFullRefName(ref)
  const { commonDirectory } = store
  const lock = await lockFile(store, join(commonDirectory, ref))
  try {
    const packedLock = await lockFile(store, join(commonDirectory, 'packed-refs'))
    try {
      if (resolveRef(store, ref) !== expected) return false
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

/** Returns the names in a folder; an empty list when the folder is missing. */
function namesIn(path: string): string[] {
  return unlessMissing(() => readdirSync(path), [], MISSING)
}

/** Removes a folder if it is empty; returns false when it is not. */
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
