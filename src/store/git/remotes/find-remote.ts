import { AnnexError } from '../../../treaty/index.ts'
import type { Configuration } from '../configuration/configuration.ts'
import { hasControls } from '../safe-path.ts'

/**
 * The address of a remote, as the configuration gives it.
 * @param name default: that of the main branch, else the only one there is, else `origin`
 * @throws AnnexError not-found, not-allowed
 */
export function findRemote(
  configuration: Configuration,
  mainBranch: string,
  name?: string,
): { name: string; url: string } {
  const names = configuration.keys('remote.').flatMap((key) => /^remote\.(.+)\.url$/.exec(key)?.[1] ?? [])
  const only = names.length === 1 ? names[0] : 'origin'
  const remote = name ?? configuration.get(`branch.${mainBranch}.remote`) ?? only ?? 'origin'
  const url = configuration.get(`remote.${remote}.url`)
  if (url === undefined) {
    const known = names.length === 0 ? 'there is none' : `there are ${names.join(', ')}`
    throw new AnnexError(
      'not-found',
      `no remote is called ${remote}; ${known}`,
      'add one with `git remote add origin URL`',
    )
  }
  // `ext::sh -c …` and the like would run whatever stands in the configuration.
  if (hasControls(url) || url.startsWith('-') || /^[a-z0-9]+::/i.test(url)) {
    throw new AnnexError(
      'not-allowed',
      `the remote ${remote} has an address that is not used`,
      'use https, ssh or a path',
    )
  }
  return { name: remote, url }
}
