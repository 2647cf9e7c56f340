import type { Repository, SyncReport } from '../store/index.ts'
import { settleRegister } from './settle-register.ts'

/**
 * Brings this clone and a server together. Where both changed the register of Parties, it holds afterwards what each of them
 * entered.
 * @param remote default: the one that main follows, or the only one
 * @throws AnnexError network, not-found, moved-meanwhile, would-overwrite
 */
export async function synchronize(repository: Repository, remote?: string): Promise<SyncReport> {
  return await repository.sync(remote, settleRegister)
}
