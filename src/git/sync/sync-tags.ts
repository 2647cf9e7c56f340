import type { Signature } from '../objects/signature.ts'
import { listRefs } from '../refs/read.ts'
import { isRefName } from '../refs/ref-name.ts'
import type { SyncContext } from '../repository/context.ts'
import type { SyncReport } from '../repository/repository.ts'
import type { RefPush } from '../transport/transport.ts'
import { moveOrphanedTags, type OrphanedTag, setTag, tagName, targetFinder } from './orphaned-tags.ts'

/**
 * Fetches tags and returns those to push. A tag that differs between clone and server is reported and left as it is. A tag
 * that was never shared, on a commit that main no longer has, moves to the commit that replaced it. This also completes a
 * sync that was interrupted after it had replayed the commits.
 */
export async function syncTags(
  context: SyncContext,
  mainBranch: string,
  refs: ReadonlyMap<string, string>,
  who: Signature,
  report: SyncReport,
): Promise<RefPush[]> {
  const pushes: RefPush[] = []
  const orphaned: OrphanedTag[] = []
  const findTarget = targetFinder(context, mainBranch, refs)
  for (const [ref, id] of listRefs(context.folders, 'refs/tags/')) {
    const theirs = refs.get(ref)
    if (theirs === id) continue
    const { commit, replacement } = findTarget(id)
    if (replacement !== 'not-needed') orphaned.push({ ref, id, commit, replacement })
    else if (theirs === undefined) pushes.push({ ref, from: null, to: id })
    else report.disagreements.push(`The tag ${tagName(ref)} differs from the server's`)
  }
  pushes.push(...(await moveOrphanedTags(context, orphaned, refs, who, report)))
  const ours = listRefs(context.folders, 'refs/tags/')
  for (const [ref, to] of refs) {
    if (!ref.startsWith('refs/tags/') || ours.has(ref) || !isRefName(ref)) continue
    if (await setTag(context, ref, null, to, who)) report.received.push(tagName(ref))
  }
  return pushes
}
