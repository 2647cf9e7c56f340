import { GitError } from '../git-error.ts'

/** A ref to be set on a server: `from` is what it must be at now (null: not there). */
export interface RefPush {
  ref: string
  from: string | null
  to: string
}

/**
 * The connection broke, or what was asked for cannot be had at present: whether the server did it, the next fetch tells. All
 * other trouble stays as it is when it is tried again.
 */
export function brokenConnection(place: string, why: string, cause?: unknown): GitError {
  const broke = new Broke(why, { cause })
  return new GitError('network', `${place} could not be talked to: ${why}`, 'try again; nothing is lost', {
    cause: broke,
  })
}

class Broke extends Error {}

/** Whether the same may go well if it is tried again. */
export function isBrokenConnection(error: unknown): error is GitError {
  return error instanceof GitError && error.cause instanceof Broke
}

/** How to talk to one git server. Trouble on the way is an GitError with the code `network`. */
export interface Transport {
  /** Where it talks to, without any password. */
  place: string
  /** Brings all that the server's branches and tags lead to, and says what they are at. No ref of ours moves. */
  fetch(): Promise<Map<string, string>>
  /** Asks the server to set a ref. Returns null when it did, else why not. */
  push(push: RefPush): Promise<string | null>
}
