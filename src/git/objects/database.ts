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
import { keepRecent } from './pack-cache.ts'
import { openPacks, type Packs } from './packs.ts'
import { entriesOf, type RawTree, readRawTree } from './raw-tree.ts'
import type { TreeEntry } from './tree.ts'

/** All objects of a repository, loose and packed. Objects never change, so what was read is cached. */
export interface ObjectDatabase {
  /** Does not compare the bytes with the id: for long walks. @throws GitError unreadable when it is missing or damaged */
  read(id: string): GitObject
  has(id: string): boolean
  /** @throws GitError unreadable when it is missing, damaged or of another type */
  readTyped(id: string, type: ObjectType): Buffer
  commit(id: string): Commit
  tree(id: string): readonly TreeEntry[]
  /** The same, without a string for each entry: for trees of which few entries are looked at. */
  rawTree(id: string): RawTree
  /** Returns the ids that start with these hexadecimal digits, sorted. */
  idsWithPrefix(prefix: string): string[]
  /** Adds an object. It can be read at once; it is on disk after `flush`. */
  add(type: ObjectType, bytes: Uint8Array): string
  /** Writes the added objects and flushes them to disk (fsync). */
  flush(): void
  close(): void
}

/** In bytes, with 4 an entry. */
const RAW_TREES_KEPT = 8 * 1024 * 1024
/** In entries. */
const TREES_KEPT = 200_000
const COMMITS_KEPT = 200_000

/**
 * @param commonDirectory `.git`
 * @param borrowed where objects are looked up that are not in this folder
 */
export function openObjects(commonDirectory: string, borrowed?: ObjectDatabase): ObjectDatabase {
  return openObjectsIn(join(commonDirectory, 'objects'), borrowed)
}

/** @param folder `.git/objects`, or another folder of objects */
export function openObjectsIn(folder: string, borrowed?: ObjectDatabase): ObjectDatabase {
  const packs = openPacks(folder)
  const pending = new Map<string, GitObject>()
  const { find, read } = makeReader(folder, packs, pending, borrowed)
  const readTyped = (id: string, type: ObjectType): Buffer => {
    const object = read(id)
    if (object.type === type) return checked(id, object)
    throw new GitError('unreadable', `object ${id} is a ${object.type}, not a ${type}`, 'run `git fsck`')
  }
  const rawTree = keepSome(
    RAW_TREES_KEPT,
    ({ bytes, starts }) => bytes.length + 4 * starts.length,
    (id: string) => readRawTree(readTyped(id, 'tree')),
  )
  return {
    read,
    readTyped,
    rawTree,
    has: (id) => pending.has(id) || find(id) !== null,
    commit: keepMany(COMMITS_KEPT, (id) => parseCommit(id, readTyped(id, 'commit'))),
    tree: keepSome(
      TREES_KEPT,
      (entries: TreeEntry[]) => entries.length,
      (id: string) => entriesOf(rawTree(id)),
    ),
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
      const missing = [...pending].filter(([id]) => !isOnDisk(folder, packs, id, read))
      syncObjectFolders(missing.map(([id, object]) => writeLooseObject(folder, id, object)))
      pending.clear()
    },
    close: () => packs.close(),
  }
}

interface Reader {
  find(id: string): GitObject | null
  /** @throws GitError unreadable when the object is missing */
  read(id: string): GitObject
}

function makeReader(
  folder: string,
  packs: Packs,
  pending: ReadonlyMap<string, GitObject>,
  borrowed: ObjectDatabase | undefined,
): Reader {
  /** The ids that are being read, with their delta bases. */
  const inProgress = new Set<string>()
  const find = (id: string): GitObject | null =>
    pending.get(id) ??
    packs.read(id, read) ??
    readLooseObject(folder, id) ??
    (packs.reload() ? packs.read(id, read) : null) ??
    (borrowed?.has(id) ? borrowed.read(id) : null)
  const read = (id: string): GitObject => {
    if (inProgress.has(id)) {
      const remedy = 'run `git fsck`, then restore it from another clone'
      throw new GitError('unreadable', `object ${id} is its own delta base`, remedy)
    }
    inProgress.add(id)
    try {
      const object = find(id) ?? readLooseObject(folder, id)
      if (object !== null) return object
      throw new GitError('unreadable', `object ${id} is missing`, 'run `git fsck`; fetch it from another clone')
    } finally {
      inProgress.delete(id)
    }
  }
  return { find, read }
}

// Whoever can write to the repository's folder, or to a server, can put other bytes under an id.
function checked(id: string, { type, bytes }: GitObject): Buffer {
  if (objectIdOf(type, bytes) === id) return bytes
  const remedy = 'run `git fsck`, and fetch the object from a clone that you trust'
  throw new GitError('unreadable', `object ${id} is damaged: its bytes have another id`, remedy)
}

/** Returns a function that remembers results. It forgets all of them when it is full: cheaper than an order of use. */
function keepMany<Value>(limit: number, make: (id: string) => Value): (id: string) => Value {
  const kept = new Map<string, Value>()
  return (id) => {
    const known = kept.get(id)
    if (known !== undefined) return known
    const value = make(id)
    if (kept.size >= limit) kept.clear()
    kept.set(id, value)
    return value
  }
}

/** Returns a function that remembers what it returned last, up to a total weight. */
function keepSome<Value>(
  budget: number,
  weigh: (value: Value) => number,
  make: (id: string) => Value,
): (id: string) => Value {
  const kept = keepRecent<string, Value>(budget, weigh)
  return (id) => {
    const known = kept.get(id)
    if (known !== undefined) return known
    const value = make(id)
    kept.set(id, value)
    return value
  }
}

/** Returns whether the object exists on disk already. It is read and its id compared. */
function isOnDisk(folder: string, packs: Packs, id: string, read: (id: string) => GitObject): boolean {
  if (refreshLooseObject(folder, id)) return true
  if (!packs.refresh(id)) return false
  const object = packs.read(id, read)
  return object !== null && objectIdOf(object.type, object.bytes) === id
}
