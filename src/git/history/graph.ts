import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { GitError } from '../git-error.ts'
import type { Commit } from '../objects/commit.ts'
import type { ObjectDatabase } from '../objects/database.ts'
import { readCommitGraph } from './commit-graph.ts'
import { openShape, type Shape } from './shape.ts'

/** Commits and their parents, as far as they are here. */
export interface CommitGraph {
  commit(id: string): Commit
  /** The commit's parents. @throws GitError unsupported-repository where a shallow clone was cut off */
  parents(commit: Commit): string[]
  /** Which commit stands on which, for walks. Read when first asked for. */
  readonly shape: Shape
}

export function openGraph(objects: ObjectDatabase, commonDirectory: string): CommitGraph {
  const cutOff = readShallow(commonDirectory)
  let shape: Shape | undefined
  const parents = (commit: Commit): string[] => {
    if (!cutOff.has(commit.id)) return commit.parents
    const message = 'this clone is shallow: the history that this needs was left out'
    throw new GitError(
      'unsupported-repository',
      message,
      'run `git fetch --unshallow`; in CI set `fetch-depth: 0` (GitLab: `GIT_DEPTH: "0"`)',
    )
  }
  const unpack = (id: string) => {
    const commit = objects.commit(id)
    return { commit, parents: parents(commit) }
  }
  return {
    commit: (id) => objects.commit(id),
    parents,
    get shape() {
      // What git wrote of a shallow clone's history is not true of it.
      shape ??= openShape(cutOff.size > 0 ? null : readCommitGraph(commonDirectory), unpack)
      return shape
    },
  }
}

/** The commits at which a shallow clone was cut off; none for a whole one. */
export function readShallow(commonDirectory: string): Set<string> {
  const path = join(commonDirectory, 'shallow')
  if (!existsSync(path)) return new Set()
  return new Set(
    readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== ''),
  )
}
