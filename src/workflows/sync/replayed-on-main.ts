import { type Commit, type Repository, replaysIn } from '../../git/index.ts'
import { isKnownError } from '../../treaty/index.ts'

/**
 * Returns the commits that main replays since `since`, each with the commit of main that replays it (docs/decisions/0202). A
 * proposal that was drafted on one of them counts as drafted on main.
 * @param since a commit of main; null for its beginning
 */
export async function replayedOnMain(repository: Repository, since: string | null): Promise<Map<string, Commit>> {
  const replayed = new Map<string, Commit>()
  for (let id = await repository.tipOf(repository.mainBranch); id !== since; ) {
    const commit = await repository.readCommit(id)
    for (const old of replaysIn(commit.message)) replayed.set(old, commit)
    const [parent] = commit.parents
    if (parent === undefined) break
    id = parent
  }
  return replayed
}

/** The commits that some commits say they replay, each with the commit that replays it. */
export function replayedCommits(commits: Iterable<{ commit: Commit }>): Map<string, Commit> {
  const pairs = [...commits].flatMap(({ commit }) => replaysIn(commit.message).map((old) => [old, commit] as const))
  return new Map(pairs)
}

/**
 * Returns whether a commit really replays `old`: a replayed commit keeps its author and the author's date. False when `old`
 * is not in this clone.
 */
export async function isReplayOf(repository: Repository, commit: Commit, old: string): Promise<boolean> {
  try {
    const { author } = await repository.readCommit(old)
    return JSON.stringify(author) === JSON.stringify(commit.author)
  } catch (error) {
    if (isKnownError(error)) return false
    throw error
  }
}
