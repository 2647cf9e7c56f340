import { readConfiguration } from '../configuration/configuration.ts'
import { type Context, refOptions } from '../context.ts'
import type { Signature } from '../objects/signature.ts'
import { resolveRef } from '../refs/read.ts'
import { isRefName } from '../refs/ref-name.ts'
import { updateRef } from '../refs/update.ts'

/** Notes where the server's branches are, as `git fetch` does. Names that git would not take are passed over. */
export async function noteRemoteRefs(
  { folders }: Context,
  remote: string,
  refs: ReadonlyMap<string, string>,
  who: Signature,
): Promise<void> {
  const options = refOptions(readConfiguration(folders))
  for (const [ref, to] of refs) {
    const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1]
    const noted = `refs/remotes/${remote}/${branch}`
    if (branch === undefined || !isRefName(noted)) continue
    const expected = resolveRef(folders, noted)
    if (expected !== to) await updateRef(folders, { ref: noted, expected, to, who, why: 'annex sync' }, options)
  }
}
