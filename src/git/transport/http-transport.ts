import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { readConfiguration } from '../configuration/configuration.ts'
import { hasControls } from '../disk/safe-path.ts'
import { GitError } from '../git-error.ts'
import type { Folders } from '../repository/repository.ts'
import { type Asked, introduce } from './credentials.ts'
import { checkComplete, takeInPacks } from './incoming.ts'
import { makeQuarantine, makeQuarantineFolder } from './quarantine.ts'
import { followingRedirects } from './redirects.ts'
import { extraHeaders } from './remote-settings.ts'
import type { Syncing } from './syncing.ts'
import { brokenConnection, type RefPush, type Transport } from './transport.ts'

/** Talks smart HTTP(S) through isomorphic-git, whose every write is kept apart. */
export function httpTransport(context: Syncing, address: string): Transport {
  const { folders, objects } = context
  const conversation = converse(context, address)
  const { url, talking } = conversation
  return {
    place: url,
    fetch: () =>
      apart(folders, conversation, async (fs, quarantine) => {
        const { git } = await import('../isomorphic-git.ts')
        const refs = await git.listServerRefs({ ...talking, protocolVersion: 1 })
        const wanted = refs.filter(({ ref }) => /^refs\/(heads|tags)\//.test(ref) && !ref.endsWith('^{}'))
        if (wanted.some(({ oid }) => !objects.has(oid))) {
          await fs.promises.writeFile(join(folders.commonDirectory, 'config'), FETCH_ALL)
          await git.fetch({ ...talking, fs, gitdir: folders.commonDirectory, remote: 'annex', tags: true })
          takeInPacks(quarantine, folders.commonDirectory)
          checkComplete(
            context,
            wanted.map(({ oid }) => oid),
          )
        }
        return new Map(wanted.map(({ ref, oid }) => [ref, oid]))
      }),
    push: (request) => apart(folders, conversation, (fs) => pushOne(fs, folders, conversation, request)),
  }
}

/** What one address is asked through: who we are there, and where it is by now. */
function converse({ folders, ask }: Syncing, address: string) {
  const configuration = readConfiguration(folders)
  const { url, ...user } = withoutUser(address)
  const { client, place } = followingRedirects(
    async (request) => (await import('../isomorphic-git.ts')).http.request(request),
    url,
    configuration.isOn('http.followredirects', true),
    (base) => extraHeaders(configuration, base),
  )
  // What stands in the address, and in the environment, is for the server that the address names; it may send us on from
  // http to its own https, never back.
  const asked = () => {
    const isElsewhere = new URL(place()).host !== new URL(url).host
    return { workTree: folders.workTree, url: place(), isElsewhere, ...(isElsewhere ? {} : user) }
  }
  return { url, place, talking: { http: client, url, ...introduce(asked, ask) } }
}

type Conversation = ReturnType<typeof converse>

/** What isomorphic-git is shown as the repository's configuration while it fetches. */
const FETCH_ALL = '[core]\n\tbare = false\n[remote "annex"]\n\tfetch = +refs/heads/*:refs/remotes/annex/*\n'

type FileSystem = ReturnType<typeof makeQuarantine>

async function pushOne(
  fs: FileSystem,
  folders: Folders,
  { talking }: Conversation,
  { ref, from, to }: RefPush,
): Promise<string | null> {
  const { git } = await import('../isomorphic-git.ts')
  // The ref as it is to be, seen by isomorphic-git alone.
  await fs.promises.writeFile(join(folders.commonDirectory, ref), `${to}\n`)
  const stale = { moved: false }
  try {
    const result = await git.push({
      ...talking,
      fs,
      gitdir: folders.commonDirectory,
      ref,
      remoteRef: ref,
      onPrePush: ({ remoteRef }) => {
        stale.moved = !isAt(remoteRef.oid, from)
        return !stale.moved
      },
    })
    return result.refs[ref]?.ok ? null : (result.refs[ref]?.error ?? result.error ?? 'the server said no')
  } catch (cause) {
    if (stale.moved) return 'it moved meanwhile'
    if (cause instanceof git.Errors.PushRejectedError) return cause.data.reason
    if (cause instanceof git.Errors.GitPushError) return refusalIn(cause.data.result, ref)
    throw cause
  }
}

function refusalIn(result: { refs: Record<string, { error?: string }> }, ref: string): string {
  return result.refs[ref]?.error?.trim() || 'the server said no'
}

function isAt(id: string, wanted: string | null): boolean {
  return id === (wanted ?? '0'.repeat(40))
}

async function apart<Result>(
  folders: Folders,
  { place }: Conversation,
  work: (fs: FileSystem, quarantine: string) => Promise<Result>,
): Promise<Result> {
  const quarantine = makeQuarantineFolder(folders.commonDirectory)
  try {
    return await work(makeQuarantine(folders.commonDirectory, quarantine), quarantine)
  } catch (cause) {
    throw inWords(cause, place())
  } finally {
    rmSync(quarantine, { recursive: true, force: true })
  }
}

function inWords(cause: unknown, place: string): unknown {
  if (cause instanceof GitError || !(cause instanceof Error)) return cause
  const status = statusOf(cause)
  if (status === 401 || status === 403) {
    const remedy =
      'set ANNEX_USERNAME and ANNEX_PASSWORD (or a token), use a git credential helper, or answer on a terminal'
    return new GitError('network', `${place} wants to know who you are`, remedy, { cause })
  }
  if (status === 404) {
    return new GitError('network', `there is no repository at ${place}`, 'check `git remote -v`', { cause })
  }
  const first = cause.message.split('\n')[0] ?? ''
  if (status !== null && status < 500 && !LATER.includes(status)) {
    const remedy = 'check `git remote -v`, and ask whoever runs the server'
    return new GitError('network', `${place} did not do it: ${first}`, remedy, { cause })
  }
  return brokenConnection(place, first, cause)
}

/** "Request Timeout" and "Too Many Requests": the same may be taken later. */
const LATER = [408, 429]

/** The answer's status; null where none came. */
function statusOf(cause: Error): number | null {
  if ('code' in cause && cause.code === 'UserCanceledError') return 401
  const data: unknown = 'data' in cause ? cause.data : null
  const status = typeof data === 'object' && data !== null && 'statusCode' in data ? data.statusCode : null
  return typeof status === 'number' ? status : null
}

function withoutUser(address: string): Pick<Asked, 'url' | 'username' | 'password'> {
  const plain = new URL(address)
  const [username, password] = [plain.username, plain.password].map(decoded)
  if (hasControls(`${username}${password}`)) {
    throw new GitError('not-allowed', 'the address of the remote names a user that is none', 'check `git remote -v`')
  }
  plain.username = ''
  plain.password = ''
  return { url: plain.href, ...(username === '' ? {} : { username }), ...(password === '' ? {} : { password }) }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
