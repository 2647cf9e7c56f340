import type { Commit, Repository } from '../../git/index.ts'
import { AnnexError, type CalendarDay, isCalendarDay } from '../../treaty/index.ts'
import { recordedTimeUtc } from './recorded-time.ts'

/** The commit of main that an answer was given by, and when it was recorded. */
export interface KnownOn {
  commit: string
  /** RFC 3339, in UTC. */
  recorded: string
}

/**
 * Returns the repository as it was at a commit of main, or at the end of a day in UTC: main is there, and only editions that it
 * reaches are tagged. Drafts are left out: where a branch was is not recorded.
 * @param asked a revision or a calendar day
 * @throws AnnexError usage when main does not have that commit, not-found when nothing was recorded by then
 */
export async function repositoryKnownOn(
  repository: Repository,
  asked: string,
): Promise<{ repository: Repository; knownOn: KnownOn }> {
  const tip = await repository.tipOf(repository.mainBranch)
  const { id, recorded } = isCalendarDay(asked)
    ? await lastRecordedBy(repository, tip, asked)
    : await commitOfMain(repository, tip, asked)
  const then = await repository.ancestors(id)
  const refs = new Map<string, string | null>([[`refs/heads/${repository.mainBranch}`, id]])
  for (const { name, commit } of await repository.tags()) if (!then.has(commit)) refs.set(`refs/tags/${name}`, null)
  for (const { name } of await repository.branches())
    if (name !== repository.mainBranch) refs.set(`refs/heads/${name}`, null)
  const view = { ...repository.withRefs(refs), remoteBranches: async () => [] }
  return { repository: view, knownOn: { commit: id, recorded: recordedTimeUtc(recorded) } }
}

interface Recorded {
  id: string
  /** Seconds since 1970. */
  recorded: number
}

async function commitOfMain(repository: Repository, tip: string, revision: string): Promise<Recorded> {
  const id = await repository.resolve(revision)
  if (await repository.isAncestor(id, tip)) {
    return { id, recorded: recordedAt(await repository.readCommit(id)) }
  }
  const message = `${revision} (${id.slice(0, 12)}) is not in the history of main`
  throw new AnnexError('usage', message, 'name a commit of main (git log main), or a day as 2021-01-15')
}

/**
 * Returns the last commit of main, along first parents, that was recorded by the end of a day in UTC. No commit counts as recorded before
 * the ones that it continues: a clock that was slow, or a date that was set back, puts nothing into the past.
 */
async function lastRecordedBy(repository: Repository, tip: string, day: CalendarDay): Promise<Recorded> {
  const line: Commit[] = []
  for (let id: string | undefined = tip; id !== undefined; ) {
    const commit: Commit = await repository.readCommit(id)
    line.push(commit)
    id = commit.parents[0]
  }
  const end = Date.parse(`${day}T23:59:59Z`) / 1000
  let [latest, found]: [number, Recorded | null] = [Number.NEGATIVE_INFINITY, null]
  for (const commit of line.reverse()) {
    latest = Math.max(latest, recordedAt(commit))
    if (latest > end) break
    found = { id: commit.id, recorded: latest }
  }
  if (found !== null) return found
  const first = recordedTimeUtc(recordedAt(line[0] ?? (await repository.readCommit(tip))))
  const message = `main recorded nothing by the end of ${day} (UTC)`
  throw new AnnexError('not-found', message, `ask for a later day: its first commit was recorded at ${first}`)
}

function recordedAt({ committer }: Commit): number {
  return committer.timestamp
}
