import type { ObjectDatabase } from '../objects/database.ts'
import { FOLDER } from '../objects/tree.ts'
import { compareTrees } from './compare.ts'
import { findInTree } from './find.ts'

/** See Repository.changedPaths. */
export function changedPaths(objects: ObjectDatabase, from: string, to: string, prefix: string): string[] {
  const folder = prefix.replace(/\/$/, '')
  const [before, after] = [from, to].map((commit) => folderIn(objects, commit, folder))
  return [...compareTrees(objects, before ?? null, after ?? null, folder)].map((each) => each.path).sort()
}

function folderIn(objects: ObjectDatabase, commit: string, folder: string): string | null {
  const entry = findInTree(objects, objects.commit(commit).tree, folder)
  return entry?.mode === FOLDER ? entry.id : null
}
