import type { Repository, StoreOptions } from '../../git/index.ts'
import { isSlug } from '../../treaty/index.ts'
import { branchOf } from './editions-and-branches.ts'

/** How this program uses the git store: its own folder is `.git/annex`, and `x` may mean the branch `proposal/x`. */
export const TREATY_STORE: StoreOptions = {
  program: 'annex',
  branchAlias: (name) => (isSlug(name) ? branchOf(name) : null),
}

/**
 * Opens the repository whose work tree contains `directory`. Loads the git room only now: many commands need no history.
 * @throws GitError not-found, not-a-repository, unsupported-repository
 */
export async function openTreatyRepository(directory: string): Promise<Repository> {
  const { openRepository } = await import('../../git/index.ts')
  return await openRepository(directory, TREATY_STORE)
}

/** Opens the same to verify it: also a repository of a server, with what is being pushed to it. */
export async function openToVerify(directory: string): Promise<Repository> {
  const { openRepository } = await import('../../git/index.ts')
  return await openRepository(directory, { ...TREATY_STORE, isServerAllowed: true })
}
