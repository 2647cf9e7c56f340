import { posix } from 'node:path'
import { GitError } from '../git-error.ts'
import { ancestorsOf } from '../history/graph.ts'
import { FOLDER, SUBMODULE, SYMBOLIC_LINK, type TreeEntry } from '../objects/tree.ts'
import type { Context } from '../repository/context.ts'
import { peelToCommit } from '../repository/revision.ts'
import { badAnswer, type Server, wordsOf } from './limits.ts'

/** What was walked. A tree with symbolic links is walked again in another folder: where they lead depends on it. */
interface Walk {
  context: Context
  server: Pick<Server, 'place'>
  /** Trees without links below them, and other objects. */
  seen: Set<string>
  /** Trees with links below them, by id and folder. */
  withLinks: Map<string, Set<string>>
}

/**
 * Checks that every object that the server's refs lead to exists, that a branch leads to a commit, and that no symbolic link
 * leads out of the repository. What local refs lead to is not checked again.
 * @param context reads the quarantine folder and the repository
 * @param local the refs of the repository
 * @throws GitError network
 */
export function checkComplete(
  context: Context,
  refs: ReadonlyMap<string, string>,
  local: Iterable<string>,
  server: Pick<Server, 'place'>,
): void {
  try {
    walkAll(context, refs, local, server)
  } catch (cause) {
    if (!(cause instanceof GitError) || cause.code !== 'unreadable') throw cause
    throw badAnswer(server, `it is not complete: ${cause.message}`, { cause })
  }
}

function walkAll(
  context: Context,
  refs: ReadonlyMap<string, string>,
  local: Iterable<string>,
  server: Pick<Server, 'place'>,
): void {
  const { objects, graph } = context
  const known = ancestorsOf(
    graph,
    [...local].flatMap((id) => peelToCommit(objects, id) ?? []),
  )
  const walk: Walk = { context, server, seen: known, withLinks: new Map() }
  const open = [...refs].flatMap(([ref, id]) => startOf(walk, ref, id))
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (walk.seen.has(id)) continue
    walk.seen.add(id)
    const commit = objects.commit(id)
    walkTree(walk, commit.tree, '')
    open.push(...graph.parents(commit))
  }
}

/** Returns the commit that a ref leads to. A tag may lead to a file or folder, which must exist. */
function startOf(walk: Walk, ref: string, id: string): string[] {
  const { context, server } = walk
  const { type } = context.objects.read(id)
  if (ref.startsWith('refs/heads/') && type !== 'commit') {
    throw badAnswer(server, `the branch ${JSON.stringify(wordsOf(ref.slice(11)))} is a ${type}, not a commit`)
  }
  const commit = peelToCommit(context.objects, id)
  if (commit !== null) return [commit]
  if (type === 'tree') walkTree(walk, id, '')
  return []
}

/** Walks a tree, and returns whether there are symbolic links in it or below it. */
function walkTree(walk: Walk, tree: string, folder: string): boolean {
  const { seen, withLinks, context } = walk
  if (seen.has(tree)) return false
  const folders = withLinks.get(tree) ?? new Set()
  if (folders.has(folder)) return true
  const links = context.objects.tree(tree).filter((entry) => walkEntry(walk, entry, folder))
  if (links.length === 0) seen.add(tree)
  else withLinks.set(tree, folders.add(folder))
  return links.length > 0
}

/** Returns whether the entry is a symbolic link, or a folder with one in it. */
function walkEntry(walk: Walk, { mode, name, id }: TreeEntry, folder: string): boolean {
  if (folder === '' && /^[A-Za-z]:/.test(name)) throw badAnswer(walk.server, `the name ${quoted(name)} is absolute`)
  const path = posix.join(folder, name)
  if (mode === FOLDER) return walkTree(walk, id, path)
  if (mode === SUBMODULE) return false
  if (mode === SYMBOLIC_LINK) checkLink(walk, id, path)
  else checkExists(walk, id)
  return mode === SYMBOLIC_LINK
}

function checkExists({ context, seen }: Walk, id: string): void {
  if (seen.has(id)) return
  seen.add(id)
  if (!context.objects.has(id)) throw new GitError('unreadable', `object ${id} is missing`, '')
}

function checkLink({ context, server }: Walk, id: string, path: string): void {
  const target = context.objects.readTyped(id, 'blob').toString('utf8').replaceAll('\\', '/')
  const place = posix.join(posix.dirname(path), target)
  const isInside = !target.startsWith('/') && !/^[A-Za-z]:/.test(target) && !/^\.\.(\/|$)/.test(place)
  if (isInside) return
  throw badAnswer(server, `the symbolic link ${quoted(path)} leads out of the repository, to ${quoted(target)}`)
}

function quoted(text: string): string {
  return JSON.stringify(wordsOf(text))
}
