import { readConfiguration } from '../configuration/configuration.ts'
import { isRefName } from '../disk/safe-name.ts'
import { ancestorsOf } from '../history/graph.ts'
import { isAncestor } from '../history/merge-bases.ts'
import type { Commit } from '../objects/commit.ts'
import { parseTag } from '../objects/tag.ts'
import { listRefs, resolveRef } from '../refs/read.ts'
import { deleteRef, updateRef } from '../refs/update.ts'
import { type Context, refOptions, type SyncAttempt } from '../repository/context.ts'
import { peelToCommit } from '../repository/revision.ts'
import { signedTag, withoutSignature } from '../repository/tags.ts'
import { signerFor } from '../signing/sign.ts'
import type { RefPush } from '../transport/transport.ts'
import { replaysIn } from './replay-commits.ts'

/**
 * Fetches tags and returns those to push. A tag that differs between clone and server is reported and left as it is, unless the two
 * say the same: then the server's is kept here too. A tag that was never shared, on a commit that main no longer has, moves to the commit that replaced it. This also completes a
 * sync that was interrupted after it had replayed the commits.
 */
export async function syncTags(attempt: SyncAttempt): Promise<RefPush[]> {
  const { folders, refs, report } = attempt
  const pushes: RefPush[] = []
  const orphaned: OrphanedTag[] = []
  const findTarget = targetFinder(attempt)
  for (const [ref, id] of listRefs(folders, 'refs/tags/')) {
    const theirs = refs.get(ref)
    if (theirs === id) continue
    const { commit, replacement } = findTarget(id)
    if (replacement !== 'not-needed') orphaned.push({ ref, id, commit, replacement })
    else if (theirs === undefined) pushes.push({ ref, from: null, to: id })
    else if (!(await takeSameTag(attempt, ref, id, theirs))) {
      report.disagreements.push(`The tag ${tagName(ref)} differs from the server's`)
    }
  }
  pushes.push(...(await moveOrphanedTags(attempt, orphaned)))
  await receiveNewTags(attempt)
  return pushes
}

async function receiveNewTags(attempt: SyncAttempt): Promise<void> {
  const ours = listRefs(attempt.folders, 'refs/tags/')
  for (const [ref, to] of attempt.refs) {
    if (!ref.startsWith('refs/tags/') || ours.has(ref) || !isRefName(ref)) continue
    if (await setTag(attempt, ref, null, to)) attempt.report.received.push(tagName(ref))
  }
}

/** Takes the server's tag in place of one that says the same. Returns whether it does. */
async function takeSameTag(attempt: SyncAttempt, ref: string, ours: string, theirs: string): Promise<boolean> {
  if (!saysTheSame(attempt, ours, theirs)) return false
  if (await setTag(attempt, ref, ours, theirs)) attempt.report.received.push(tagName(ref))
  return true
}

/**
 * Returns whether two tag objects have the same target, name and message, and both or neither are signed. They differ then only in
 * who made them and when: two clones that make the same commit in the same second each make a tag for it.
 */
function saysTheSame({ objects }: SyncAttempt, ours: string, theirs: string): boolean {
  if (!objects.has(theirs)) return false
  const [one, other] = [ours, theirs].map((id) => {
    const { type, bytes } = objects.read(id)
    if (type !== 'tag') return id
    const { message, ...target } = parseTag(id, bytes)
    const words = withoutSignature(message)
    return JSON.stringify([target.object, target.type, target.name, words, words === message])
  })
  return one === other
}

/** A tag whose commit is on no branch, and the commit that replays it; null if no commit does. */
interface OrphanedTag {
  ref: string
  id: string
  commit: string
  replacement: Commit | null
}

/** An orphaned tag and the ref that it gets on the replacement; null if it gets none. */
interface MovingTag extends OrphanedTag {
  newRef: string | null
}

/** Moves a tag, if it is at `expected`. */
function setTag({ folders, who }: SyncAttempt, ref: string, expected: string | null, to: string): Promise<boolean> {
  const update = { ref, expected, to, who, why: `${folders.program} sync` }
  return updateRef(folders, update, refOptions(readConfiguration(folders)))
}

function tagName(ref: string): string {
  return ref.slice('refs/tags/'.length)
}

/**
 * Returns a function that returns, for a tag's object, the commit and what replaces it: `not-needed` when main or another
 * branch has the commit, here or on the server; a commit of main that replays it; or null.
 */
function targetFinder({
  folders,
  objects,
  graph,
  mainBranch,
  refs,
}: SyncAttempt): (object: string) => { commit: string; replacement: Commit | null | 'not-needed' } {
  const main = resolveRef(folders, `refs/heads/${mainBranch}`)
  let replacements: Map<string, Commit> | undefined
  let onBranches: Set<string> | undefined
  const isOnBranch = (commit: string) => {
    const theirs = [...refs].filter(([ref]) => ref.startsWith('refs/heads/')).map(([, id]) => id)
    const tips = [...listRefs(folders, 'refs/heads/').values(), ...theirs]
    onBranches ??= ancestorsOf(
      graph,
      tips.flatMap((id) => peelToCommit(objects, id) ?? []),
    )
    return onBranches.has(commit)
  }
  return (object) => {
    const commit = peelToCommit(objects, object)
    if (commit === null || main === null || isAncestor(graph, commit, main)) {
      return { commit: commit ?? object, replacement: 'not-needed' }
    }
    replacements ??= replacementsOn(graph, main)
    return { commit, replacement: replacements.get(commit) ?? (isOnBranch(commit) ? 'not-needed' : null) }
  }
}

/** Returns the commits of main, along first parents, that replay others, by the ids of those. */
function replacementsOn({ commit, parents }: Context['graph'], main: string): Map<string, Commit> {
  const found = new Map<string, Commit>()
  for (let id: string | undefined = main; id !== undefined; ) {
    const replacement: Commit = commit(id)
    for (const old of replaysIn(replacement.message)) found.set(old, replacement)
    id = parents(replacement)[0]
  }
  return found
}

/**
 * Moves each orphaned tag to the commit that replaced its target, and returns what to push. A tag is removed only after the
 * new one exists, so that the next sync can complete an interrupted one.
 */
async function moveOrphanedTags(attempt: SyncAttempt, orphaned: readonly OrphanedTag[]): Promise<RefPush[]> {
  const { refs, report } = attempt
  const waiting = new Map<string, MovingTag>()
  for (const each of orphaned) waiting.set(each.ref, { ...each, newRef: await newRefOf(attempt, each) })
  const pushes: RefPush[] = []
  while (waiting.size > 0) {
    const all = [...waiting.values()]
    const next = all.find(({ ref, newRef }) => newRef === null || newRef === ref || !waiting.has(newRef)) ?? all[0]
    if (next === undefined) break
    waiting.delete(next.ref)
    if (next.replacement === null && !refs.has(next.ref) && !isLeftOut(attempt, next)) {
      report.disagreements.push(onNoBranch(next))
      continue
    }
    const moved = await moveToReplacement(attempt, next)
    if (moved === 'taken') report.disagreements.push(nameTaken(next))
    else {
      pushes.push(...moved)
      if (next.newRef !== next.ref) await removeOldTag(attempt, next)
    }
  }
  return pushes
}

async function newRefOf({ options }: SyncAttempt, { ref, replacement }: OrphanedTag): Promise<string | null> {
  if (replacement === null) return null
  const name = options.renameTag === undefined ? tagName(ref) : await options.renameTag(tagName(ref), replacement)
  return name === null ? null : `refs/tags/${name}`
}

/** Sets the new tag on the replacement and returns what to push; `taken` when its name is on another commit. */
async function moveToReplacement(
  attempt: SyncAttempt,
  { ref, id, replacement, newRef }: MovingTag,
): Promise<RefPush[] | 'taken'> {
  if (newRef === null || replacement === null) return []
  const { folders, objects, refs } = attempt
  const [theirs, present] = [refs.get(newRef), resolveRef(folders, newRef)]
  const isInPlace = (object: string) => peelToCommit(objects, object) === replacement.id
  if (theirs !== undefined && !isInPlace(theirs)) return 'taken'
  if (present !== null && !isInPlace(present) && newRef !== ref) return 'taken'
  const kept = theirs ?? (present !== null && isInPlace(present) ? present : null)
  const to = kept ?? writeTag(attempt, { ref, id, newRef }, replacement)
  objects.flush()
  if (present !== to) await setTag(attempt, newRef, present, to)
  return theirs === undefined ? [{ ref: newRef, from: null, to }] : []
}

/** Writes a tag object with the old tag's message, for the replacement; signed again if tags are signed. */
function writeTag(
  { folders, objects, who: tagger }: SyncAttempt,
  { ref, id, newRef }: { ref: string; id: string; newRef: string },
  replacement: Commit,
): string {
  const object = objects.read(id)
  if (object.type !== 'tag') return replacement.id
  const sign = signerFor('tag', readConfiguration(folders), `${tagger.name} <${tagger.email}>`, folders)
  const old = withoutSignature(parseTag(id, object.bytes).message)
  const message = old.startsWith(tagName(ref)) ? tagName(newRef) + old.slice(tagName(ref).length) : old
  return objects.add('tag', signedTag({ commit: replacement.id, name: tagName(newRef), message, tagger }, sign))
}

/** Sets the old name to the server's tag, or deletes it. */
async function removeOldTag(attempt: SyncAttempt, { ref, id }: MovingTag): Promise<void> {
  const theirs = attempt.refs.get(ref)
  if (theirs === undefined) await deleteRef(attempt.folders, ref, id)
  else if (await setTag(attempt, ref, id, theirs)) attempt.report.received.push(tagName(ref))
}

function isLeftOut({ options: { leaveOut = [] } }: SyncAttempt, { commit }: OrphanedTag): boolean {
  return leaveOut.includes(commit)
}

function onNoBranch({ ref, commit }: OrphanedTag): string {
  const name = tagName(ref)
  return `The tag ${name} was not sent: its commit ${commit.slice(0, 12)} is on no branch. git tag -d ${name} deletes it`
}

function nameTaken({ ref, newRef, replacement }: MovingTag): string {
  const name = tagName(newRef ?? ref)
  return `The tag ${name} should be on ${replacement?.id.slice(0, 12)}, but it is on another commit, here or on the server`
}
