import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * Returns a value as canonical JSON (RFC 8785): members sorted by UTF-16 code units, no white space. Members that are undefined are
 * left out.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  members.sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`
}

/** Returns `sha256:` and the SHA-256 of the value's canonical JSON in 64 hexadecimal digits. */
export function digestOf(value: unknown): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(canonicalJson(value))))}`
}

/** Returns the first 12 hexadecimal digits of the SHA-256 of the value's canonical JSON. */
export function fingerprintOf(value: unknown): string {
  return digestOf(value).slice('sha256:'.length, 'sha256:'.length + 12)
}
