import { readConfiguration } from '../configuration/configuration.ts'
import { type Context, refOptions } from '../context.ts'
import type { Signature } from '../objects/signature.ts'
import { formatTag, parseTag } from '../objects/tag.ts'
import { listRefs } from '../refs/read.ts'
import { isRefName } from '../refs/ref-name.ts'
import { updateRef } from '../refs/update.ts'
import type { SyncReport } from '../repository.ts'
import type { RefPush } from './transport.ts'

/**
 * Tags that one side lacks go there. A tag never shared follows its commit when that was made anew. One that both sides
 * have and that says two things is told, and left.
 */
export async function syncTags(
  context: Context,
  refs: ReadonlyMap<string, string>,
  renewed: ReadonlyMap<string, string>,
  who: Signature,
  report: SyncReport,
): Promise<RefPush[]> {
  const ours = listRefs(context.folders, 'refs/tags/')
  const pushes: RefPush[] = []
  for (const [ref, id] of ours) {
    const theirs = refs.get(ref)
    if (theirs === undefined) pushes.push({ ref, from: null, to: await followed(context, ref, id, renewed, who) })
    else if (theirs !== id) report.disagreements.push(`The tag ${nameOf(ref)} is not the same here and on the server`)
  }
  for (const [ref, to] of refs) {
    if (!ref.startsWith('refs/tags/') || ours.has(ref) || !isRefName(ref)) continue
    if (await setTag(context, ref, null, to, who)) report.received.push(nameOf(ref))
  }
  return pushes
}

/** The tag itself, or one that says the same of the commit made anew. */
async function followed(
  context: Context,
  ref: string,
  id: string,
  renewed: ReadonlyMap<string, string>,
  who: Signature,
): Promise<string> {
  const { objects } = context
  const object = objects.read(id)
  if (object.type !== 'tag') return id
  const tag = parseTag(id, object.bytes)
  const commit = renewed.get(tag.object)
  if (commit === undefined) return id
  const next = objects.add('tag', formatTag({ commit, name: tag.name, tagger: who, message: tag.message }))
  objects.flush()
  return (await setTag(context, ref, id, next, who)) ? next : id
}

function setTag(
  { folders }: Context,
  ref: string,
  expected: string | null,
  to: string,
  who: Signature,
): Promise<boolean> {
  return updateRef(folders, { ref, expected, to, who, why: 'annex sync' }, refOptions(readConfiguration(folders)))
}

function nameOf(ref: string): string {
  return ref.slice('refs/tags/'.length)
}
