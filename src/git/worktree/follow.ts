import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type FileLock, lockFile } from '../locks/file-lock.ts'
import type { ObjectDatabase } from '../objects/database.ts'
import type { Folders, Store } from '../repository/repository.ts'
import { compareTrees, type TreeDifference } from '../trees/compare.ts'
import { formatIndex, type IndexEntry, isSparse, readIndex } from './index-file.ts'
import { byPath, checkFoldersWritable, checkNoObstacles, notUpdated } from './obstacles.ts'
import { placeFile, removeFile, stageFile } from './staged-files.ts'
import { makeIndexEntry } from './work-file.ts'

/** A work tree that is ready to follow its branch: checked, its index locked, the new files staged in `.git`. */
export interface Follower {
  folders: Store
  /**
   * Updates the files and the index.
   * @param done what is already done, for the message if the disk refuses
   * @throws GitError storage; the next command finishes the update
   */
  follow(done: string): void
  /** Releases the lock and removes the staged files; nothing was changed. */
  release(): void
}

/**
 * Prepares a work tree to go from one tree to another (null: an empty one).
 * @param adopt paths that are not checked: what is committed was read from the work tree itself
 * @throws GitError would-overwrite, locked
 */
export async function prepareFollower(
  store: Store,
  objects: ObjectDatabase,
  before: string | null,
  after: string,
  adopt: ReadonlySet<string> = new Set(),
): Promise<Follower> {
  const lock = await lockFile(store, join(store.gitDirectory, 'index'))
  const staged = new Map<string, string | null>()
  const release = (): void => {
    for (const path of staged.values()) if (path !== null) rmSync(path, { force: true })
    lock.release()
  }
  try {
    const index = readIndex(store.gitDirectory)
    const differences = [...compareTrees(objects, before, after)]
    const checked = differences.filter((each) => !adopt.has(each.path))
    checkNoObstacles(store, byPath(index), checked)
    const leftOut = new Set(index.filter(isSparse).map((entry) => entry.path))
    const placed = checked.filter((each) => !leftOut.has(each.path))
    checkFoldersWritable(store.workTree, placed)
    for (const { path, after: entry } of placed) {
      if (entry !== null) staged.set(path, stageFile(store, objects, entry))
    }
    lock.prepare(formatIndex(updatedIndex(store, index, differences)))
    return {
      folders: store,
      release,
      follow(done) {
        try {
          update(store, objects, { lock, index, differences, placed, staged })
        } catch (cause) {
          throw notUpdated(cause, done, store)
        }
      },
    }
  } catch (cause) {
    release()
    throw cause
  }
}

interface Prepared {
  lock: FileLock
  index: readonly IndexEntry[]
  differences: readonly TreeDifference[]
  placed: readonly TreeDifference[]
  staged: ReadonlyMap<string, string | null>
}

function update(folders: Folders, objects: ObjectDatabase, prepared: Prepared): void {
  // Deleted files first: a file may replace a folder.
  for (const { path, after } of prepared.placed) if (after === null) removeFile(folders.workTree, path)
  for (const { path, after } of prepared.placed) {
    if (after !== null) placeFile(folders.workTree, path, after, prepared.staged.get(path) ?? null, objects)
  }
  prepared.lock.publish(formatIndex(updatedIndex(folders, prepared.index, prepared.differences)))
}

/** Returns the index with each changed path's new entry. */
export function updatedIndex(
  folders: Folders,
  index: readonly IndexEntry[],
  differences: readonly TreeDifference[],
): IndexEntry[] {
  const changed = new Map(differences.map((each) => [each.path, each.after]))
  const leftOut = new Map(index.filter(isSparse).map((entry) => [entry.path, entry]))
  const kept = index.filter((entry) => !changed.has(entry.path))
  for (const [path, after] of changed) {
    if (after === null) continue
    const extended = leftOut.get(path)?.extended ?? 0
    kept.push({ ...makeIndexEntry(folders.workTree, path, after), extended })
  }
  return kept
}
