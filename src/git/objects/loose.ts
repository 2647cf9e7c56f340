import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, rmSync, utimesSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { deflateSync, inflateSync } from 'node:zlib'
import { createDurably, makeFolder, syncFolder, systemCode } from '../disk/durable.ts'
import { GitError } from '../git-error.ts'
import { type GitObject, isObjectType, objectHeader, objectIdOf } from './object.ts'

/** Returns the path of a loose object. */
export function looseObjectPath(objectsFolder: string, id: string): string {
  return join(objectsFolder, id.slice(0, 2), id.slice(2))
}

/** Returns the object, or null when its file is missing. @throws GitError unreadable when it is damaged */
export function readLooseObject(objectsFolder: string, id: string): GitObject | null {
  const path = looseObjectPath(objectsFolder, id)
  let compressed: Buffer
  try {
    compressed = readFileSync(path)
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return null
    throw cause
  }
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
  retryWithoutFolder(folder, () => {
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

function retryWithoutFolder(folder: string, work: () => void): void {
  for (let tries = 0; ; tries++) {
    try {
      makeFolder(folder)
      work()
      return
    } catch (cause) {
      if (systemCode(cause) !== 'ENOENT' || tries === 5) throw cause
    }
  }
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
    if (cause instanceof GitError || systemCode(cause) === 'ENOENT') return false
    throw cause
  }
}

/** The ids of loose objects that begin with these hexadecimal digits (two at least). */
export function looseIdsWithPrefix(objectsFolder: string, prefix: string): string[] {
  const folder = prefix.slice(0, 2)
  try {
    const ids = readdirSync(join(objectsFolder, folder)).map((name) => folder + name)
    return ids.filter((id) => id.length === 40 && id.startsWith(prefix))
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return []
    throw cause
  }
}

/** Flushes the folders that new objects were renamed into. */
export function syncObjectFolders(folders: Iterable<string>): void {
  for (const folder of new Set(folders)) {
    try {
      syncFolder(folder)
    } catch (cause) {
      // The folder is gone: its objects are in a pack now.
      if (systemCode(cause) !== 'ENOENT') throw cause
    }
  }
}
