import { GitError } from '../git-error.ts'
import type { Commit } from '../objects/commit.ts'
import { isFileMode } from '../objects/tree.ts'
import { compareTrees, type Difference } from '../trees/compare.ts'
import { editTreeByIds } from '../trees/edit.ts'
import { findInTree } from '../trees/find.ts'
import type { Syncing } from './syncing.ts'

const EVENT = /^annexes\/proposals\/[^/]+\/events\/[^/]+\.yaml$/

/** The tree of `tip` with what a commit changed, file by file. @throws GitError moved-meanwhile */
export function replayTree(context: Syncing, commit: Commit, tip: string): string {
  const { objects } = context
  const [parent] = commit.parents
  const before = parent === undefined ? null : objects.commit(parent).tree
  const onto = objects.commit(tip).tree
  const changes = new Map<string, string | null>()
  const taken = (path: string) => changes.has(path) || findInTree(objects, onto, path) !== null
  for (const difference of compareTrees(objects, before, commit.tree)) {
    const there = findInTree(objects, onto, difference.path)?.id ?? null
    const { path, id } = replayFile(context, commit, difference, { there, taken })
    if (id !== there || path !== difference.path) changes.set(path, id)
  }
  return changes.size === 0 ? onto : editTreeByIds(objects, onto, changes)
}

/** Where one changed file goes, and what it then says (null: it is removed). */
function replayFile(
  context: Syncing,
  commit: Commit,
  difference: Difference,
  { there, taken }: { there: string | null; taken: (path: string) => boolean },
): { path: string; id: string | null } {
  const { path, before, after } = difference
  const [was, wanted] = [before?.id ?? null, after?.id ?? null]
  if (there === wanted) return { path, id: wanted }
  if (after && !isFileMode(after.mode)) refuse(commit, path)
  if (there === was) return { path, id: wanted }
  if (isNewEvent(difference)) return { path: freeName(path, taken), id: wanted }
  return { path, id: bothChanged(context, commit, difference, there) }
}

/** The blob that says what both sides come to. */
function bothChanged(
  { objects, settle }: Syncing,
  commit: Commit,
  { path, before, after }: Difference,
  there: string | null,
): string {
  if (settle === undefined || !before || !after || there === null) return refuse(commit, path)
  const contentOf = (id: string) => objects.readTyped(id, 'blob')
  const bytes = settle({ path, base: contentOf(before.id), ours: contentOf(after.id), theirs: contentOf(there) })
  return bytes === null ? refuse(commit, path) : objects.add('blob', bytes)
}

function isNewEvent({ path, before }: Difference): boolean {
  return before === null && EVENT.test(path)
}

function freeName(path: string, taken: (path: string) => boolean): string {
  const base = path.slice(0, -'.yaml'.length)
  let number = 2
  while (taken(`${base}-${number}.yaml`)) number++
  return `${base}-${number}.yaml`
}

function refuse(commit: Commit, path: string): never {
  const [first = ''] = commit.message.split('\n')
  const id = commit.id.slice(0, 12)
  throw new GitError(
    'moved-meanwhile',
    `${path} was changed both here (${id}, ${first}) and on the server`,
    `run annex sync --leave-out ${id} to take ours back, then record anew what still holds; nothing was moved`,
  )
}
