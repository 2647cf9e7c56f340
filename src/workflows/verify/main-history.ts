import type { Commit, Repository, TreeDifference } from '../../git/index.ts'
import { isKnownError, type KnownError } from '../../treaty/index.ts'
import type { FileReader } from './file-reader.ts'
import { isWatched, proposalFileIn } from './record-files.ts'

/** A commit of main, with what it changed. */
export interface MainCommit {
  commit: Commit
  /** The parents whose record it continues: all of them, except the draft that an adoption merges. */
  parents: readonly string[]
  /** What it changed in `annexes/` and `schemas/`, compared with its first parent; for the first commit, all files. */
  changes: readonly TreeDifference[]
  /** The id of the proposal that it records as adopted: it merges the circulated text and writes its edition. */
  adopts: string | null
  /** Why its files could not be read; they are then not judged. */
  trouble?: KnownError
}

/** Which commits are judged: those that `tip` reaches and `since` does not. */
export interface Span {
  tip: string
  /** What this commit reaches is believed as it is; null: nothing is, and the whole history is judged. */
  since: string | null
}

/** Every commit that main reaches, except drafts and what is believed. */
export interface MainHistory extends Span {
  /** Parents come before children. */
  commits: readonly MainCommit[]
  byId: ReadonlyMap<string, MainCommit>
  /** The commits that are believed: all that `since` reaches. */
  believed: ReadonlySet<string>
}

/**
 * Walks every commit of a span, along all parents. Drafts are not walked: before circulation only their author decides on them.
 * @throws AnnexError unknown-revision, unreadable
 */
export async function readMainHistory(
  repository: Repository,
  reader: FileReader,
  { tip, since }: Span,
): Promise<MainHistory> {
  const believed = since === null ? new Set<string>() : await repository.ancestors(since)
  const byId = new Map<string, MainCommit>()
  const walked = new Set<MainCommit>()
  const waiting = believed.has(tip) ? [] : [tip]
  for (let id = waiting.at(-1); id !== undefined; id = waiting.at(-1)) {
    const main = byId.get(id) ?? (await readMainCommit(repository, reader, id))
    byId.set(id, main)
    const unwalked = main.parents.filter((parent) => !believed.has(parent) && !walked.has(byId.get(parent) ?? main))
    waiting.push(...unwalked.toReversed())
    if (unwalked.length > 0) continue
    waiting.pop()
    walked.add(main)
  }
  return { tip, since, commits: [...walked], byId, believed }
}

async function readMainCommit(repository: Repository, reader: FileReader, id: string): Promise<MainCommit> {
  const commit = await repository.readCommit(id)
  try {
    return await readChanges(repository, reader, commit)
  } catch (error) {
    if (!isKnownError(error)) throw error
    return { commit, changes: [], adopts: null, parents: commit.parents, trouble: error }
  }
}

async function readChanges(repository: Repository, reader: FileReader, commit: Commit): Promise<MainCommit> {
  const all = await repository.changedFiles(commit.parents[0] ?? null, commit.id, '')
  const changes = all.filter(({ path }) => isWatched(path))
  const adopts = adoptedIn(commit, changes, reader)
  return { commit, changes, adopts, parents: adopts === null ? commit.parents : commit.parents.slice(0, 1) }
}

function adoptedIn({ parents }: Commit, changes: readonly TreeDifference[], reader: FileReader): string | null {
  if (parents.length !== 2) return null
  for (const { path, before, after } of changes) {
    const id = proposalFileIn(path)
    if (id === null) continue
    const [was, is] = [before, after].map((entry) => reader.proposal(path, entry))
    if (is?.edition !== undefined && was?.edition === undefined && is.frozen?.commit === parents[1]) return id
  }
  return null
}

/** Returns the first judged commit that added a file; undefined if none did. */
export function addedBy({ commits }: MainHistory, path: string): MainCommit | undefined {
  return commits.find(({ changes }) => changes.some((each) => each.path === path && each.before === null))
}

/** A commit as a finding names it: `0123456789ab (Reword it, by Clerk)`. */
export function named({ id, author, message }: Commit): string {
  const [subject = ''] = message.split('\n')
  return `${id.slice(0, 12)} (${subject}, by ${author.name})`
}
