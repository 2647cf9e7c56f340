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
 * @throws AnnexError moved-meanwhile when both sides changed one file
 */
export function replay(context: Context, local: string, onto: string, committer: Signature): Replayed {
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

function replayTree({ objects }: Context, commit: Commit, before: string | null, tip: string): string {
  const changes = new Map<string, string | null>()
  const taken = (path: string) => changes.has(path) || findInTree(objects, tip, path) !== null
  for (const difference of compareTrees(objects, before, commit.tree)) {
    const there = findInTree(objects, tip, difference.path)?.id ?? null
    const wanted = difference.after?.id ?? null
    if (there === wanted) continue
    if (difference.after && !isFileMode(difference.after.mode)) throw collision(commit, difference.path)
    if (there === (difference.before?.id ?? null)) changes.set(difference.path, wanted)
    else if (isNewEvent(difference)) changes.set(freeName(difference.path, taken), wanted)
    else throw collision(commit, difference.path)
  }
  return changes.size === 0 ? tip : editTreeByIds(objects, tip, changes)
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

function collision(commit: Commit, path: string): AnnexError {
  const [first = ''] = commit.message.split('\n')
  return new AnnexError(
    'moved-meanwhile',
    `${path} was changed both here (${commit.id.slice(0, 12)}, ${first}) and on the server`,
    'merge the two by hand with `git merge`, then run annex sync again; nothing was moved',
  )
}
