import type { ObjectDatabase } from '../objects/database.ts'
import { FOLDER, type TreeEntry } from '../objects/tree.ts'

/** What stands at a path in a tree; null where nothing does. An empty path is the tree itself. */
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

/** All that is no folder below a folder of a tree, by path; symbolic links and submodules too. */
export function* walkTree(objects: ObjectDatabase, tree: string, folder = ''): Generator<[string, TreeEntry]> {
  for (const entry of objects.tree(tree)) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.mode === FOLDER) yield* walkTree(objects, entry.id, path)
    else yield [path, entry]
  }
}
