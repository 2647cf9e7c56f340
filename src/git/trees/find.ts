import type { ObjectDatabase } from '../objects/database.ts'
import { FOLDER, type TreeEntry } from '../objects/tree.ts'

/** Returns the entry at a path in a tree; null when there is none. An empty path is the tree itself. */
export function findInTree(objects: ObjectDatabase, tree: string, path: string): TreeEntry | null {
  let found: TreeEntry = { mode: FOLDER, name: '', id: tree }
  for (const part of path.split('/').filter((name) => name !== '')) {
    if (found.mode !== FOLDER) return null
    const next = objects.tree(found.id).find((entry) => entry.name === part)
    if (next === undefined) return null
    found = next
  }
  return found
}

/** Returns all files, symbolic links and submodules below a tree, by path. */
export function* walkTree(objects: ObjectDatabase, tree: string, folder = ''): Generator<[string, TreeEntry]> {
  for (const entry of objects.tree(tree)) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.mode === FOLDER) yield* walkTree(objects, entry.id, path)
    else yield [path, entry]
  }
}
