import type { AskCredentials, Repository, SyncReport } from '../store/index.ts'
import { settleRegister } from './settle-register.ts'

/**
 * Brings this clone and a server together. Where both changed the register of Parties, it holds afterwards what each of them
 * entered.
 * @param remote default: the one that main follows, or the only one
 * @param ask asks a person who they are, where nothing else says it
 * @throws AnnexError network, not-found, moved-meanwhile, would-overwrite
 */
export async function synchronize(repository: Repository, remote?: string, ask?: AskCredentials): Promise<SyncReport> {
  return await repository.sync(remote, { settle: settleRegister, ask })
}
