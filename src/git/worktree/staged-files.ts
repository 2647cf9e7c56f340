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
import { createDurably, makeFolder, replaceDurably, systemCode } from '../disk/durable.ts'
import { checkPath } from '../disk/safe-path.ts'
import { GitError } from '../git-error.ts'
import { annexFolder } from '../locks/owner-files.ts'
import type { ObjectDatabase } from '../objects/database.ts'
import { EXECUTABLE, SUBMODULE, SYMBOLIC_LINK, type TreeEntry } from '../objects/tree.ts'
import { leadsThroughLink } from './work-file.ts'

function stagingFolder(commonDirectory: string): string {
  return join(annexFolder(commonDirectory), 'work')
}

/**
 * Writes a file's new content beside the repository's own files, so that later a rename is all that remains to do (and a
 * full disk is noticed before anything changed). Returns its path; null for what is no file.
 */
export function stageFile(commonDirectory: string, objects: ObjectDatabase, entry: TreeEntry): string | null {
  if (entry.mode === SUBMODULE || entry.mode === SYMBOLIC_LINK) return null
  const folder = stagingFolder(commonDirectory)
  makeFolder(folder)
  const path = join(folder, randomBytes(8).toString('hex'))
  createDurably(path, objects.readTyped(entry.id, 'blob'), 0o666)
  if (entry.mode === EXECUTABLE) chmodSync(path, statSync(path).mode | ((statSync(path).mode & 0o444) >> 2))
  return path
}

/** Puts a staged file, a link or a submodule's empty folder in its place. No link on the way is followed. */
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
    throw new GitError('would-overwrite', message, 'put a folder in the place of the link')
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
    // The git directory may be on another disk than the files.
    if (systemCode(cause) !== 'EXDEV') throw cause
    replaceDurably(full, readFileSync(staged))
    chmodSync(full, statSync(staged).mode & 0o777)
  }
}

/** Removes a file of the work tree, and the folders that become empty. */
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

/** A folder that is in use, or may not be removed, stays empty, as git leaves it. */
const STAYS = ['ENOTEMPTY', 'EEXIST', 'ENOENT', 'ENOTDIR', 'EBUSY', 'EINVAL', 'EACCES', 'EPERM']

function removeEmptyFolder(path: string): boolean {
  try {
    rmdirSync(path)
    return true
  } catch (cause) {
    if (STAYS.includes(systemCode(cause))) return false
    throw cause
  }
}

/** Removes what a process that was killed had staged. Only for who has the turn. */
export function sweepStagedFiles(commonDirectory: string): void {
  const folder = stagingFolder(commonDirectory)
  try {
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { force: true })
  } catch (cause) {
    if (systemCode(cause) !== 'ENOENT') throw cause
  }
}
