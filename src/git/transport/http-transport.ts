import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { readConfiguration } from '../configuration/configuration.ts'
import { hasControls } from '../disk/safe-name.ts'
import { GitError } from '../git-error.ts'
import type { SyncContext } from '../repository/context.ts'
import type { Store } from '../repository/repository.ts'
import { authenticator, credentialVariables, type Login } from './credentials.ts'
import { checkComplete, takeInPacks } from './incoming.ts'
import { makeQuarantine, makeQuarantineFolder } from './quarantine.ts'
import { followingRedirects } from './redirects.ts'
import { extraHeaders, placeOf } from './remote-settings.ts'
import { brokenConnection, MOVED, type RefPush, type Transport } from './transport.ts'

/** Returns a connection by smart HTTP(S) through isomorphic-git, whose writes go into a quarantine folder. */
export function httpTransport(context: SyncContext, address: string): Transport {
  const { folders, objects } = context
  const connection = connect(context, address)
  const { url, request } = connection
  return {
    place: url,
    fetch: () =>
      inQuarantine(folders, connection, async (fs, quarantine) => {
        const { git } = await import('../isomorphic-git.ts')
        const refs = await git.listServerRefs({ ...request, protocolVersion: 1 })
        const wanted = refs.filter(({ ref }) => /^refs\/(heads|tags)\//.test(ref) && !ref.endsWith('^{}'))
        if (wanted.some(({ oid }) => !objects.has(oid))) {
          await fs.promises.writeFile(join(folders.commonDirectory, 'config'), FETCH_ALL)
          await git.fetch({ ...request, fs, gitdir: folders.commonDirectory, remote: REMOTE, tags: true })
          takeInPacks(quarantine, folders.commonDirectory)
          checkComplete(
            context,
            wanted.map(({ oid }) => oid),
          )
        }
        return new Map(wanted.map(({ ref, oid }) => [ref, oid]))
      }),
    push: (push) => inQuarantine(folders, connection, (fs) => pushOne(fs, folders, connection, push)),
  }
}

/** Returns what isomorphic-git needs for one address, and a function that returns the address after redirects. */
function connect({ folders, options }: SyncContext, address: string) {
  const configuration = readConfiguration(folders)
  const { url, ...user } = withoutUser(address)
  const { client, place } = followingRedirects(
    async (request) => (await import('../isomorphic-git.ts')).http.request(request),
    url,
    configuration.isOn('http.followredirects', true),
    (base) => extraHeaders(configuration, base),
  )
  // Credentials of the address and the environment are for the server that the address names. It may redirect from http to
  // https, never back.
  const login = () => {
    const isElsewhere = new URL(place()).host !== new URL(url).host
    const { workTree, program } = folders
    return { workTree, program, url: place(), isElsewhere, ...(isElsewhere ? {} : user) }
  }
  const { program } = folders
  return { url, place, program, request: { http: client, url, ...authenticator(login, options.ask) } }
}

type Connection = ReturnType<typeof connect>

const REMOTE = 'server'
/** The configuration that isomorphic-git sees while it fetches. */
const FETCH_ALL = `[core]\n\tbare = false\n[remote "${REMOTE}"]\n\tfetch = +refs/heads/*:refs/remotes/${REMOTE}/*\n`

type FileSystem = ReturnType<typeof makeQuarantine>

async function pushOne(
  fs: FileSystem,
  folders: Store,
  { request }: Connection,
  { ref, from, to }: RefPush,
): Promise<string | null> {
  const { git } = await import('../isomorphic-git.ts')
  // The ref's new value, in the quarantine: only isomorphic-git sees it.
  await fs.promises.writeFile(join(folders.commonDirectory, ref), `${to}\n`)
  const stale = { moved: false }
  try {
    const result = await git.push({
      ...request,
      fs,
      gitdir: folders.commonDirectory,
      ref,
      remoteRef: ref,
      onPrePush: ({ remoteRef }) => {
        stale.moved = !isAt(remoteRef.oid, from)
        return !stale.moved
      },
    })
    return result.refs[ref]?.ok ? null : (result.refs[ref]?.error ?? result.error ?? 'the server gave no reason')
  } catch (cause) {
    if (stale.moved) return MOVED
    if (cause instanceof git.Errors.PushRejectedError) return cause.data.reason
    if (cause instanceof git.Errors.GitPushError) return refusalIn(cause.data.result, ref)
    throw cause
  }
}

function refusalIn(result: { refs: Record<string, { error?: string }> }, ref: string): string {
  return result.refs[ref]?.error?.trim() || 'the server gave no reason'
}

function isAt(id: string, wanted: string | null): boolean {
  return id === (wanted ?? '0'.repeat(40))
}

async function inQuarantine<Result>(
  folders: Store,
  connection: Connection,
  work: (fs: FileSystem, quarantine: string) => Promise<Result>,
): Promise<Result> {
  const quarantine = makeQuarantineFolder(folders)
  try {
    return await work(makeQuarantine(folders.commonDirectory, quarantine), quarantine)
  } catch (cause) {
    throw explain(cause, connection)
  } finally {
    rmSync(quarantine, { recursive: true, force: true })
  }
}

function explain(cause: unknown, connection: Connection): unknown {
  if (cause instanceof GitError || !(cause instanceof Error)) return cause
  const status = statusOf(cause)
  const place = connection.place()
  if (status === 401 || status === 403) {
    const { username, password } = credentialVariables(connection.program)
    const remedy = `set ${username} and ${password} (or a token), use a git credential helper, or answer on a terminal`
    return new GitError('network', `${place} requires authentication`, remedy, { cause })
  }
  if (status === 404) {
    return new GitError('network', `repository not found: ${place}`, 'check `git remote -v`', { cause })
  }
  const first = cause.message.split('\n')[0] ?? ''
  if (status !== null && status < 500 && !TEMPORARY.includes(status)) {
    const remedy = 'check `git remote -v`, and ask the administrator of the server'
    return new GitError('network', `${place} refused the request: ${first}`, remedy, { cause })
  }
  return brokenConnection(place, first, cause)
}

/** "Request Timeout" and "Too Many Requests": the same request may succeed later. */
const TEMPORARY = [408, 429]

/** Returns the response's status; null if there was no response. */
function statusOf(cause: Error): number | null {
  if ('code' in cause && cause.code === 'UserCanceledError') return 401
  const data: unknown = 'data' in cause ? cause.data : null
  const status = typeof data === 'object' && data !== null && 'statusCode' in data ? data.statusCode : null
  return typeof status === 'number' ? status : null
}

function withoutUser(address: string): Pick<Login, 'url' | 'username' | 'password'> {
  const plain = new URL(address)
  const [username, password] = [plain.username, plain.password].map(decoded)
  if (hasControls(`${username}${password}`)) {
    throw new GitError(
      'not-allowed',
      'the address of the remote has control characters in its user or password',
      'check `git remote -v`',
    )
  }
  return { url: placeOf(address), ...(username === '' ? {} : { username }), ...(password === '' ? {} : { password }) }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
