import { checkPath } from '../disk/safe-path.ts'
import { GitError } from '../git-error.ts'
import type { ObjectDatabase } from '../objects/database.ts'
import { FOLDER, isFileMode } from '../objects/tree.ts'
import { findInTree, walkTree } from '../trees/find.ts'

/** The files of one commit or folder, by path relative to the repository, with `/`. */
export interface Snapshot {
  /** Returns the file's bytes; null when it is missing. @throws GitError not-allowed for a symbolic link or submodule */
  readFile(path: string): Promise<Uint8Array | null>
  /** Returns the paths of all files in the folder `prefix` and below (`''`: all), sorted by UTF-16 code units. */
  listFiles(prefix: string): Promise<string[]>
}

/** Returns the files of a commit. Each is read when it is asked for. */
export function commitSnapshot(objects: ObjectDatabase, commit: string): Snapshot {
  return treeSnapshot(objects, () => objects.commit(commit).tree)
}

function treeSnapshot(objects: ObjectDatabase, tree: () => string): Snapshot {
  return {
    async readFile(path) {
      checkPath(path)
      const entry = findInTree(objects, tree(), path)
      if (entry === null || entry.mode === FOLDER) return null
      if (!isFileMode(entry.mode)) throw notAFile(path)
      return objects.readTyped(entry.id, 'blob')
    },
    async listFiles(prefix) {
      const folder = prefix.replace(/\/$/, '')
      if (folder !== '') checkPath(folder)
      const entry = findInTree(objects, tree(), folder)
      if (entry?.mode !== FOLDER) return []
      const files = [...walkTree(objects, entry.id, folder)].filter(([, file]) => isFileMode(file.mode))
      return files.map(([path]) => path).sort()
    },
  }
}

/** Returns the error for a symbolic link or submodule where a file is expected. */
export function notAFile(path: string): GitError {
  const message = `${path} is a symbolic link or a submodule, and those are not followed`
  return new GitError('not-allowed', message, 'replace it with the file itself')
}
