import type { Repository } from '../../git/index.ts'
import { recordedTimeUtc } from '../record/recorded-time.ts'

/** What identifies the feed of a repository in all its clones: its first commit, and that commit's time. */
export interface FeedOrigin {
  origin: string
  /** RFC 3339: when the record began, never a legal date. */
  begun: string
}

/** Returns the first commit of main. @throws AnnexError unsupported-repository in a shallow clone, which lacks that commit */
export async function feedOrigin(repository: Repository): Promise<FeedOrigin> {
  const main = await repository.resolve(repository.mainBranch)
  let first = await repository.readCommit(main)
  for await (const commit of repository.log(main)) if (commit.parents.length === 0) first = commit
  return { origin: first.id, begun: recordedTimeUtc(first.committer.timestamp) }
}
