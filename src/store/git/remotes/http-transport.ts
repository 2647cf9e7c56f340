import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { AnnexError } from '../../../treaty/index.ts'
import { makeFolder } from '../durable.ts'
import { annexFolder } from '../locks/owner-files.ts'
import type { AskCredentials, Folders } from '../repository.ts'
import { type Credentials, fillCredentials, judgeCredentials } from './credentials.ts'
import { checkComplete, takeInPacks } from './incoming.ts'
import { makeQuarantine } from './quarantine.ts'
import type { Syncing } from './replay.ts'
import type { RefPush, Transport } from './transport.ts'

/** Talks smart HTTP(S) through isomorphic-git, whose every write is kept apart. */
export function httpTransport(context: Syncing, url: string): Transport {
  const { folders, objects } = context
  const place = withoutPassword(url)
  const auth = authentication(place, context.ask)
  return {
    place,
    fetch: () =>
      apart(folders, place, async (fs, quarantine) => {
        const { git, http } = await import('../isomorphic-git.ts')
        const refs = await git.listServerRefs({ http, url, protocolVersion: 1, ...auth })
        const wanted = refs.filter(({ ref }) => /^refs\/(heads|tags)\//.test(ref) && !ref.endsWith('^{}'))
        if (wanted.some(({ oid }) => !objects.has(oid))) {
          await fs.promises.writeFile(join(folders.commonDirectory, 'config'), FETCH_ALL)
          await git.fetch({ fs, http, gitdir: folders.commonDirectory, url, remote: 'annex', tags: true, ...auth })
          takeInPacks(quarantine, folders.commonDirectory)
          checkComplete(
            context,
            wanted.map(({ oid }) => oid),
          )
        }
        return new Map(wanted.map(({ ref, oid }) => [ref, oid]))
      }),
    push: (request) => apart(folders, place, (fs) => pushOne(fs, folders, url, request, auth)),
  }
}

/** Says who we are. A person is asked once, not at every step. */
function authentication(place: string, ask: AskCredentials | undefined) {
  let answer: Credentials | null = null
  return {
    onAuth: async (): Promise<Credentials> => {
      const known = answer ?? fillCredentials(place)
      if (known.cancel !== true || ask === undefined) return known
      answer = await ask(place)
      return answer ?? { cancel: true }
    },
    onAuthSuccess: (_: string, given: Credentials) => judgeCredentials('approve', place, given),
    onAuthFailure: (_: string, given: Credentials) => {
      judgeCredentials('reject', place, given)
      return { cancel: true }
    },
  }
}

/** What isomorphic-git is shown as the repository's configuration while it fetches. */
const FETCH_ALL = '[core]\n\tbare = false\n[remote "annex"]\n\tfetch = +refs/heads/*:refs/remotes/annex/*\n'

type FileSystem = ReturnType<typeof makeQuarantine>

async function pushOne(
  fs: FileSystem,
  folders: Folders,
  url: string,
  { ref, from, to }: RefPush,
  auth: object,
): Promise<string | null> {
  const { git, http } = await import('../isomorphic-git.ts')
  // The ref as it is to be, seen by isomorphic-git alone.
  await fs.promises.writeFile(join(folders.commonDirectory, ref), `${to}\n`)
  const stale = { moved: false }
  try {
    const result = await git.push({
      fs,
      http,
      gitdir: folders.commonDirectory,
      url,
      ref,
      remoteRef: ref,
      ...auth,
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
  place: string,
  work: (fs: FileSystem, quarantine: string) => Promise<Result>,
): Promise<Result> {
  const quarantine = join(annexFolder(folders.commonDirectory), `incoming-${randomBytes(6).toString('hex')}`)
  makeFolder(quarantine)
  try {
    return await work(makeQuarantine(folders.commonDirectory, quarantine), quarantine)
  } catch (cause) {
    throw inWords(cause, place)
  } finally {
    rmSync(quarantine, { recursive: true, force: true })
  }
}

function inWords(cause: unknown, place: string): unknown {
  if (cause instanceof AnnexError || !(cause instanceof Error)) return cause
  const code = 'code' in cause ? cause.code : ''
  const status = code === 'HttpError' && 'data' in cause ? JSON.stringify(cause.data) : ''
  if (code === 'UserCanceledError' || /"statusCode":40[13]/.test(status)) {
    const remedy =
      'set ANNEX_USERNAME and ANNEX_PASSWORD (or a token), use a git credential helper, or answer on a terminal'
    return new AnnexError('network', `${place} wants to know who you are`, remedy, { cause })
  }
  if (/"statusCode":404/.test(status)) {
    return new AnnexError('network', `there is no repository at ${place}`, 'check `git remote -v`', { cause })
  }
  const first = cause.message.split('\n')[0] ?? ''
  return new AnnexError('network', `${place} could not be talked to: ${first}`, 'try again; nothing is lost', { cause })
}

function withoutPassword(url: string): string {
  const plain = new URL(url)
  plain.username = ''
  plain.password = ''
  return plain.href
}
