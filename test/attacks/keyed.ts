import { git } from '../scenarios/annex.ts'
import { annexAs, keyOf } from './people.ts'
import { circulate, copyOf } from './repository.ts'

/** A repository with keys, and the same where an adoption and a change of keys need two. */
export interface Keyed {
  one: string
  two: string
  /** The digest of the frozen changes of `second`. */
  digest: string
}

const listed = (who: string, ...limits: string[]) => [
  'keys',
  'add',
  `${who}@example.org`,
  `${keyOf(who)}.pub`,
  ...limits,
]

/**
 * Lists keys in a copy of a repository: see key-attacks.ts. In `one`, the clerk has adopted `second` as annex-1/v3; in `two`, that
 * adoption is only on the branch `made`.
 */
export function keyedRepositories(repository: string): Keyed {
  const folder = copyOf(repository)
  circulate(folder, 'second', 'Convention on Seconds', '2022-01-15')
  git(folder, 'branch', '-f', 'start', 'main')
  annexAs(folder, 'clerk', ...listed('clerk'))
  for (const who of ['judge', 'third', 'former']) annexAs(folder, 'clerk', ...listed(who))
  annexAs(folder, 'clerk', ...listed('late', '--valid-before', '2022-01-01'))
  annexAs(folder, 'judge', ...listed('early', '--valid-after', '2090-01-01'))
  annexAs(folder, 'judge', ...listed('files', '--namespaces', 'file'))
  git(folder, 'branch', 'listed', 'main')
  annexAs(folder, 'judge', 'keys', 'remove', 'former@example.org')
  const two = copyOf(folder)
  annexAs(folder, 'clerk', 'proposal', 'adopt', 'second', '--as-of', '2022-08-14')
  git(two, 'fetch', '-q', '--no-tags', folder, 'main:made')
  annexAs(two, 'clerk', 'keys', 'require', '--adoption', '2', '--keys', '2')
  const digest = /digest: (\S+)/.exec(git(two, 'show', 'main:annexes/proposals/second/proposal.yaml'))?.[1] ?? ''
  return { one: folder, two, digest }
}
