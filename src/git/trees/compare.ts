import type { ObjectDatabase } from '../objects/database.ts'
import { differingEntries } from '../objects/raw-tree.ts'
import { FOLDER, type TreeEntry } from '../objects/tree.ts'

/** Returns the entry at a path in a tree; null if it does not exist. An empty path is the tree itself. */
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

/** The entry at one path before and after; null if it does not exist. */
export interface TreeDifference {
  path: string
  before: TreeEntry | null
  after: TreeEntry | null
}

/** Returns the files, links and submodules that differ between two trees (null: an empty one). Skips equal folders. */
export function* compareTrees(
  objects: ObjectDatabase,
  before: string | null,
  after: string | null,
  folder = '',
): Generator<TreeDifference> {
  if (before === after) return
  const [entriesBefore, entriesAfter] = entriesThatDiffer(objects, before, after)
  const [old, now] = [byName(entriesBefore), byName(entriesAfter)]
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    const path = folder === '' ? name : `${folder}/${name}`
    yield* compareEntries(objects, path, old.get(name) ?? null, now.get(name) ?? null)
  }
}

function* compareEntries(
  objects: ObjectDatabase,
  path: string,
  before: TreeEntry | null,
  after: TreeEntry | null,
): Generator<TreeDifference> {
  if (before?.id === after?.id && before?.mode === after?.mode) return
  const [fileBefore, folderBefore] = split(before)
  const [fileAfter, folderAfter] = split(after)
  if (fileBefore || fileAfter) yield { path, before: fileBefore, after: fileAfter }
  if (folderBefore || folderAfter) yield* compareTrees(objects, folderBefore, folderAfter, path)
}

function split(entry: TreeEntry | null): [TreeEntry | null, string | null] {
  return entry?.mode === FOLDER ? [null, entry.id] : [entry, null]
}

function entriesThatDiffer(objects: ObjectDatabase, before: string | null, after: string | null) {
  if (before !== null && after !== null) return differingEntries(objects.rawTree(before), objects.rawTree(after))
  return [before, after].map((tree) => (tree === null ? [] : objects.tree(tree)))
}

function byName(entries: readonly TreeEntry[] = []): Map<string, TreeEntry> {
  return new Map(entries.map((entry) => [entry.name, entry]))
}

/** See Repository.changedPaths. */
export function changedPaths(objects: ObjectDatabase, from: string, to: string, prefix: string): string[] {
  return changedFiles(objects, from, to, prefix).map(({ path }) => path)
}

/** See Repository.changedFiles. */
export function changedFiles(
  objects: ObjectDatabase,
  from: string | null,
  to: string,
  prefix: string,
): TreeDifference[] {
  const folder = prefix.replace(/\/$/, '')
  const [before, after] = [from, to].map((commit) => (commit === null ? null : folderIn(objects, commit, folder)))
  const found = [...compareTrees(objects, before ?? null, after ?? null, folder)]
  return found.sort((one, other) => (one.path < other.path ? -1 : 1))
}

function folderIn(objects: ObjectDatabase, commit: string, folder: string): string | null {
  const entry = findInTree(objects, objects.commit(commit).tree, folder)
  return entry?.mode === FOLDER ? entry.id : null
}

/** See Repository.fileAt. */
export function fileAt(objects: ObjectDatabase, commit: string, path: string): TreeEntry | null {
  const entry = findInTree(objects, objects.commit(commit).tree, path)
  return entry?.mode === FOLDER ? null : entry
}
