import type { ObjectDatabase } from '../objects/database.ts'
import { FOLDER, type TreeEntry } from '../objects/tree.ts'
import { findInTree } from './find.ts'

/** The entry at one path before and after; null when there is none. */
export interface Difference {
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
): Generator<Difference> {
  if (before === after) return
  const old = entriesOf(objects, before)
  const now = entriesOf(objects, after)
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
): Generator<Difference> {
  if (before?.id === after?.id && before?.mode === after?.mode) return
  const [fileBefore, folderBefore] = split(before)
  const [fileAfter, folderAfter] = split(after)
  if (fileBefore || fileAfter) yield { path, before: fileBefore, after: fileAfter }
  if (folderBefore || folderAfter) yield* compareTrees(objects, folderBefore, folderAfter, path)
}

function split(entry: TreeEntry | null): [TreeEntry | null, string | null] {
  return entry?.mode === FOLDER ? [null, entry.id] : [entry, null]
}

function entriesOf(objects: ObjectDatabase, tree: string | null): Map<string, TreeEntry> {
  return new Map(tree === null ? [] : objects.tree(tree).map((entry) => [entry.name, entry]))
}

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
