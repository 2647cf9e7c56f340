import { join } from 'node:path'
import { GitError } from '../git-error.ts'
import { type Commit, parseCommit } from './commit.ts'
import {
  looseIdsWithPrefix,
  readLooseObject,
  refreshLooseObject,
  syncObjectFolders,
  writeLooseObject,
} from './loose.ts'
import { type GitObject, type ObjectType, objectIdOf } from './object.ts'
import { keepMany } from './pack-cache.ts'
import { openPacks } from './packs.ts'
import { parseTree, type TreeEntry } from './tree.ts'

/** All objects of a repository, loose and packed. Objects never change, so what was read is cached. */
export interface ObjectDatabase {
  /** @throws GitError unreadable when it is missing or damaged */
  read(id: string): GitObject
  has(id: string): boolean
  /** @throws GitError unreadable when it is missing, damaged or of another type */
  readTyped(id: string, type: ObjectType): Buffer
  commit(id: string): Commit
  tree(id: string): readonly TreeEntry[]
  /** Returns the ids that start with these hexadecimal digits, sorted. */
  idsWithPrefix(prefix: string): string[]
  /** Adds an object. It can be read at once; it is on disk after `flush`. */
  add(type: ObjectType, bytes: Uint8Array): string
  /** Writes the added objects and flushes them to disk (fsync). */
  flush(): void
  close(): void
}

const TREES_KEPT = 20_000
const COMMITS_KEPT = 200_000

/** @param commonDirectory `.git` */
export function openObjects(commonDirectory: string): ObjectDatabase {
  const folder = join(commonDirectory, 'objects')
  const packs = openPacks(folder)
  const pending = new Map<string, GitObject>()
  const trees = keepMany<string, readonly TreeEntry[]>(TREES_KEPT)
  const commits = keepMany<string, Commit>(COMMITS_KEPT)

  const find = (id: string): GitObject | null =>
    pending.get(id) ??
    packs.read(id, read) ??
    readLooseObject(folder, id) ??
    (packs.reload() ? packs.read(id, read) : null)

  /** The ids that are being read, with their delta bases. */
  const inProgress = new Set<string>()
  const read = (id: string): GitObject => {
    if (inProgress.has(id)) throw new GitError('unreadable', `object ${id} is packed against itself`, 'run `git fsck`')
    inProgress.add(id)
    try {
      const object = find(id) ?? readLooseObject(folder, id)
      if (object !== null) {
        return object
      }
      throw new GitError('unreadable', `object ${id} is missing`, 'run `git fsck`; fetch it from another clone')
    } finally {
      inProgress.delete(id)
    }
  }

  const readTyped = (id: string, type: ObjectType): Buffer => {
    const object = read(id)
    if (object.type === type) return object.bytes
    throw new GitError('unreadable', `object ${id} is a ${object.type}, not a ${type}`, 'run `git fsck`')
  }

  return {
    read,
    readTyped,
    has: (id) => pending.has(id) || find(id) !== null,
    commit(id) {
      const known = commits.get(id)
      if (known) return known
      const commit = parseCommit(id, readTyped(id, 'commit'))
      commits.set(id, commit)
      return commit
    },
    tree(id) {
      const known = trees.get(id)
      if (known) return known
      const tree = parseTree(readTyped(id, 'tree'))
      trees.set(id, tree)
      return tree
    },
    idsWithPrefix(prefix) {
      packs.reload()
      return [...new Set([...looseIdsWithPrefix(folder, prefix), ...packs.idsWithPrefix(prefix)])].sort()
    },
    add(type, bytes) {
      const id = objectIdOf(type, bytes)
      pending.set(id, { type, bytes: Buffer.from(bytes) })
      return id
    },
    flush() {
      const folders: string[] = []
      for (const [id, object] of pending) {
        if (isKept(id)) continue
        folders.push(writeLooseObject(folder, id, object))
      }
      syncObjectFolders(folders)
      pending.clear()
    },
    close: () => packs.close(),
  }

  /** Returns whether the object exists on disk already. It is read and its id compared. */
  function isKept(id: string): boolean {
    if (refreshLooseObject(folder, id)) return true
    if (!packs.refresh(id)) return false
    const object = packs.read(id, read)
    return object !== null && objectIdOf(object.type, object.bytes) === id
  }
}
