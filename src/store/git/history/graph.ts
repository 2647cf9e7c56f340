import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AnnexError } from '../../../treaty/index.ts'
import type { Commit } from '../objects/commit.ts'
import type { ObjectDatabase } from '../objects/database.ts'
import { type CommitGraphFile, readCommitGraph } from './commit-graph.ts'
import type { Links } from './links.ts'

/** Commits and their parents, as far as they are here. */
export interface CommitGraph {
  commit(id: string): Commit
  /** As `commit`, without what it says: cheap where git has written a commit-graph. Stops where a shallow clone does. */
  links(id: string): Links
  /** The commit's parents. @throws AnnexError unsupported-repository where a shallow clone was cut off */
  parents(commit: Commit): string[]
}

export function openGraph(objects: ObjectDatabase, commonDirectory: string): CommitGraph {
  const cutOff = readShallow(commonDirectory)
  const known = new Map<string, Links>()
  // Read when first needed; it says nothing true of a shallow clone.
  let file: CommitGraphFile | null | undefined = cutOff.size > 0 ? null : undefined
  const graph: CommitGraph = {
    commit: (id) => objects.commit(id),
    links(id) {
      const before = known.get(id)
      if (before !== undefined) return before
      if (file === undefined) file = readCommitGraph(commonDirectory)
      const links = file?.links(id) ?? linksOf(graph, objects.commit(id))
      known.set(id, links)
      return links
    },
    parents(commit) {
      if (!cutOff.has(commit.id)) return commit.parents
      const message = 'this clone is shallow: the history that this needs was left out'
      throw new AnnexError(
        'unsupported-repository',
        message,
        'run `git fetch --unshallow`; in CI set `fetch-depth: 0` (GitLab: `GIT_DEPTH: "0"`)',
      )
    },
  }
  return graph
}

function linksOf(graph: CommitGraph, commit: Commit): Links {
  return { id: commit.id, parents: graph.parents(commit), timestamp: commit.committer.timestamp }
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
