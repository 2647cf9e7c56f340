import fs, { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { MISSING, targetOfTemporary, unlessMissing } from '../disk/durable.ts'
import { checkPath, isDotGit } from '../disk/safe-name.ts'
import type { ObjectDatabase } from '../objects/database.ts'
import { FOLDER, type TreeEntry } from '../objects/tree.ts'
import type { Folders, WorkTreeStatus } from '../repository/repository.ts'
import { findInTree, walkTree } from '../trees/compare.ts'
import { type IndexEntry, isConflict, isSparse, readIndex } from './index-file.ts'
import { byPath } from './obstacles.ts'
import { lookAtWorkFile, looksUnchanged, matchesEntry, statOf } from './work-file.ts'

/**
 * Returns the paths that differ from HEAD in the index or the work tree, and those that are untracked.
 * @param tree HEAD's tree; null while there is no commit
 * @param prefix a folder, or `''` for all
 */
export async function readStatus(
  folders: Folders,
  objects: ObjectDatabase,
  tree: string | null,
  prefix: string,
): Promise<WorkTreeStatus> {
  const folder = prefix.replace(/\/$/, '')
  if (folder !== '') checkPath(folder)
  const inside = (path: string) => folder === '' || path === folder || path.startsWith(`${folder}/`)
  const head = filesOf(objects, tree, folder)
  const index = byPath(readIndex(folders.gitDirectory).filter((entry) => inside(entry.path)))
  const time = indexTime(folders)
  const changed = new Set<string>()
  for (const [path, entries] of index) {
    if (entries.some((entry) => differs(folders, entry, head.get(path), time))) changed.add(path)
  }
  for (const path of head.keys()) if (!index.has(path)) changed.add(path)
  const isKnown = (path: string) => index.has(path) || head.has(path)
  const unknown = listWorkFiles(folders.workTree, folder).filter(
    (path) => !isKnown(path) && !isTemporary(path, isKnown),
  )
  const untracked: string[] = []
  for (const path of unknown) if (!(await isIgnored(folders, path))) untracked.push(path)
  return { changed: [...changed].sort(), untracked: untracked.sort() }
}

/** Returns whether a file is what a killed process left next to a file that it was writing. */
function isTemporary(path: string, isKnown: (path: string) => boolean): boolean {
  const target = targetOfTemporary(path)
  return target !== null && isKnown(target)
}

function filesOf(objects: ObjectDatabase, tree: string | null, folder: string): Map<string, TreeEntry> {
  const entry = tree === null ? null : findInTree(objects, tree, folder)
  if (entry === null) return new Map()
  return entry.mode === FOLDER ? new Map(walkTree(objects, entry.id, folder)) : new Map([[folder, entry]])
}

function differs(folders: Folders, entry: IndexEntry, head: TreeEntry | undefined, time: bigint): boolean {
  const mode = entry.mode.toString(8)
  if (isConflict(entry) || head?.id !== entry.id || head.mode !== mode) return true
  if (isSparse(entry)) return false
  const stat = statOf(join(folders.workTree, entry.path))
  if (stat !== undefined && looksUnchanged(entry, stat, time)) return false
  return !matchesEntry(lookAtWorkFile(folders.workTree, entry.path), { id: entry.id, mode })
}

function indexTime(folders: Folders): bigint {
  return statSync(join(folders.gitDirectory, 'index'), { bigint: true, throwIfNoEntry: false })?.mtimeNs ?? 0n
}

/** Returns whether git would ignore an untracked file (`.gitignore`, `.git/info/exclude`). */
async function isIgnored(folders: Folders, path: string): Promise<boolean> {
  const { git } = await import('../isomorphic-git.ts')
  return git.isIgnored({ fs, dir: folders.workTree, gitdir: folders.commonDirectory, filepath: path })
}

/** Returns all files and links below a folder of the work tree, without `.git` and nested repositories. */
function listWorkFiles(workTree: string, folder: string): string[] {
  return entriesOf(join(workTree, folder)).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (isDotGit(entry.name)) return []
    if (!entry.isDirectory()) return [path]
    const inner = entriesOf(join(workTree, path))
    return inner.some((each) => each.name === '.git') ? [] : listWorkFiles(workTree, path)
  })
}

function entriesOf(path: string) {
  return unlessMissing(() => readdirSync(path, { withFileTypes: true }), [], MISSING)
}
