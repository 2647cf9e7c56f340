import type { GitObject } from '../objects/object.ts'

/** An object's signature, and the bytes that it signs. */
export interface SignedBytes {
  signature: string
  payload: Uint8Array
  /** When the commit or tag says that it was made, in seconds since 1970. */
  time: number
}

/** Returns the signature of a commit or an annotated tag, as git finds it; null if the object is not signed. */
export function signedBytesOf({ type, bytes }: GitObject): SignedBytes | null {
  // Latin-1 keeps each byte.
  const text = bytes.toString('latin1')
  const found = type === 'commit' ? inHeader(text) : type === 'tag' ? atEnd(text) : null
  if (found === null) return null
  const time = Number(/^(?:committer|tagger) .*> (\d{1,15}) [+-]\d{4}$/m.exec(found.payload)?.[1] ?? 0)
  return { signature: found.signature, payload: Buffer.from(found.payload, 'latin1'), time }
}

interface Split {
  signature: string
  payload: string
}

const HEADER = /^(gpgsig(?:-sha256)?) (.*\n(?: .*\n)*)/gm

/** A commit has it in the header `gpgsig`. `gpgsig-sha256`, the signature of another form of the commit, is not signed. */
function inHeader(text: string): Split | null {
  const end = text.indexOf('\n\n') + 1
  const header = text.slice(0, end)
  const found = [...header.matchAll(HEADER)].filter(([, name]) => name === 'gpgsig')
  if (found.length === 0) return null
  // With two of them nobody knows which one was checked.
  const signature = found.length === 1 ? (found[0]?.[2] ?? '').replaceAll('\n ', '\n') : ''
  return { signature: signature.trimEnd(), payload: header.replace(HEADER, '') + text.slice(end) }
}

const ARMOUR = /^-----BEGIN (?:SSH SIGNATURE|PGP SIGNATURE|PGP MESSAGE|SIGNED MESSAGE)-----/gm

/** A tag has it at the end of its message. */
function atEnd(text: string): Split | null {
  const start = text.indexOf('\n\n') + 1
  const last = [...text.matchAll(ARMOUR)].findLast(({ index }) => index > start)
  if (last === undefined) return null
  return { signature: text.slice(last.index).trimEnd(), payload: text.slice(0, last.index) }
}
