import type { ObjectDatabase } from '../objects/database.ts'
import { FOLDER } from '../objects/tree.ts'
import { compareTrees, type Difference } from './compare.ts'
import { findInTree } from './find.ts'

/** See Repository.changedPaths. */
export function changedPaths(objects: ObjectDatabase, from: string, to: string, prefix: string): string[] {
  return changedFiles(objects, from, to, prefix).map(({ path }) => path)
}

/** See Repository.changedFiles. */
export function changedFiles(objects: ObjectDatabase, from: string | null, to: string, prefix: string): Difference[] {
  const folder = prefix.replace(/\/$/, '')
  const [before, after] = [from, to].map((commit) => (commit === null ? null : folderIn(objects, commit, folder)))
  const found = [...compareTrees(objects, before ?? null, after ?? null, folder)]
  return found.sort((one, other) => (one.path < other.path ? -1 : 1))
}

function folderIn(objects: ObjectDatabase, commit: string, folder: string): string | null {
  const entry = findInTree(objects, objects.commit(commit).tree, folder)
  return entry?.mode === FOLDER ? entry.id : null
}
