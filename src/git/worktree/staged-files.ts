import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { createDurably, makeFolder, replaceDurably, systemCode, unlessMissing } from '../disk/durable.ts'
import { checkPath } from '../disk/safe-name.ts'
import { GitError } from '../git-error.ts'
import { privateFolder } from '../locks/owner-files.ts'
import type { ObjectDatabase } from '../objects/database.ts'
import { EXECUTABLE, SUBMODULE, SYMBOLIC_LINK, type TreeEntry } from '../objects/tree.ts'
import type { Store } from '../repository/repository.ts'
import { leadsThroughLink } from './work-file.ts'

function stagingFolder(store: Store): string {
  return join(privateFolder(store), 'work')
}

/**
 * Writes a file's new content into `.git`, so that later only a rename is left to do: a full disk is noticed before
 * anything changes. Returns its path; null for a symbolic link or submodule.
 */
export function stageFile(store: Store, objects: ObjectDatabase, entry: TreeEntry): string | null {
  if (entry.mode === SUBMODULE || entry.mode === SYMBOLIC_LINK) return null
  const folder = stagingFolder(store)
  makeFolder(folder)
  const path = join(folder, randomBytes(8).toString('hex'))
  createDurably(path, objects.readTyped(entry.id, 'blob'), 0o666)
  if (entry.mode === EXECUTABLE) chmodSync(path, statSync(path).mode | ((statSync(path).mode & 0o444) >> 2))
  return path
}

/** Moves a staged file, a symbolic link or a submodule's empty folder into the work tree. Never follows a link in its path. */
export function placeFile(
  workTree: string,
  path: string,
  entry: TreeEntry,
  staged: string | null,
  objects: ObjectDatabase,
): void {
  checkPath(path)
  const full = join(workTree, path)
  if (leadsThroughLink(workTree, path)) {
    const message = `${path} leads through a symbolic link`
    throw new GitError('would-overwrite', message, 'replace the link with a folder')
  }
  mkdirSync(dirname(full), { recursive: true })
  if (entry.mode === SUBMODULE) mkdirSync(full, { recursive: true })
  else if (staged !== null) moveInto(staged, full)
  else {
    rmSync(full, { force: true })
    symlinkSync(objects.readTyped(entry.id, 'blob').toString('utf8'), full)
  }
}

function moveInto(staged: string, full: string): void {
  removeEmptyFolder(full)
  try {
    renameSync(staged, full)
  } catch (cause) {
    // The git directory may be on another disk than the work tree.
    if (systemCode(cause) !== 'EXDEV') throw cause
    replaceDurably(full, readFileSync(staged))
    chmodSync(full, statSync(staged).mode & 0o777)
  }
}

/** Removes a file of the work tree, and the folders that become empty. Never follows a link in its path. */
export function removeFile(workTree: string, path: string): void {
  checkPath(path)
  if (leadsThroughLink(workTree, path)) return
  try {
    rmSync(join(workTree, path), { force: true })
  } catch (cause) {
    if (!['EISDIR', 'ERR_FS_EISDIR', 'ENOTDIR'].includes(systemCode(cause))) throw cause
  }
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    if (!removeEmptyFolder(join(workTree, folder))) return
  }
}

/** Errors after which an empty folder is left, as git leaves it: it is in use, or may not be removed. */
const LEFT_IN_PLACE = ['ENOTEMPTY', 'EEXIST', 'ENOENT', 'ENOTDIR', 'EBUSY', 'EINVAL', 'EACCES', 'EPERM']

function removeEmptyFolder(path: string): boolean {
  try {
    rmdirSync(path)
    return true
  } catch (cause) {
    if (LEFT_IN_PLACE.includes(systemCode(cause))) return false
    throw cause
  }
}

/** Removes what a killed process had staged. Only for the process that has the turn. */
export function sweepStagedFiles(store: Store): void {
  const folder = stagingFolder(store)
  for (const name of unlessMissing(() => readdirSync(folder), [])) rmSync(join(folder, name), { force: true })
}
