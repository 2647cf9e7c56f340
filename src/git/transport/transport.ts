import { systemCode } from '../disk/durable.ts'
import { GitError } from '../git-error.ts'

/** This store's own reason for not pushing to a ref that has moved since the fetch. */
export const MOVED = 'it has moved since'

/** A ref to set on a server: `from` is the object that it must be at (null: it must not exist). */
export interface RefPush {
  ref: string
  from: string | null
  to: string
}

/**
 * Returns the error for a broken connection, or a server that is not available now: trying again may succeed.
 * The next fetch shows whether the server accepted the push.
 */
export function brokenConnection(place: string, why: string, cause?: unknown): GitError {
  return new GitError('network', `the connection to ${place} failed: ${why}`, 'try again; nothing is lost', {
    cause: new BrokenConnection(why, { cause }),
  })
}

class BrokenConnection extends Error {}

/** Returns whether trying again may succeed. */
export function isBrokenConnection(error: unknown): error is GitError {
  return error instanceof GitError && error.cause instanceof BrokenConnection
}

/** The codes of Node.js for a connection that failed or broke. */
const CONNECTION_TROUBLE = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'ERR_STREAM_PREMATURE_CLOSE',
]

/** Returns whether an error is about the connection, not about what came over it. */
export function isConnectionTrouble(cause: unknown): boolean {
  return CONNECTION_TROUBLE.includes(systemCode(cause))
}

/** A connection to one git server. Its errors are a GitError with the code `network`. */
export interface Transport {
  /** The address, without a password. */
  place: string
  /**
   * Fetches all objects of the server's branches and tags into a quarantine folder, and returns these refs. No local ref moves.
   */
  fetch(quarantine: string): Promise<Map<string, string>>
  /** Asks the server to set a ref. Returns null on success, else the server's reason. */
  push(push: RefPush): Promise<string | null>
}

/**
 * What git says, word for word, when another push has moved the ref since or is about to: receive-pack and its ref
 * transactions (also JGit's), the pushing client, isomorphic-git, and this store. Hooks and hosts have messages of their own.
 */
const OVERTAKEN = new Set([
  MOVED,
  'stale info',
  'fetch first',
  'non-fast-forward',
  'non-fast forward',
  'not-fast-forward',
  'already exists',
  'tag-exists',
  'remote ref updated since checkout',
  'failed to update ref',
  'failed to lock',
  'reference already exists',
  'reference does not exist',
  'incorrect old value provided',
])

/** Returns whether a push was rejected only because the server's ref has moved since: it may succeed after a fetch. */
export function isOvertaken(refusal: string): boolean {
  return OVERTAKEN.has(refusal) || refusal.startsWith("cannot lock ref '")
}
