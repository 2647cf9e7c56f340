import { constants } from 'node:fs'
import { lstat, open, readdir, realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { MISSING, systemCode } from '../disk/durable.ts'
import { checkPath, isDotGit } from '../disk/safe-name.ts'
import { GitError } from '../git-error.ts'
import type { ObjectDatabase } from '../objects/database.ts'
import { FOLDER, isFileMode } from '../objects/tree.ts'
import { findInTree, walkTree } from '../trees/compare.ts'

/** The files of one commit or folder, by path relative to the repository, with `/`. */
export interface Snapshot {
  /** Returns the file's bytes; null if it is missing. @throws GitError not-allowed for a symbolic link or submodule */
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

/**
 * Returns the files of a folder on disk, without git, each read when it is asked for. A symbolic link is followed when it
 * leads to a file inside the folder, and refused when it leads out of it. `.git` is not included.
 */
export function directorySnapshot(directory: string): Snapshot {
  return {
    async readFile(path) {
      checkPath(path)
      const file = await fileInside(directory, path)
      return file === null ? null : readPlainFile(file, path)
    },
    async listFiles(prefix) {
      const folder = prefix.replace(/\/$/, '')
      if (folder !== '') {
        checkPath(folder)
        if ((await fileInside(directory, folder)) === null) return []
      }
      return (await listFolder(directory, folder)).sort()
    },
  }
}

/** Returns the real path of a file, with links resolved; null if it is missing. */
async function fileInside(directory: string, path: string): Promise<string | null> {
  try {
    const root = await realpath(directory)
    const real = await realpath(join(root, path))
    if (real !== root && !real.startsWith(root.endsWith(sep) ? root : `${root}${sep}`)) throw notAFile(path)
    if (real.slice(root.length).split(sep).some(isDotGit)) throw notAFile(path)
    return real
  } catch (cause) {
    if (MISSING.includes(systemCode(cause))) return null
    throw explain(cause, path)
  }
}

async function readPlainFile(real: string, path: string): Promise<Uint8Array | null> {
  try {
    // Non-blocking: opening a named pipe would otherwise wait for ever.
    const file = await open(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const stat = await file.stat()
      if (stat.isDirectory()) return null
      if (!stat.isFile()) throw notAFile(path)
      return await file.readFile()
    } finally {
      await file.close()
    }
  } catch (cause) {
    if (['EISDIR', 'ENOENT'].includes(systemCode(cause))) return null
    throw explain(cause, path)
  }
}

async function listFolder(directory: string, folder: string): Promise<string[]> {
  const files: string[] = []
  for (const entry of await entriesOf(directory, folder)) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (isDotGit(entry.name)) continue
    if (entry.isDirectory()) files.push(...(await listFolder(directory, path)))
    else if (entry.isFile() || (entry.isSymbolicLink() && (await leadsToFile(directory, path)))) files.push(path)
  }
  return files
}

async function entriesOf(directory: string, folder: string) {
  try {
    return await readdir(join(directory, folder), { withFileTypes: true })
  } catch (cause) {
    if (MISSING.includes(systemCode(cause))) return []
    throw explain(cause, folder || directory)
  }
}

async function leadsToFile(directory: string, path: string): Promise<boolean> {
  const real = await fileInside(directory, path)
  return real !== null && (await lstat(real)).isFile()
}

function explain(cause: unknown, path: string): unknown {
  const code = systemCode(cause)
  if (code === 'EACCES' || code === 'EPERM') {
    return new GitError('unreadable', `${path}: access is not permitted`, 'ask its owner for permission', { cause })
  }
  if (code !== 'ELOOP') return cause
  return new GitError('unreadable', `${path} is a circle of symbolic links`, 'remove the links', { cause })
}
