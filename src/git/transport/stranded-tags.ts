import { readConfiguration } from '../configuration/configuration.ts'
import type { Commit } from '../objects/commit.ts'
import type { Signature } from '../objects/signature.ts'
import { parseTag } from '../objects/tag.ts'
import { resolveRef } from '../refs/read.ts'
import { deleteRef } from '../refs/update.ts'
import type { SyncReport } from '../repository/repository.ts'
import { peelToCommit } from '../repository/revision.ts'
import { signedTag, withoutSignature } from '../repository/tags.ts'
import { signerFor } from '../signing/sign.ts'
import { setTag, tagName } from './set-tag.ts'
import type { Syncing } from './syncing.ts'
import type { RefPush } from './transport.ts'

/** A tag on a commit that no history holds, and the one that replays that commit, if there is one. */
export interface Stranded {
  ref: string
  id: string
  commit: string
  heir: Commit | null
}

/** One of them, and under which ref it goes to the heir. */
interface Moving extends Stranded {
  due: string | null
}

/**
 * Has each go to its heir, under the name that is due there. None is let go before its successor is there, so that a next sync
 * can finish what an interrupted one began.
 */
export async function settleStranded(
  context: Syncing,
  stranded: readonly Stranded[],
  refs: ReadonlyMap<string, string>,
  who: Signature,
  report: SyncReport,
): Promise<RefPush[]> {
  const waiting = new Map<string, Moving>()
  for (const each of stranded) waiting.set(each.ref, { ...each, due: await nameDue(context, each) })
  const pushes: RefPush[] = []
  while (waiting.size > 0) {
    const all = [...waiting.values()]
    const next = all.find(({ ref, due }) => due === null || due === ref || !waiting.has(due)) ?? all[0]
    if (next === undefined) break
    waiting.delete(next.ref)
    if (next.heir === null && !refs.has(next.ref) && !isLeftOut(context, next)) {
      report.disagreements.push(onNoBranch(next))
      continue
    }
    const followed = await follow(context, next, refs, who)
    if (followed === 'taken') report.disagreements.push(taken(next))
    else {
      pushes.push(...followed)
      if (next.due !== next.ref) await giveWay(context, next, refs, who, report)
    }
  }
  return pushes
}

async function nameDue({ nameAgain }: Syncing, { ref, heir }: Stranded): Promise<string | null> {
  if (heir === null) return null
  const name = nameAgain === undefined ? tagName(ref) : await nameAgain(tagName(ref), heir)
  return name === null ? null : `refs/tags/${name}`
}

/** Sets the tag that is due on the heir; `taken` where its name is another's. */
async function follow(
  context: Syncing,
  { ref, id, heir, due }: Moving,
  refs: ReadonlyMap<string, string>,
  who: Signature,
): Promise<RefPush[] | 'taken'> {
  if (due === null || heir === null) return []
  const { folders, objects } = context
  const [theirs, present] = [refs.get(due), resolveRef(folders, due)]
  const isOnHeir = (object: string) => peelToCommit(objects, object) === heir.id
  if (theirs !== undefined && !isOnHeir(theirs)) return 'taken'
  if (present !== null && !isOnHeir(present) && due !== ref) return 'taken'
  const to =
    theirs ?? (present !== null && isOnHeir(present) ? present : madeAnew(context, { ref, id, due }, heir, who))
  objects.flush()
  if (present !== to) await setTag(context, due, present, to, who)
  return theirs === undefined ? [{ ref: due, from: null, to }] : []
}

/** A tag that says of the heir, under its own name, what the old one said; signed anew, or not at all. */
function madeAnew(
  { folders, objects }: Syncing,
  { ref, id, due }: { ref: string; id: string; due: string },
  heir: Commit,
  tagger: Signature,
): string {
  const object = objects.read(id)
  if (object.type !== 'tag') return heir.id
  const sign = signerFor('tag', readConfiguration(folders), `${tagger.name} <${tagger.email}>`)
  const said = withoutSignature(parseTag(id, object.bytes).message)
  const message = said.startsWith(tagName(ref)) ? tagName(due) + said.slice(tagName(ref).length) : said
  return objects.add('tag', signedTag({ commit: heir.id, name: tagName(due), message, tagger }, sign))
}

/** Leaves the name to whoever has it on the server, or to nobody. */
async function giveWay(
  context: Syncing,
  { ref, id }: Moving,
  refs: ReadonlyMap<string, string>,
  who: Signature,
  report: SyncReport,
): Promise<void> {
  const theirs = refs.get(ref)
  if (theirs === undefined) await deleteRef(context.folders, ref, id)
  else if (await setTag(context, ref, id, theirs, who)) report.received.push(tagName(ref))
}

function isLeftOut({ leaveOut = [] }: Syncing, { commit }: Stranded): boolean {
  return leaveOut.includes(commit)
}

function onNoBranch({ ref, commit }: Stranded): string {
  const name = tagName(ref)
  return `The tag ${name} is on ${commit.slice(0, 12)}, which no branch holds, and was not sent: git tag -d ${name} takes it away`
}

function taken({ ref, due, heir }: Moving): string {
  const name = tagName(due ?? ref)
  return `The tag ${name} belongs on ${heir?.id.slice(0, 12)}, and is on another commit here or on the server`
}
