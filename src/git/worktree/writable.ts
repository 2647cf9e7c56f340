import { accessSync, constants, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { explainStorage, refusedPlace } from '../disk/durable.ts'
import { GitError } from '../git-error.ts'
import type { Difference } from '../trees/compare.ts'

/**
 * Asks the disk, before any ref moves, whether every folder in which a file is to be put or removed may be written.
 * @throws GitError storage, naming the folder that may not
 */
export function checkFoldersWritable(workTree: string, differences: readonly Difference[]): void {
  const folders = new Set(differences.map(({ path }) => folderOf(workTree, path)))
  for (const folder of folders) {
    try {
      accessSync(folder, constants.W_OK | constants.X_OK)
    } catch (cause) {
      throw explainStorage(cause, folder)
    }
  }
}

/** The folder of a path, or the one above in which it is to be made. */
function folderOf(workTree: string, path: string): string {
  let folder = dirname(path)
  while (folder !== '.' && !isFolder(join(workTree, folder))) folder = dirname(folder)
  return join(workTree, folder)
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

/**
 * What is said when a work tree could not follow after its branch moved: the record is made, and stays.
 * @param done what was done, as the first half of a sentence
 */
export function leftBehind(cause: unknown, done: string, workTree: string): GitError {
  const words = explainStorage(cause, refusedPlace(cause) ?? workTree)
  const why = words instanceof Error ? words.message : String(words)
  const remedy = 'put that right, then run any annex command here: it brings the files along'
  return new GitError('storage', `${done}, but the files could not follow (${why})`, remedy, { cause })
}
