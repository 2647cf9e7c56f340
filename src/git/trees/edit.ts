import { checkPath } from '../disk/safe-name.ts'
import type { ObjectDatabase } from '../objects/database.ts'
import { FILE, FOLDER, formatTree, isFileMode, type TreeEntry } from '../objects/tree.ts'

/** New bytes by path; null deletes. */
export type FileChanges = ReadonlyMap<string, Uint8Array | null>

/** The new file at a path (a blob's id), or null to delete it. */
type BlobChanges = ReadonlyMap<string, string | null>

/**
 * Changes files of a tree (null: an empty one), and adds the objects of the new tree. An existing file keeps its mode; a new
 * one is a plain file. Folders that become empty are removed.
 * @returns the new tree's id
 * @throws GitError invalid for a path that is not safe
 */
export function editTree(objects: ObjectDatabase, tree: string | null, files: FileChanges): string {
  const blobs = new Map<string, string | null>()
  for (const [path, bytes] of files) {
    checkPath(path)
    blobs.set(path, bytes === null ? null : objects.add('blob', bytes))
  }
  return editTreeByIds(objects, tree, blobs)
}

/** As editTree, for existing blobs. */
export function editTreeByIds(objects: ObjectDatabase, tree: string | null, blobs: BlobChanges): string {
  return editFolder(objects, tree, blobs) ?? objects.add('tree', formatTree([]))
}

function editFolder(objects: ObjectDatabase, tree: string | null, changes: BlobChanges): string | null {
  const entries = new Map((tree === null ? [] : objects.tree(tree)).map((entry) => [entry.name, entry]))
  for (const [name, below] of groupByFirstPart(changes)) {
    const next = editEntry(objects, entries.get(name), name, below)
    if (next === null) entries.delete(name)
    else entries.set(name, next)
  }
  return entries.size === 0 ? null : objects.add('tree', formatTree([...entries.values()]))
}

function editEntry(
  objects: ObjectDatabase,
  entry: TreeEntry | undefined,
  name: string,
  below: Map<string, string | null>,
): TreeEntry | null {
  const here = below.get('')
  below.delete('')
  const kept = here === undefined ? (entry ?? null) : null
  if (below.size > 0) {
    const folder = editFolder(objects, kept?.mode === FOLDER ? kept.id : null, below)
    return folder === null ? null : { mode: FOLDER, name, id: folder }
  }
  if (here === undefined || here === null) return null
  return { mode: entry && isFileMode(entry.mode) ? entry.mode : FILE, name, id: here }
}

function groupByFirstPart(changes: BlobChanges): Map<string, Map<string, string | null>> {
  const groups = new Map<string, Map<string, string | null>>()
  for (const [path, blob] of changes) {
    const slash = path.indexOf('/')
    const name = slash < 0 ? path : path.slice(0, slash)
    const group = groups.get(name) ?? new Map<string, string | null>()
    group.set(slash < 0 ? '' : path.slice(slash + 1), blob)
    groups.set(name, group)
  }
  return groups
}
