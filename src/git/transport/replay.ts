import { readConfiguration } from '../configuration/configuration.ts'
import { GitError } from '../git-error.ts'
import { ancestorsOf } from '../history/graph.ts'
import { withReplays } from '../history/replay-trailer.ts'
import { type Commit, formatCommit } from '../objects/commit.ts'
import type { Signature } from '../objects/signature.ts'
import { listRefs } from '../refs/read.ts'
import type { Context } from '../repository/context.ts'
import { peelToCommit } from '../repository/revision.ts'
import { commitSnapshot } from '../repository/snapshot.ts'
import { signerFor, withSignature } from '../signing/sign.ts'
import { editTree } from '../trees/edit.ts'
import { replayTree } from './replay-files.ts'
import type { Syncing } from './syncing.ts'

/** What became of the commits that were made here and not yet shared. */
export interface Replayed {
  /** The new tip. */
  tip: string
  /** How many were made anew, or found to be there already. */
  count: number
  /** Those that were to be left out. */
  leftOut: Commit[]
}

/**
 * Makes the records that only this clone has anew on top of what the server has: each commit along first parents, with its
 * author, message and further parents, and a line that says which one it replays. An event's file goes under another name where
 * its own is taken; it is never lost. Objects are added, no ref moves.
 * @param leftOut the commits that are to be left out
 * @throws GitError moved-meanwhile when both sides changed one file, and it cannot be settled; not-allowed
 */
export async function replay(
  context: Syncing,
  { local, onto, branch }: { local: string; onto: string; branch: string },
  committer: Signature,
  leftOut: ReadonlySet<string> = new Set(),
): Promise<Replayed> {
  const drafted = draftedOn(context, branch)
  const write = writerOf(context, committer)
  const replayed: Replayed = { tip: onto, count: 0, leftOut: [] }
  for (const commit of ownCommits(context, local, onto)) {
    if (leftOut.has(commit.id)) {
      checkNothingStandsOn(drafted(commit.id), commit, { local, onto })
      replayed.leftOut.push(commit)
    } else if (commit.parents[0] === replayed.tip) replayed.tip = commit.id
    else {
      const made = await madeAnew(context, commit, replayed.tip)
      // What the server has already is not recorded twice, unless something must be able to say that it stands on it.
      const isThere = made.parents.length === 1 && made.tree === context.objects.commit(replayed.tip).tree
      if (!isThere || drafted(commit.id).length > 0) replayed.tip = write(commit, made)
      replayed.count++
    }
  }
  return replayed
}

/** Writes what a commit comes to, in its author's name. */
function writerOf({ folders, objects }: Context, committer: Signature): (commit: Commit, made: MadeAnew) => string {
  const sign = signerFor('commit', readConfiguration(folders), `${committer.name} <${committer.email}>`)
  return ({ id, author }, made) => {
    const bytes = formatCommit({ ...made, author, committer, message: withReplays(made.message, id) })
    return objects.add('commit', sign === null ? bytes : withSignature(bytes, sign(bytes)))
  }
}

/** The commits along first parents that the server does not have, the oldest first. */
export function ownCommits({ objects, graph }: Context, local: string, onto: string): Commit[] {
  const shared = ancestorsOf(graph, [onto])
  const own: Commit[] = []
  for (let id: string | undefined = local; id !== undefined && !shared.has(id); id = own.at(-1)?.parents[0]) {
    own.push(objects.commit(id))
  }
  return own.reverse()
}

type MadeAnew = Pick<Commit, 'tree' | 'parents' | 'message'>

/** What a commit comes to on another tip: as whoever knows what it says would have it, else file by file. */
async function madeAnew(context: Syncing, commit: Commit, tip: string): Promise<MadeAnew> {
  const { objects, again } = context
  const { message, parents } = commit
  const made = (await again?.(commit, { id: tip, files: commitSnapshot(objects, tip) })) ?? null
  if (made === 'there') return { tree: objects.commit(tip).tree, parents: [tip], message }
  const further = parents.slice(1)
  if (made === null) return { tree: replayTree(context, commit, tip), parents: [tip, ...further], message }
  const tree = editTree(objects, objects.commit(tip).tree, made.files)
  return { tree, parents: [tip, ...further], message: made.message }
}

/** The other branches here that have a commit in their history. */
function draftedOn({ folders, objects, graph }: Context, main: string): (commit: string) => string[] {
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

function checkNothingStandsOn(
  branches: readonly string[],
  commit: Commit,
  { local, onto }: { local: string; onto: string },
): void {
  const branch = branches.find((name) => name.startsWith('proposal/'))
  if (branch === undefined) return
  throw new GitError(
    'not-allowed',
    `${commit.id.slice(0, 12)} cannot be left out: ${branch} was drafted on it`,
    `run git rebase --onto ${onto.slice(0, 12)} ${local.slice(0, 12)} ${branch} while it is a draft; then try again`,
  )
}
