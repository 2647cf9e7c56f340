import { namesAddress, type Repository, type SignatureCheck } from '../../git/index.ts'
import { keysValidAt, withoutTimeLimits } from './keys-file.ts'

/**
 * good: signed by a key that may sign. none: not signed. out-of-time: by a listed key that had expired or was not valid yet.
 * removed: by a key that was listed before. unknown: by another key. bad: the signature is not valid. not-author: by a listed
 * key, but the author is somebody else.
 */
export type SignatureState = 'good' | 'none' | 'out-of-time' | 'removed' | 'unknown' | 'bad' | 'not-author'

export interface SignatureVerdict {
  state: SignatureState
  /** The principals of the key; null if it is not listed. */
  signer: string | null
}

export interface SignatureQuestion {
  /** The id of the commit or tag object. */
  object: string
  /** The author's address; null for a tag. */
  author: string | null
  /** The files of keys by which it must be good: those of all its parents. */
  keys: readonly string[]
  /** Files of keys before these: a key listed there was removed. */
  earlier: readonly string[]
  /** When it was signed, by its place in history; in seconds since 1970. */
  time: number
}

/** Checks signatures, each by each file of keys once. */
export class SignatureChecks {
  private readonly known = new Map<string, SignatureCheck>()

  constructor(private readonly repository: Repository) {}

  /** @throws GitError not-found where a program that checks signatures is missing */
  async check(object: string, keys: string): Promise<SignatureCheck> {
    const key = `${object} ${keys}`
    const found = this.known.get(key) ?? (await this.repository.checkSignature(object, Buffer.from(keys, 'latin1')))
    this.known.set(key, found)
    return found
  }

  /** Says whether a commit or tag was signed by a key that then might sign. */
  async judge({ object, author, keys, earlier, time }: SignatureQuestion): Promise<SignatureVerdict> {
    let signer: string | null = null
    for (const text of keys) {
      const check = await this.check(object, keysValidAt(text, time))
      if (check.state !== 'good') return this.whyNot(object, check, text, earlier)
      signer ??= check.signer
      if (author !== null && check.signer !== null && !namesAddress(check.signer, author)) {
        return { state: 'not-author', signer: check.signer }
      }
    }
    return { state: 'good', signer }
  }

  private async whyNot(
    object: string,
    { state }: SignatureCheck,
    text: string,
    earlier: readonly string[],
  ): Promise<SignatureVerdict> {
    if (state === 'none') return { state, signer: null }
    const listed = await this.check(object, withoutTimeLimits(text))
    if (listed.state === 'good') return { state: 'out-of-time', signer: listed.signer }
    const before = await this.check(object, earlier.map(withoutTimeLimits).join(''))
    if (before.state === 'good') return { state: 'removed', signer: before.signer }
    return { state: listed.state === 'unknown' ? 'unknown' : 'bad', signer: null }
  }
}
