import { readConfiguration } from '../configuration/configuration.ts'
import type { Signature } from '../objects/signature.ts'
import { listRefs, resolveRef } from '../refs/read.ts'
import { isRefName } from '../refs/ref-name.ts'
import { deleteRef, updateRef } from '../refs/update.ts'
import { type Context, refOptions } from '../repository/context.ts'

/**
 * Notes where the server's branches are, as `git fetch` does. Names that git would not take are passed over. What we had noted of
 * a branch that the server no longer has goes where it stands in the way of one that it has, as `git fetch --prune` would have it.
 */
export async function noteRemoteRefs(
  { folders }: Context,
  remote: string,
  refs: ReadonlyMap<string, string>,
  who: Signature,
): Promise<void> {
  const options = refOptions(readConfiguration(folders))
  for (const stale of inTheWay(listRefs(folders, `refs/remotes/${remote}/`), remote, refs)) {
    const at = resolveRef(folders, stale)
    if (at !== null) await deleteRef(folders, stale, at)
  }
  for (const [ref, to] of refs) {
    const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1]
    const noted = `refs/remotes/${remote}/${branch}`
    if (branch === undefined || !isRefName(noted)) continue
    const expected = resolveRef(folders, noted)
    if (expected !== to) await updateRef(folders, { ref: noted, expected, to, who, why: 'annex sync' }, options)
  }
}

/** A ref is a file: `feature` and `feature/a` cannot both be. */
function inTheWay(noted: ReadonlyMap<string, string>, remote: string, refs: ReadonlyMap<string, string>): string[] {
  const there = [...refs.keys()].map((ref) => ref.replace(/^refs\/heads\//, `refs/remotes/${remote}/`))
  return [...noted.keys()].filter(
    (stale) =>
      !there.includes(stale) && there.some((ref) => ref.startsWith(`${stale}/`) || stale.startsWith(`${ref}/`)),
  )
}
