import type { Repository } from '../../git/index.ts'
import { recordedTimeUtc } from '../record/recorded-time.ts'

/** What a feed of this repository is known by, in whatever clone: its first commit, and the instant of that. */
export interface FeedOrigin {
  origin: string
  /** RFC 3339, as the commit has it: when the record began, never a legal date. */
  begun: string
}

/** @throws AnnexError unsupported-repository in a shallow clone, where the first commit is cut off */
export async function feedOrigin(repository: Repository): Promise<FeedOrigin> {
  const main = await repository.resolve(repository.mainBranch)
  let first = await repository.readCommit(main)
  for await (const commit of repository.log(main)) if (commit.parents.length === 0) first = commit
  return { origin: first.id, begun: recordedTimeUtc(first.committer.timestamp) }
}
