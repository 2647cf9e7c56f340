import type { Repository, SyncReport } from '../../../src/git/index.ts'
import { type SyncRequest, syncOptions } from '../../../src/workflows/sync/synchronize.ts'

/** `synchronize` without the audit of what comes in: these tests are about files that are no records. */
export async function synchronize(repository: Repository, request: SyncRequest = {}): Promise<SyncReport> {
  return await repository.sync(request.remote, syncOptions(repository, request))
}
