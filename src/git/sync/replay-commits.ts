import { readConfiguration } from '../configuration/configuration.ts'
import { GitError } from '../git-error.ts'
import { ancestorsOf } from '../history/graph.ts'
import { isAncestor } from '../history/merge-bases.ts'
import { type Commit, formatCommit, formatMessage } from '../objects/commit.ts'
import type { Signature } from '../objects/signature.ts'
import { isFileMode } from '../objects/tree.ts'
import { listRefs } from '../refs/read.ts'
import type { Context, SyncContext } from '../repository/context.ts'
import { peelToCommit } from '../repository/revision.ts'
import { commitSnapshot } from '../repository/snapshot.ts'
import { signerFor, withSignature } from '../signing/sign.ts'
import { compareTrees, findInTree, type TreeDifference } from '../trees/compare.ts'
import { editTree, editTreeByIds } from '../trees/edit.ts'

/** The result of replaying the local commits. */
interface ReplayResult {
  /** The new tip. */
  tip: string
  /** Number of commits that were replayed, or found to be applied already. */
  count: number
  leftOut: Commit[]
}

/** The local tip, the remote's tip that local commits go on top of, and the branch. */
interface Sides {
  local: string
  onto: string
  branch: string
}

/**
 * Replays local commits on top of the remote: each commit along first parents keeps its author, message and further parents,
 * and gets a trailer that names the commit it replays. Only adds objects; no ref moves.
 * @param leftOut ids of the commits that are not replayed
 * @throws GitError moved-meanwhile when both sides changed one file and it cannot be merged; not-allowed when a shared branch
 *   starts at a commit that is left out
 */
export async function replayCommits(
  context: SyncContext,
  sides: Sides,
  committer: Signature,
  leftOut: ReadonlySet<string> = new Set(),
): Promise<ReplayResult> {
  const branchesWith = branchesContaining(context, sides.branch)
  const write = commitWriter(context, committer)
  const replayed: ReplayResult = { tip: sides.onto, count: 0, leftOut: [] }
  for (const commit of localCommits(context, sides.local, sides.onto)) {
    if (leftOut.has(commit.id)) {
      checkNoBranchStartsAt(context, branchesWith(commit.id), commit, sides)
      replayed.leftOut.push(commit)
    } else if (commit.parents[0] === replayed.tip) replayed.tip = commit.id
    else {
      const next = await replayOne(context, commit, replayed.tip)
      const isApplied = next.parents.length === 1 && next.tree === context.objects.commit(replayed.tip).tree
      // An empty commit is written only for its trailer, which shows where a branch that starts at the old commit belongs.
      if (!isApplied || branchesWith(commit.id).length > 0) replayed.tip = write(commit, next)
      replayed.count++
    }
  }
  return replayed
}

/** Returns the commits along first parents that the remote does not have, the oldest first. */
export function localCommits({ objects, graph }: Context, local: string, onto: string): Commit[] {
  const shared = ancestorsOf(graph, [onto])
  const own: Commit[] = []
  for (let id: string | undefined = local; id !== undefined && !shared.has(id); id = own.at(-1)?.parents[0]) {
    own.push(objects.commit(id))
  }
  return own.reverse()
}

type NextCommit = Pick<Commit, 'tree' | 'parents' | 'message'>

/** Returns a function that writes a replayed commit, with the old commit's author. */
function commitWriter({ folders, objects }: Context, committer: Signature): (old: Commit, next: NextCommit) => string {
  const sign = signerFor('commit', readConfiguration(folders), `${committer.name} <${committer.email}>`, folders)
  return ({ id, author }, next) => {
    const bytes = formatCommit({ ...next, author, committer, message: withReplays(next.message, id) })
    return objects.add('commit', sign === null ? bytes : withSignature(bytes, sign(bytes)))
  }
}

/** Replays one commit: as `replayCommit` says, otherwise file by file. */
async function replayOne(context: SyncContext, commit: Commit, tip: string): Promise<NextCommit> {
  const { objects, options } = context
  const { message, parents } = commit
  const next = (await options.replayCommit?.(commit, { id: tip, files: commitSnapshot(objects, tip) })) ?? null
  if (next === 'already-applied') return { tree: objects.commit(tip).tree, parents: [tip], message }
  const further = parents.slice(1)
  if (next === null) {
    // What a merge with the remote brought is in the tip already.
    const others = further.filter((parent) => !isAncestor(context.graph, parent, tip))
    return { tree: replayTree(context, commit, tip), parents: [tip, ...others], message }
  }
  const tree = editTree(objects, objects.commit(tip).tree, next.files)
  return { tree, parents: [tip, ...further], message: next.message }
}

/** Returns a function that lists the other local branches that contain a commit. */
function branchesContaining({ folders, objects, graph }: Context, main: string): (commit: string) => string[] {
  let histories: Map<string, Set<string>> | undefined
  return (commit) => {
    histories ??= new Map(
      [...listRefs(folders, 'refs/heads/')]
        .filter(([ref]) => ref !== `refs/heads/${main}`)
        .map(([ref, id]) => [ref.slice('refs/heads/'.length), ancestorsOf(graph, [peelToCommit(objects, id) ?? id])]),
    )
    return [...histories].filter(([, history]) => history.has(commit)).map(([name]) => name)
  }
}

function checkNoBranchStartsAt(
  { options }: SyncContext,
  branches: readonly string[],
  commit: Commit,
  { local, onto }: Sides,
): void {
  const branch = branches.find((name) => options.isShared?.(name))
  if (branch === undefined) return
  throw new GitError(
    'not-allowed',
    `${commit.id.slice(0, 12)} cannot be left out: ${branch} was started on it`,
    `run git rebase --onto ${onto.slice(0, 12)} ${local.slice(0, 12)} ${branch}, then try again`,
  )
}

/** Returns the tree of `tip` with a commit's changes, file by file. @throws GitError moved-meanwhile */
function replayTree(context: SyncContext, commit: Commit, tip: string): string {
  const { objects } = context
  const [parent] = commit.parents
  const before = parent === undefined ? null : objects.commit(parent).tree
  const onto = objects.commit(tip).tree
  const changes = new Map<string, string | null>()
  const isTaken = (path: string) => changes.has(path) || findInTree(objects, onto, path) !== null
  for (const difference of compareTrees(objects, before, commit.tree)) {
    const theirs = findInTree(objects, onto, difference.path)?.id ?? null
    const { path, id } = replayFile(context, commit, difference, { theirs, isTaken })
    if (id !== theirs || path !== difference.path) changes.set(path, id)
  }
  return changes.size === 0 ? onto : editTreeByIds(objects, onto, changes)
}

/** Returns where one changed file goes, and its blob there (null: it is deleted). */
function replayFile(
  context: SyncContext,
  commit: Commit,
  difference: TreeDifference,
  { theirs, isTaken }: { theirs: string | null; isTaken: (path: string) => boolean },
): { path: string; id: string | null } {
  const { path, before, after } = difference
  const [base, ours] = [before?.id ?? null, after?.id ?? null]
  if (theirs === ours) return { path, id: ours }
  if (after && !isFileMode(after.mode)) throw changedOnBothSides(context, commit, path)
  if (theirs === base) return { path, id: ours }
  const free = before === null ? (context.options.freePath?.(path, isTaken) ?? null) : null
  if (free !== null) return { path: free, id: ours }
  return { path, id: mergeFile(context, commit, difference, theirs) }
}

/** Returns the merged blob of a file that both sides changed. */
function mergeFile(
  context: SyncContext,
  commit: Commit,
  { path, before, after }: TreeDifference,
  theirs: string | null,
): string {
  const { objects, options } = context
  if (!before || !after || theirs === null) throw changedOnBothSides(context, commit, path)
  const contentOf = (id: string) => objects.readTyped(id, 'blob')
  const versions = { path, base: contentOf(before.id), ours: contentOf(after.id), theirs: contentOf(theirs) }
  const bytes = options.mergeFile?.(versions) ?? null
  if (bytes === null) throw changedOnBothSides(context, commit, path)
  return objects.add('blob', bytes)
}

function changedOnBothSides({ folders: { program } }: Context, commit: Commit, path: string): GitError {
  const [subject = ''] = commit.message.split('\n')
  const id = commit.id.slice(0, 12)
  return new GitError(
    'moved-meanwhile',
    `${path} was changed both here (${id}, ${subject}) and on the server`,
    `run ${program} sync --leave-out ${id} to drop the local commit, then record it again if it is still valid; no ref was changed`,
  )
}

const TRAILER = /^[A-Za-z][A-Za-z0-9-]*: /
const REPLAYS = /^Replays: ([0-9a-f]{40})$/gm

/** Returns the ids of the commits that a commit replays, from the `Replays:` trailers of its message. */
export function replaysIn(message: string): string[] {
  return [...lastParagraph(message).matchAll(REPLAYS)].map(([, id = '']) => id)
}

/** Returns the message with a trailer that names the replayed commit. */
function withReplays(message: string, id: string): string {
  const clean = formatMessage(message).trimEnd()
  const last = lastParagraph(clean)
  const hasTrailers = last !== clean && last.split('\n').every((line) => TRAILER.test(line))
  return `${clean}${hasTrailers ? '\n' : '\n\n'}Replays: ${id}\n`
}

function lastParagraph(message: string): string {
  return message.trimEnd().split('\n\n').at(-1) ?? ''
}
