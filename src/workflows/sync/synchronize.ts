import type { AskCredentials, Repository, SyncReport } from '../../git/index.ts'
import { adoptAgain, editionAgain } from './adopt-again.ts'
import { settleRegister } from './settle-register.ts'

/** How a clone and a server are to be brought together. */
export interface Synchronizing {
  /** Default: the remote that main follows, or the only one. */
  remote?: string | undefined
  /** Asks a person who they are, where nothing else says it. */
  ask?: AskCredentials | undefined
  /** Records of ours, not yet shared, that are to be left out: commits. */
  leaveOut?: readonly string[] | undefined
}

/**
 * Brings this clone and a server together. Where both changed the register of Parties, it holds afterwards what each of them
 * entered; what we adopted stands, judged and merged again, on what others did.
 * @throws AnnexError network, not-found, moved-meanwhile, would-overwrite, not-allowed
 */
export async function synchronize(
  repository: Repository,
  { remote, ask, leaveOut }: Synchronizing = {},
): Promise<SyncReport> {
  return await repository.sync(remote, {
    settle: settleRegister,
    again: (commit, tip) => adoptAgain(repository, commit, tip),
    nameAgain: (name, commit) => editionAgain(repository, name, commit),
    ask,
    leaveOut,
  })
}
