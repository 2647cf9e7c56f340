import type { Configuration } from '../configuration/configuration.ts'

/**
 * What `http.NAME` says of an address: a setting `http.URL.NAME` whose URL the address lies under goes before `http.NAME`, and
 * one that says more of the address before one that says less (git-config(1), http.<url>.*).
 * @param name in small letters, as `followredirects`
 */
export function httpSettings(configuration: Configuration, name: string, address: string): string[] {
  const scoped = configuration
    .keys('http.')
    .flatMap((key) => {
      const scope = key.startsWith('http.') && key.endsWith(`.${name}`) ? key.slice(5, -name.length - 1) : ''
      return scope !== '' && liesUnder(address, scope) ? [{ key, length: scope.length }] : []
    })
    .sort((one, other) => one.length - other.length)
  return [`http.${name}`, ...scoped.map(({ key }) => key)].flatMap((key) => configuration.getAll(key))
}

function liesUnder(address: string, scope: string): boolean {
  if (!URL.canParse(address) || !URL.canParse(scope)) return false
  const [full, over] = [new URL(address), new URL(scope)]
  const folder = over.pathname.replace(/\/$/, '')
  return full.origin === over.origin && (full.pathname === folder || full.pathname.startsWith(`${folder}/`))
}

/** Headers that every request bears (http.extraHeader); an empty one takes back those before it, as in git. */
export function extraHeaders(configuration: Configuration, address: string): Record<string, string> {
  const headers = new Map<string, string>()
  for (const line of httpSettings(configuration, 'extraheader', address)) {
    const [, name = '', value = ''] = /^([^\s:]+):\s*(.*)$/.exec(line) ?? []
    if (line === '') headers.clear()
    else if (name !== '') headers.set(name, value)
  }
  return Object.fromEntries(headers)
}
