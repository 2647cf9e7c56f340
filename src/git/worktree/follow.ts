import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type FileLock, lockFile } from '../locks/file-lock.ts'
import type { ObjectDatabase } from '../objects/database.ts'
import type { Folders } from '../repository/repository.ts'
import { compareTrees, type Difference } from '../trees/compare.ts'
import { makeIndexEntry } from './index-entry.ts'
import { formatIndex, type IndexEntry, isLeftOut, readIndex } from './index-file.ts'
import { byPath, checkNoObstacles } from './obstacles.ts'
import { placeFile, removeFile, stageFile } from './staged-files.ts'
import { checkFoldersWritable, leftBehind } from './writable.ts'

/** A work tree made ready to follow its branch: checked, its index locked, the new files written aside. */
export interface Follower {
  folders: Folders
  /**
   * Brings files and index along.
   * @param done what was done already, for the message should the disk refuse
   * @throws GitError storage; the next command finishes it
   */
  follow(done: string): void
  /** Gives up; nothing was changed. */
  release(): void
}

/**
 * Makes a work tree ready to go from one tree to another (null: an empty one).
 * @param adopt paths whose index entries give way unasked: what is committed was read from the work tree itself
 * @throws GitError would-overwrite, locked
 */
export async function prepareFollower(
  folders: Folders,
  objects: ObjectDatabase,
  before: string | null,
  after: string,
  adopt: ReadonlySet<string> = new Set(),
): Promise<Follower> {
  const lock = await lockFile(folders.commonDirectory, join(folders.gitDirectory, 'index'))
  const staged = new Map<string, string | null>()
  const release = (): void => {
    for (const path of staged.values()) if (path !== null) rmSync(path, { force: true })
    lock.release()
  }
  try {
    const index = readIndex(folders.gitDirectory)
    const differences = [...compareTrees(objects, before, after)]
    const checked = differences.filter((each) => !adopt.has(each.path))
    checkNoObstacles(folders, byPath(index), checked)
    const leftOut = new Set(index.filter(isLeftOut).map((entry) => entry.path))
    const placed = checked.filter((each) => !leftOut.has(each.path))
    checkFoldersWritable(folders.workTree, placed)
    for (const { path, after: entry } of placed) {
      if (entry !== null) staged.set(path, stageFile(folders.commonDirectory, objects, entry))
    }
    lock.prepare(formatIndex(updatedIndex(folders, index, differences)))
    return {
      folders,
      release,
      follow(done) {
        try {
          bringAlong(folders, objects, { lock, index, differences, placed, staged })
        } catch (cause) {
          throw leftBehind(cause, done, folders.workTree)
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
  differences: readonly Difference[]
  placed: readonly Difference[]
  staged: ReadonlyMap<string, string | null>
}

function bringAlong(folders: Folders, objects: ObjectDatabase, prepared: Prepared): void {
  // What goes, goes first: a file may take the place of a folder.
  for (const { path, after } of prepared.placed) if (after === null) removeFile(folders.workTree, path)
  for (const { path, after } of prepared.placed) {
    if (after !== null) placeFile(folders.workTree, path, after, prepared.staged.get(path) ?? null, objects)
  }
  prepared.lock.publish(formatIndex(updatedIndex(folders, prepared.index, prepared.differences)))
}

/** The index with each difference's new side in the place of its old one. */
export function updatedIndex(
  folders: Folders,
  index: readonly IndexEntry[],
  differences: readonly Difference[],
): IndexEntry[] {
  const changed = new Map(differences.map((each) => [each.path, each.after]))
  const leftOut = new Map(index.filter(isLeftOut).map((entry) => [entry.path, entry]))
  const kept = index.filter((entry) => !changed.has(entry.path))
  for (const [path, after] of changed) {
    if (after === null) continue
    const extended = leftOut.get(path)?.extended ?? 0
    kept.push({ ...makeIndexEntry(folders.workTree, path, after), extended })
  }
  return kept
}
