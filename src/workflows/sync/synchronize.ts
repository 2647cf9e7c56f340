import type { AskCredentials, Repository, SyncReport } from '../../git/index.ts'
import { mergeRegister } from './merge-register.ts'
import { replayAdoption, tagOfReplayed } from './replay-adoption.ts'

/** What a sync is asked to do. */
export interface SyncRequest {
  /** Default: the remote that main follows, or the only one. */
  remote?: string | undefined
  /** Asks a person for credentials when nothing else gives them. */
  ask?: AskCredentials | undefined
  /** Local commits of main, not yet shared, that are not replayed. */
  leaveOut?: readonly string[] | undefined
}

/**
 * Fetches and pushes main, the proposals and the tags. Local commits are replayed on top of the remote: events keep their
 * content under a free name, the register of Parties is merged, and adoptions are judged and merged again.
 * @throws AnnexError or GitError: network, not-found, moved-meanwhile, would-overwrite, not-allowed
 */
export async function synchronize(
  repository: Repository,
  { remote, ask, leaveOut }: SyncRequest = {},
): Promise<SyncReport> {
  return await repository.sync(remote, {
    isShared: (branch) => branch.startsWith('proposal/'),
    replayCommit: (commit, tip) => replayAdoption(repository, commit, tip),
    mergeFile: mergeRegister,
    freePath: freeEventPath,
    renameTag: (name, commit) => tagOfReplayed(repository, name, commit),
    ask,
    leaveOut,
  })
}

const EVENT = /^annexes\/proposals\/[^/]+\/events\/[^/]+\.yaml$/

/** Returns a free path for a new event file: events are never lost because both sides chose one name. */
function freeEventPath(path: string, isTaken: (path: string) => boolean): string | null {
  if (!EVENT.test(path)) return null
  const base = path.slice(0, -'.yaml'.length)
  let number = 2
  while (isTaken(`${base}-${number}.yaml`)) number++
  return `${base}-${number}.yaml`
}
