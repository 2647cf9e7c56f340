import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, rmSync, utimesSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { deflateSync, inflateSync } from 'node:zlib'
import { createDurably, makeFolder, syncFolder, systemCode } from '../disk/durable.ts'
import { GitError } from '../git-error.ts'
import { type GitObject, isObjectType, objectHeader, objectIdOf } from './object.ts'

/** Where an object that is in no pack stands. */
export function looseObjectPath(objectsFolder: string, id: string): string {
  return join(objectsFolder, id.slice(0, 2), id.slice(2))
}

/** The object, or null where there is no such file. @throws GitError unreadable when it is damaged */
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
 * Writes an object to a temporary name, has the disk confirm it, and renames it. The folder is not yet confirmed: call
 * syncFolder once for all. Returns that folder.
 */
export function writeLooseObject(objectsFolder: string, id: string, object: GitObject): string {
  const path = looseObjectPath(objectsFolder, id)
  const folder = dirname(path)
  const compressed = deflateSync(Buffer.concat([objectHeader(object.type, object.bytes.length), object.bytes]))
  // `git gc` removes empty folders at any moment, and sweeps away old files of this name.
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
 * Whether the object is there and whole. `git gc` prunes unreachable objects by age, so one that is used again is made
 * young first, as git does.
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

/** Has the disk confirm the folders that new objects were renamed into. */
export function syncObjectFolders(folders: Iterable<string>): void {
  for (const folder of new Set(folders)) {
    try {
      syncFolder(folder)
    } catch (cause) {
      // Gone: its objects are in a pack by now.
      if (systemCode(cause) !== 'ENOENT') throw cause
    }
  }
}
