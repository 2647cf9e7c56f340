import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, rmSync, utimesSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { deflateSync, inflateSync } from 'node:zlib'
import { createDurably, inFolder, syncFolder, systemCode, unlessMissing } from '../disk/durable.ts'
import { GitError } from '../git-error.ts'
import { type GitObject, isObjectType, objectHeader, objectIdOf } from './object.ts'

/** Returns the path of a loose object. */
export function looseObjectPath(objectsFolder: string, id: string): string {
  return join(objectsFolder, id.slice(0, 2), id.slice(2))
}

/** Returns the object, or null if its file is missing. @throws GitError unreadable when it is damaged */
export function readLooseObject(objectsFolder: string, id: string): GitObject | null {
  const path = looseObjectPath(objectsFolder, id)
  const compressed = unlessMissing(() => readFileSync(path), null)
  if (compressed === null) return null
  const object = decodeLooseObject(compressed)
  if (object === null || objectIdOf(object.type, object.bytes) !== id) {
    throw new GitError('unreadable', `object ${id} is damaged`, 'run `git fsck` and restore it from another clone')
  }
  return object
}

function decodeLooseObject(compressed: Buffer): GitObject | null {
  let all: Buffer
  try {
    all = inflateSync(compressed)
  } catch {
    return null
  }
  const zero = all.indexOf(0)
  const [type = '', length = ''] = all.toString('latin1', 0, Math.max(zero, 0)).split(' ')
  const bytes = all.subarray(zero + 1)
  return isObjectType(type) && Number(length) === bytes.length ? { type, bytes } : null
}

/**
 * Writes an object to a temporary name, flushes it (fsync) and renames it. Returns its folder, which is not flushed yet: call
 * syncObjectFolders for all folders at the end.
 */
export function writeLooseObject(objectsFolder: string, id: string, object: GitObject): string {
  const path = looseObjectPath(objectsFolder, id)
  const folder = dirname(path)
  const compressed = deflateSync(Buffer.concat([objectHeader(object.type, object.bytes.length), object.bytes]))
  // `git gc` removes empty folders and old files of this name at any moment.
  inFolder(folder, () => {
    const temporary = join(folder, `tmp_obj_${randomBytes(6).toString('hex')}`)
    createDurably(temporary, compressed, 0o444)
    try {
      renameSync(temporary, path)
    } catch (cause) {
      rmSync(temporary, { force: true })
      throw cause
    }
  })
  return folder
}

/**
 * Returns whether the object exists and is complete. Updates its time first, as git does: `git gc` prunes unreachable objects by
 * age.
 */
export function refreshLooseObject(objectsFolder: string, id: string): boolean {
  const path = looseObjectPath(objectsFolder, id)
  try {
    const now = new Date()
    utimesSync(path, now, now)
    return readLooseObject(objectsFolder, id) !== null
  } catch (cause) {
    // Only an object's owner may change its time: another user writes it again.
    if (cause instanceof GitError || ['ENOENT', 'EPERM', 'EACCES'].includes(systemCode(cause))) return false
    throw cause
  }
}

/** The ids of loose objects that begin with these hexadecimal digits (two at least). */
export function looseIdsWithPrefix(objectsFolder: string, prefix: string): string[] {
  const folder = prefix.slice(0, 2)
  const names = unlessMissing(() => readdirSync(join(objectsFolder, folder)), [])
  return names.map((name) => folder + name).filter((id) => id.length === 40 && id.startsWith(prefix))
}

/** Flushes the folders that new objects were renamed into. */
export function syncObjectFolders(folders: Iterable<string>): void {
  for (const folder of new Set(folders)) {
    // A missing folder was emptied by `git gc`: its objects are in a pack now.
    unlessMissing(() => syncFolder(folder), undefined)
  }
}
