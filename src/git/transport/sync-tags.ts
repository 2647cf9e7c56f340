import type { Signature } from '../objects/signature.ts'
import { listRefs } from '../refs/read.ts'
import { isRefName } from '../refs/ref-name.ts'
import type { SyncReport } from '../repository/repository.ts'
import { setTag, tagName } from './set-tag.ts'
import { standingOf } from './standing.ts'
import { type Stranded, settleStranded } from './stranded-tags.ts'
import type { Syncing } from './syncing.ts'
import type { RefPush } from './transport.ts'

/**
 * Tags that one side lacks go there. One that both sides have and that says two things is told, and left. A tag that was never
 * shared, on a commit that main no longer holds, goes to the one that replays it, or gives way; so also where the sync that
 * replayed it was interrupted.
 */
export async function syncTags(
  context: Syncing,
  mainBranch: string,
  refs: ReadonlyMap<string, string>,
  who: Signature,
  report: SyncReport,
): Promise<RefPush[]> {
  const pushes: RefPush[] = []
  const stranded: Stranded[] = []
  const standing = standingOf(context, mainBranch, refs)
  for (const [ref, id] of listRefs(context.folders, 'refs/tags/')) {
    const theirs = refs.get(ref)
    if (theirs === id) continue
    const { commit, state } = standing(id)
    if (state !== 'held') stranded.push({ ref, id, commit, heir: state })
    else if (theirs === undefined) pushes.push({ ref, from: null, to: id })
    else report.disagreements.push(`The tag ${tagName(ref)} is not the same here and on the server`)
  }
  pushes.push(...(await settleStranded(context, stranded, refs, who, report)))
  const ours = listRefs(context.folders, 'refs/tags/')
  for (const [ref, to] of refs) {
    if (!ref.startsWith('refs/tags/') || ours.has(ref) || !isRefName(ref)) continue
    if (await setTag(context, ref, null, to, who)) report.received.push(tagName(ref))
  }
  return pushes
}
