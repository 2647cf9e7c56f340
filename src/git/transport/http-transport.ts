import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { GitHttpRequest } from 'isomorphic-git/http/node'
import { readConfiguration } from '../configuration/configuration.ts'
import { hasControls } from '../disk/safe-name.ts'
import { GitError } from '../git-error.ts'
import { fetchPack, type UploadPack } from '../receive/fetch-pack.ts'
import { badAnswer, readLimits, wordsOf } from '../receive/limits.ts'
import { type PacketReader, readPackets } from '../receive/packets.ts'
import { makeQuarantine, makeQuarantineFolder } from '../receive/quarantine.ts'
import type { SyncContext } from '../repository/context.ts'
import type { Store } from '../repository/repository.ts'
import { authenticator, credentialVariables, type Login } from './credentials.ts'
import { httpSender } from './http-client.ts'
import { followingRedirects } from './redirects.ts'
import { extraHeaders, placeOf } from './remote-settings.ts'
import { brokenConnection, isConnectionTrouble, MOVED, type RefPush, type Transport } from './transport.ts'

/** Returns a connection by smart HTTP(S). isomorphic-git pushes; its writes go into a quarantine folder. */
export function httpTransport(context: SyncContext, address: string): Transport {
  const { folders } = context
  const connection = connect(context, address)
  return {
    place: connection.url,
    fetch: (quarantine) => explained(connection, () => fetchPack(context, uploadPack(connection), quarantine)),
    push: (push) => explained(connection, () => inQuarantine(folders, (fs) => pushOne(fs, folders, connection, push))),
  }
}

/** Returns what requests to one address need, and a function that returns the address after redirects. */
function connect({ folders, options }: SyncContext, address: string) {
  const configuration = readConfiguration(folders)
  const { url, ...user } = withoutUser(address)
  const { program } = folders
  const limits = readLimits(configuration, program)
  const { client, place } = followingRedirects(
    httpSender({ program, limits }, () => place()),
    url,
    configuration.isOn('http.followredirects', true),
    (base) => extraHeaders(configuration, base, url),
  )
  // Credentials of the address and the environment are for the server that the address names. It may redirect from http to
  // https, never back.
  const login = () => {
    const isElsewhere = new URL(place()).host !== new URL(url).host
    return { folders, url: place(), isElsewhere, ...(isElsewhere ? {} : user) }
  }
  return { url, place, program, limits, request: { http: client, url, ...authenticator(login, options.ask) } }
}

type Connection = ReturnType<typeof connect>

const SERVICE = 'git-upload-pack'

/** The server's git-upload-pack (gitprotocol-http(5)): one request for the refs, another for the pack. */
function uploadPack({ url, place, program, limits, request: { http, ...login } }: Connection): UploadPack {
  const headers: Record<string, string> = { 'User-Agent': `git/${program}` }
  const server = { place: url, program, limits }
  let reader: PacketReader | undefined
  const ask = async (request: GitHttpRequest, type: string): Promise<PacketReader> => {
    await reader?.close()
    const answer = await http.request({ ...request, headers: { ...headers, ...request.headers } })
    reader = readPackets(answer.body ?? noBytes(), { place: place() })
    if (answer.statusCode !== 200) throw new HttpStatus(answer.statusCode, answer.statusMessage)
    if (answer.headers?.['content-type']?.split(';')[0]?.trim() !== type) {
      throw badAnswer({ place: place() }, 'it is not from a git server (smart HTTP)')
    }
    return reader
  }
  const open = async (): Promise<PacketReader> => {
    const type = `application/x-${SERVICE}-advertisement`
    const opened = await authenticated(login, headers, () => ask({ url: `${url}/info/refs?service=${SERVICE}` }, type))
    const first = await opened.packet()
    if (first === 'flush' || first.toString('latin1').trim() !== `# service=${SERVICE}`) {
      throw badAnswer({ place: place() }, 'it is not from a git server (smart HTTP)')
    }
    if ((await opened.packet()) !== 'flush') throw badAnswer({ place: place() }, 'it is not in the format of git')
    return opened
  }
  return {
    server,
    open,
    async request(body) {
      if (reader !== undefined && (await reader.some()).length > 0) {
        throw badAnswer({ place: place() }, 'it goes on after its end')
      }
      if (body === null) return reader ?? readPackets(noBytes(), server)
      const types = { 'Content-Type': `application/x-${SERVICE}-request`, 'Content-Length': String(body.length) }
      const request = { url: `${url}/${SERVICE}`, method: 'POST', headers: types, body: bytes(body) }
      return await ask(request, `application/x-${SERVICE}-result`)
    },
    close: async () => reader?.close(),
  }
}

async function* bytes(all: Buffer): AsyncGenerator<Uint8Array, void> {
  yield all
}

async function* noBytes(): AsyncGenerator<Uint8Array, void> {}

/** An answer with another status than 200. */
class HttpStatus extends Error {
  readonly data: { statusCode: number }

  constructor(statusCode: number, message: string) {
    super(`HTTP ${statusCode} ${wordsOf(message)}`.trim())
    this.data = { statusCode }
  }
}

/** Sends a request; if it requires authentication, sends it again with credentials, which later requests carry too. */
async function authenticated<Answer>(
  { onAuth, onAuthSuccess, onAuthFailure, url }: Omit<Connection['request'], 'http'>,
  headers: Record<string, string>,
  send: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await send()
  } catch (cause) {
    if (!(cause instanceof HttpStatus) || cause.data.statusCode !== 401) throw cause
  }
  const given = await onAuth()
  if (given.cancel) throw new HttpStatus(401, '')
  const { username = '', password = '' } = given
  headers.Authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
  try {
    const answer = await send()
    onAuthSuccess(url, given)
    return answer
  } catch (cause) {
    if (cause instanceof HttpStatus && cause.data.statusCode === 401) onAuthFailure(url, given)
    throw cause
  }
}

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

async function inQuarantine<Result>(folders: Store, work: (fs: FileSystem) => Promise<Result>): Promise<Result> {
  const quarantine = makeQuarantineFolder(folders)
  try {
    return await work(makeQuarantine(folders.commonDirectory, quarantine))
  } finally {
    rmSync(quarantine, { recursive: true, force: true })
  }
}

async function explained<Result>(connection: Connection, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (cause) {
    throw explain(cause, connection)
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
  const first = wordsOf(cause.message.split('\n')[0] ?? '')
  if (status !== null && !TEMPORARY.includes(status)) {
    const remedy = 'check `git remote -v`, and ask the administrator of the server'
    return new GitError('network', `${place} refused the request: ${first}`, remedy, { cause })
  }
  if (status !== null || isConnectionTrouble(cause)) return brokenConnection(place, first, cause)
  return badAnswer({ place }, first, { cause })
}

/** The same request may succeed later: Request Timeout, Too Many Requests, and what a server says that is overloaded. */
const TEMPORARY = [408, 429, 500, 502, 503, 504]

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
