import { AnnexError } from '../../../treaty/index.ts'
import { readConfiguration } from '../configuration/configuration.ts'
import type { Context } from '../context.ts'
import { ancestorsOf } from '../history/ancestors.ts'
import { type Commit, formatCommit } from '../objects/commit.ts'
import type { Signature } from '../objects/signature.ts'
import { isFileMode } from '../objects/tree.ts'
import { signerFor, withSignature } from '../signing/sign.ts'
import { compareTrees, type Difference } from '../trees/compare.ts'
import { editTreeByIds } from '../trees/edit.ts'
import { findInTree } from '../trees/find.ts'
import type { Syncing } from './syncing.ts'

/** What became of the commits that were made here and not yet shared. */
export interface Replayed {
  /** The new tip. */
  tip: string
  /** The new commit for each old one. */
  renewed: Map<string, string>
}

const EVENT = /^annexes\/proposals\/[^/]+\/events\/[^/]+\.yaml$/

/**
 * Makes the records that only this clone has anew on top of what the server has: each commit along first parents, with its
 * author, message and further parents. An event's file goes under another name where its own is taken; it is never lost.
 * Objects are added, no ref moves.
 * @throws AnnexError moved-meanwhile when both sides changed one file, and it cannot be settled
 */
export function replay(context: Syncing, local: string, onto: string, committer: Signature): Replayed {
  const { objects } = context
  const who = `${committer.name} <${committer.email}>`
  const sign = signerFor('commit', readConfiguration(context.folders), who)
  const renewed = new Map<string, string>()
  let tip = onto
  for (const commit of ownCommits(context, local, onto)) {
    const [parent] = commit.parents
    const before = parent === undefined ? null : objects.commit(parent).tree
    const tree = replayTree(context, commit, before, objects.commit(tip).tree)
    const further = commit.parents.slice(1)
    if (tree === objects.commit(tip).tree && further.length === 0) {
      renewed.set(commit.id, tip)
      continue
    }
    const { author, message } = commit
    const bytes = formatCommit({ tree, parents: [tip, ...further], author, committer, message })
    tip = objects.add('commit', sign === null ? bytes : withSignature(bytes, sign(bytes)))
    renewed.set(commit.id, tip)
  }
  return { tip, renewed }
}

/** The commits along first parents that the server does not have, the oldest first. */
function ownCommits({ objects, graph }: Context, local: string, onto: string): Commit[] {
  const shared = ancestorsOf(graph, [onto])
  const own: Commit[] = []
  for (let id: string | undefined = local; id !== undefined && !shared.has(id); id = own.at(-1)?.parents[0]) {
    own.push(objects.commit(id))
  }
  return own.reverse()
}

function replayTree(context: Syncing, commit: Commit, before: string | null, tip: string): string {
  const { objects } = context
  const changes = new Map<string, string | null>()
  const taken = (path: string) => changes.has(path) || findInTree(objects, tip, path) !== null
  for (const difference of compareTrees(objects, before, commit.tree)) {
    const there = findInTree(objects, tip, difference.path)?.id ?? null
    const { path, id } = replayFile(context, commit, difference, { there, taken })
    if (id !== there || path !== difference.path) changes.set(path, id)
  }
  return changes.size === 0 ? tip : editTreeByIds(objects, tip, changes)
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
  throw new AnnexError(
    'moved-meanwhile',
    `${path} was changed both here (${commit.id.slice(0, 12)}, ${first}) and on the server`,
    'merge the two by hand with `git merge`, then run annex sync again; nothing was moved',
  )
}
