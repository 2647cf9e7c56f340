import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { checkPath } from '../disk/safe-path.ts'
import { GitError } from '../git-error.ts'
import type { TreeEntry } from '../objects/tree.ts'
import type { Folders } from '../repository/repository.ts'
import type { Difference } from '../trees/compare.ts'
import { type IndexEntry, isConflict, isLeftOut } from './index-file.ts'
import { isThere, lookAtWorkFile } from './work-file.ts'

/** Index entries by path; a path in conflict has several. */
export type IndexByPath = ReadonlyMap<string, readonly IndexEntry[]>

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
 * Refuses to bring a work tree along when work would be lost: a file or index entry that is neither as it was nor as it is
 * to be.
 * @throws GitError would-overwrite, naming the files
 */
export function checkNoObstacles(folders: Folders, index: IndexByPath, differences: readonly Difference[]): void {
  const going = new Set(differences.filter((each) => each.after === null).map((each) => each.path))
  const obstacles = differences.filter((each) => stands(folders, index, each, going)).map((each) => each.path)
  if (obstacles.length === 0) return
  const shown = obstacles.slice(0, 5).join(', ')
  const more = obstacles.length > 5 ? ` and ${obstacles.length - 5} more` : ''
  const message = `uncommitted changes in ${folders.workTree} would be overwritten: ${shown}${more}`
  throw new GitError('would-overwrite', message, 'commit them, or put them aside with `git stash`')
}

function stands(folders: Folders, index: IndexByPath, difference: Difference, going: ReadonlySet<string>): boolean {
  const { path, before, after } = difference
  checkPath(path)
  const entries = index.get(path) ?? []
  if (entries.some(isConflict)) return true
  const entry = entries[0] ?? null
  if (!isEntry(entry, before) && !isEntry(entry, after)) return true
  if (entry && isLeftOut(entry)) return false
  const file = lookAtWorkFile(folders.workTree, path)
  if (isThere(file, before) || isThere(file, after)) return false
  // A folder may make way for a file when all that it holds goes; a file, for the folder that takes its name.
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
