import type { GitHttpRequest, GitHttpResponse, HttpClient, HttpFetch } from 'isomorphic-git/http/node'
import { GitError } from '../git-error.ts'
import { badAnswer, wordsOf } from '../receive/limits.ts'

/** An HTTP client that follows redirects, and the address after them. */
interface RedirectingClient {
  client: HttpClient
  /** Returns the repository's current address. */
  place(): string
}

const MAX_REDIRECTS = 20

/**
 * Returns a client that follows redirects as git does (http.followRedirects): only the first request of a connection may be
 * redirected. All later requests, also a push, go to the new address.
 * @param follow whether to follow the first one
 * @param headersFor returns extra headers for requests to an address
 */
export function followingRedirects(
  send: HttpFetch,
  address: string,
  follow: boolean,
  headersFor: (address: string) => Record<string, string>,
): RedirectingClient {
  let base = address
  const request = async (original: GitHttpRequest): Promise<GitHttpResponse> => {
    const tail = original.url.slice(address.length)
    for (let steps = 0; ; steps++) {
      const headers = { ...headersFor(base), ...original.headers }
      const answer = await send({ ...original, headers, url: base + tail, fetchOptions: { followRedirects: false } })
      const location = answer.headers?.location
      if (answer.statusCode < 300 || answer.statusCode > 399 || location === undefined) return answer
      await answer.body?.return?.()
      const next = targetOf(location, base + tail)
      if (!follow || steps >= MAX_REDIRECTS || !mayFollow(original, base, next, tail)) throw moved(base, next, tail)
      base = next.slice(0, -tail.length)
    }
  }
  return { client: { request }, place: () => base }
}

/** Returns the address that a redirect names. A user or password in it is the server's, and is dropped. */
function targetOf(location: string, from: string): string {
  if (!URL.canParse(location, from)) throw badAnswer({ place: from }, 'it redirects to an invalid address')
  const target = new URL(location, from)
  target.username = ''
  target.password = ''
  return target.href
}

/** Refuses a redirect to another resource, from https to http, and with a password to another server. */
function mayFollow({ method = 'GET', headers = {} }: GitHttpRequest, from: string, to: string, tail: string): boolean {
  if (method !== 'GET' || !to.endsWith(tail) || !/^https?:/.test(to)) return false
  if (from.startsWith('https:') && !to.startsWith('https:')) return false
  const isAuthenticated = Object.keys(headers).some((name) => name.toLowerCase() === 'authorization')
  return !isAuthenticated || new URL(from).origin === new URL(to).origin
}

function moved(base: string, next: string, tail: string): GitError {
  const to = next.endsWith(tail) ? next.slice(0, -tail.length) : next
  const isHttp = /^https?:/.test(to)
  return new GitError(
    'network',
    `${base} redirects to ${wordsOf(to)}, which is not followed`,
    isHttp
      ? `check that this is the right server, then run git remote set-url origin ${to}`
      : 'check `git remote -v`, and ask the administrator of the server',
  )
}
