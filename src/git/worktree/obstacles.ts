import { accessSync, constants, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { explainStorage, refusedPlace } from '../disk/durable.ts'
import { checkPath } from '../disk/safe-name.ts'
import { GitError } from '../git-error.ts'
import type { TreeEntry } from '../objects/tree.ts'
import type { Folders, Store } from '../repository/repository.ts'
import type { TreeDifference } from '../trees/compare.ts'
import { type IndexEntry, isConflict, isSparse } from './index-file.ts'
import { lookAtWorkFile, matchesEntry } from './work-file.ts'

/** Index entries by path; a path with a conflict has several. */
type IndexByPath = ReadonlyMap<string, readonly IndexEntry[]>

/** Groups index entries by path. */
export function byPath(index: readonly IndexEntry[]): IndexByPath {
  const found = new Map<string, IndexEntry[]>()
  for (const entry of index) {
    const here = found.get(entry.path)
    if (here) here.push(entry)
    else found.set(entry.path, [entry])
  }
  return found
}

/**
 * Refuses to update a work tree when uncommitted work would be lost: a file or index entry that is neither as in the old
 * commit nor as in the new one.
 * @throws GitError would-overwrite, naming the files
 */
export function checkNoObstacles(folders: Folders, index: IndexByPath, differences: readonly TreeDifference[]): void {
  const going = new Set(differences.filter((each) => each.after === null).map((each) => each.path))
  const obstacles = differences.filter((each) => isObstacle(folders, index, each, going)).map((each) => each.path)
  if (obstacles.length === 0) return
  const shown = obstacles.slice(0, 5).join(', ')
  const more = obstacles.length > 5 ? ` and ${obstacles.length - 5} more` : ''
  const message = `uncommitted changes in ${folders.workTree} would be overwritten: ${shown}${more}`
  throw new GitError('would-overwrite', message, 'commit them, or run `git stash`')
}

function isObstacle(
  folders: Folders,
  index: IndexByPath,
  difference: TreeDifference,
  going: ReadonlySet<string>,
): boolean {
  const { path, before, after } = difference
  checkPath(path)
  const entries = index.get(path) ?? []
  if (entries.some(isConflict)) return true
  const entry = entries[0] ?? null
  if (!isEntry(entry, before) && !isEntry(entry, after)) return true
  if (entry && isSparse(entry)) return false
  const file = lookAtWorkFile(folders.workTree, path)
  if (matchesEntry(file, before) || matchesEntry(file, after)) return false
  // A file may replace a folder when all files in the folder are deleted too.
  if (file.kind === 'folder' && before === null) return !holdsOnly(folders.workTree, path, going)
  return true
}

function isEntry(entry: IndexEntry | null, wanted: TreeEntry | null): boolean {
  if (entry === null || wanted === null) return entry === wanted
  return entry.id === wanted.id && entry.mode === Number.parseInt(wanted.mode, 8)
}

function holdsOnly(workTree: string, folder: string, going: ReadonlySet<string>): boolean {
  return readdirSync(join(workTree, folder), { withFileTypes: true }).every((entry) => {
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? holdsOnly(workTree, path, going) : going.has(path)
  })
}

/**
 * Checks, before any ref moves, that every folder in which a file will be written or removed is writable.
 * @throws GitError storage, naming the folder
 */
export function checkFoldersWritable(workTree: string, differences: readonly TreeDifference[]): void {
  const folders = new Set(differences.map(({ path }) => folderOf(workTree, path)))
  for (const folder of folders) {
    try {
      accessSync(folder, constants.W_OK | constants.X_OK)
    } catch (cause) {
      throw explainStorage(cause, folder)
    }
  }
}

/** Returns the folder of a path, or the existing folder above it. */
function folderOf(workTree: string, path: string): string {
  let folder = dirname(path)
  while (folder !== '.' && !isFolder(join(workTree, folder))) folder = dirname(folder)
  return join(workTree, folder)
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

/**
 * Returns the error for a work tree that could not be updated after its branch moved. The commit is made, and stays.
 * @param done what was done, as the first half of a sentence
 */
export function notUpdated(cause: unknown, done: string, { workTree, program }: Store): GitError {
  const words = explainStorage(cause, refusedPlace(cause) ?? workTree)
  const why = words instanceof Error ? words.message : String(words)
  const remedy = `correct that, then run any ${program} command here: it updates the files`
  return new GitError('storage', `${done}, but its files could not be updated (${why})`, remedy, { cause })
}
