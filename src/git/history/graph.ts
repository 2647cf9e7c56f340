import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { GitError } from '../git-error.ts'
import type { Commit } from '../objects/commit.ts'
import type { ObjectDatabase } from '../objects/database.ts'

/** The commits of a repository and their parents. */
export interface CommitGraph {
  commit(id: string): Commit
  /** The commit's parents. @throws GitError unsupported-repository where a shallow clone was cut off */
  parents(commit: Commit): string[]
  /** Whether the clone is shallow (`git clone --depth`). */
  readonly isShallow: boolean
}

/** @param commonDirectory `.git` */
export function openGraph(objects: ObjectDatabase, commonDirectory: string): CommitGraph {
  const shallow = readShallow(commonDirectory)
  return {
    isShallow: shallow.size > 0,
    commit: (id) => objects.commit(id),
    parents(commit) {
      if (!shallow.has(commit.id)) return commit.parents
      throw new GitError(
        'unsupported-repository',
        'this clone is shallow, and the command needs history that it does not have',
        'run `git fetch --unshallow`; in CI set `fetch-depth: 0` (GitLab: `GIT_DEPTH: "0"`)',
      )
    },
  }
}

/** Returns the commits at which a shallow clone was cut off; an empty set for a complete clone. */
export function readShallow(commonDirectory: string): Set<string> {
  const path = join(commonDirectory, 'shallow')
  if (!existsSync(path)) return new Set()
  return new Set(
    readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== ''),
  )
}

/** Returns the given commits and all their ancestors. */
export function ancestorsOf(graph: CommitGraph, starts: Iterable<string>): Set<string> {
  const found = new Set<string>()
  const open = [...starts]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue
    found.add(id)
    open.push(...graph.parents(graph.commit(id)))
  }
  return found
}
