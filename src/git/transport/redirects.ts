import type { GitHttpRequest, GitHttpResponse, HttpClient, HttpFetch } from 'isomorphic-git/http/node'
import { GitError } from '../git-error.ts'

/** A client that goes where a server says that a repository is now, and where that is. */
export interface Following {
  client: HttpClient
  /** The repository's address, as far as it is known. */
  place(): string
}

const MOST = 20

/**
 * Follows a redirect as git does (http.followRedirects): the first question of a conversation may be sent elsewhere, and all
 * that follows goes there, a push among it. A second question that is sent elsewhere is not followed.
 * @param follow whether the first one is
 * @param headersFor headers that requests to an address bear beside their own
 */
export function followingRedirects(
  send: HttpFetch,
  address: string,
  follow: boolean,
  headersFor: (address: string) => Record<string, string>,
): Following {
  let base = address
  const request = async (asked: GitHttpRequest): Promise<GitHttpResponse> => {
    const tail = asked.url.slice(address.length)
    for (let steps = 0; ; steps++) {
      const headers = { ...headersFor(base), ...asked.headers }
      const answer = await send({ ...asked, headers, url: base + tail, fetchOptions: { followRedirects: false } })
      const location = answer.headers?.location
      if (answer.statusCode < 300 || answer.statusCode > 399 || location === undefined) return answer
      const next = new URL(location, base + tail).href
      if (!follow || steps >= MOST || !mayFollow(asked, base, next, tail)) throw moved(base, next, tail)
      base = next.slice(0, -tail.length)
    }
  }
  return { client: { request }, place: () => base }
}

/** No other question is answered than was asked, nothing goes on in the open, and no password goes to another server. */
function mayFollow({ method = 'GET', headers = {} }: GitHttpRequest, from: string, to: string, tail: string): boolean {
  if (method !== 'GET' || !to.endsWith(tail) || !/^https?:/.test(to)) return false
  if (from.startsWith('https:') && !to.startsWith('https:')) return false
  const introduced = Object.keys(headers).some((name) => name.toLowerCase() === 'authorization')
  return !introduced || new URL(from).origin === new URL(to).origin
}

function moved(base: string, next: string, tail: string): GitError {
  const to = next.endsWith(tail) ? next.slice(0, -tail.length) : next
  return new GitError(
    'network',
    `${base} sends us on to ${to}, which is not followed`,
    `see that it is right, and give the new address: git remote set-url origin ${to}`,
  )
}
