import type { Configuration } from '../configuration/configuration.ts'
import { hasControls } from '../disk/safe-name.ts'
import { GitError } from '../git-error.ts'

/** The addresses that a remote is fetched from and pushed to. */
export interface Addresses {
  url: string
  pushUrl: string
}

/**
 * Returns the addresses of a remote: `url` and `pushurl`, each rewritten by `url.BASE.insteadOf`.
 * @param name default: the remote of the main branch, else the only one, else `origin`
 * @throws GitError not-found, not-allowed
 */
export function findRemote(
  configuration: Configuration,
  mainBranch: string,
  name?: string,
): Addresses & { name: string } {
  const names = configuration.keys('remote.').flatMap((key) => /^remote\.(.+)\.url$/.exec(key)?.[1] ?? [])
  const only = names.length === 1 ? names[0] : 'origin'
  const remote = name ?? configuration.get(`branch.${mainBranch}.remote`) ?? only ?? 'origin'
  const given = configuration.get(`remote.${remote}.url`)
  if (given === undefined) {
    const known = names.length === 0 ? 'this clone has no remote' : `this clone has ${names.join(', ')}`
    throw new GitError('not-found', `remote not found: ${remote}; ${known}`, 'add one with `git remote add origin URL`')
  }
  const pushGiven = configuration.get(`remote.${remote}.pushurl`)
  const url = rewritten(configuration, given, 'insteadof') ?? given
  const pushUrl =
    pushGiven === undefined
      ? (rewritten(configuration, given, 'pushinsteadof') ?? url)
      : (rewritten(configuration, pushGiven, 'insteadof') ?? pushGiven)
  for (const each of [url, pushUrl]) checkAddress(remote, each)
  return { name: remote, url, pushUrl }
}

/** Returns an address without a user or password, as messages name it. */
export function placeOf(address: string): string {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return address
  const plain = new URL(address)
  plain.username = ''
  plain.password = ''
  return plain.href
}

/** Returns an address rewritten by `url.BASE.insteadOf`, by its longest match; null if none matches. */
function rewritten(configuration: Configuration, address: string, setting: string): string | null {
  let best = { from: '', to: '' }
  for (const key of configuration.keys('url.')) {
    const [, to = '', name = ''] = /^url\.(.+)\.([^.]+)$/.exec(key) ?? []
    if (name !== setting) continue
    for (const from of configuration.getAll(key)) {
      if (address.startsWith(from) && from.length > best.from.length) best = { from, to }
    }
  }
  return best.from === '' ? null : best.to + address.slice(best.from.length)
}

function checkAddress(remote: string, url: string): void {
  // An address such as `ext::sh -c ...` would run any program.
  if (!hasControls(url) && !url.startsWith('-') && !/^[a-z0-9]+::/i.test(url)) return
  throw new GitError(
    'not-allowed',
    `the remote ${remote} has an address that is not allowed`,
    'use https, ssh or a path',
  )
}

/**
 * Returns the headers that every request to an address carries (`http.extraHeader`, `http.URL.extraHeader`): actions/checkout
 * puts its token there. A longer URL wins; an empty value removes the headers before it, as in git. Headers without a URL are not
 * sent to another server that the remote's server redirects to.
 * @param given the remote's own address
 */
export function extraHeaders(configuration: Configuration, address: string, given = address): Record<string, string> {
  const headers = new Map<string, string>()
  const isElsewhere = new URL(address).host !== new URL(given).host
  for (const line of extraHeaderKeys(configuration, address, isElsewhere).flatMap((key) => configuration.getAll(key))) {
    const [, name = '', value = ''] = /^([^\s:]+):\s*(.*)$/.exec(line) ?? []
    if (line === '') headers.clear()
    else if (name !== '') headers.set(name, value)
  }
  return Object.fromEntries(headers)
}

function extraHeaderKeys(configuration: Configuration, address: string, isElsewhere: boolean): string[] {
  const scoped = configuration.keys('http.').filter((key) => {
    const scope = /^http\.(.+)\.extraheader$/s.exec(key)?.[1]
    return scope !== undefined && isBelow(address, scope)
  })
  const general = isElsewhere ? [] : ['http.extraheader']
  return [...general, ...scoped.sort((one, other) => one.length - other.length)]
}

function isBelow(address: string, scope: string): boolean {
  if (!URL.canParse(address) || !URL.canParse(scope)) return false
  const [full, base] = [new URL(address), new URL(scope)]
  const folder = base.pathname.replace(/\/$/, '')
  return full.origin === base.origin && (full.pathname === folder || full.pathname.startsWith(`${folder}/`))
}
