import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder, syncFolder } from '../disk/durable.ts'
import { GitError } from '../git-error.ts'
import { ancestorsOf } from '../history/graph.ts'
import type { ObjectDatabase } from '../objects/database.ts'
import { isObjectId } from '../objects/object.ts'
import { FOLDER, SUBMODULE } from '../objects/tree.ts'
import { listRefs } from '../refs/read.ts'
import type { Context } from '../repository/context.ts'
import { peelToCommit } from '../repository/revision.ts'

/** Moves received packs from the quarantine folder into the repository: the pack first, then its index, each after fsync. */
export function takeInPacks(quarantine: string, commonDirectory: string): void {
  const from = join(quarantine, 'objects', 'pack')
  if (!existsSync(from)) return
  const to = join(commonDirectory, 'objects', 'pack')
  makeFolder(to)
  for (const index of readdirSync(from).filter((name) => /^pack-[0-9a-f]{40}\.idx$/.test(name))) {
    const pack = index.replace(/idx$/, 'pack')
    for (const name of [pack, index]) {
      flush(join(from, name))
      renameSync(join(from, name), join(to, name))
    }
  }
  syncFolder(to)
  rmSync(quarantine, { recursive: true, force: true })
}

function flush(path: string): void {
  const file = openSync(path, 'r+')
  fsyncSync(file)
  closeSync(file)
}

/**
 * Checks that every object that the given refs lead to exists, before a local ref points to them. What local refs lead to is
 * not checked again.
 * @throws GitError unreadable
 */
export function checkComplete({ folders, objects, graph }: Context, ids: Iterable<string>): void {
  const commits = (each: Iterable<string>) => [...each].flatMap((id) => peelToCommit(objects, id) ?? [])
  const seen = ancestorsOf(graph, commits(listRefs(folders, 'refs/').values()))
  const open = commits(ids)
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    const commit = objects.commit(id)
    checkTree(objects, commit.tree, seen)
    open.push(...commit.parents)
  }
}

function checkTree(objects: ObjectDatabase, tree: string, seen: Set<string>): void {
  if (seen.has(tree)) return
  seen.add(tree)
  for (const { mode, id } of objects.tree(tree)) {
    if (mode === FOLDER) checkTree(objects, id, seen)
    else if (mode !== SUBMODULE && !seen.has(id)) {
      seen.add(id)
      if (!isObjectId(id) || !objects.has(id)) {
        throw new GitError('unreadable', `the server did not send object ${id}`, 'run the command again')
      }
    }
  }
}
