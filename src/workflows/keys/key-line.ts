import { sha256 } from '@noble/hashes/sha2.js'
import { type AllowedSigner, readAllowedSigner } from '../../git/index.ts'

/** One line of the file of keys that lists a key. */
export interface KeyLine extends Omit<AllowedSigner, 'principals'> {
  line: string
  principals: string[]
  comment: string
}

/** Reads one line; null if it is empty, a comment, or invalid. */
export function readKeyLine(line: string): KeyLine | null {
  const signer = readAllowedSigner(line)
  if (signer === null) return null
  return { ...signer, line, principals: signer.principals.split(','), comment: commentIn(line) }
}

/** Reads a key and its comment, as a file of a public key has them; null if it is none. */
export function readKey(text: string): Pick<KeyLine, 'key' | 'comment'> | null {
  const [first = ''] = text.trim().split('\n')
  const signer = readAllowedSigner(`nobody ${first}`)
  const isKeyAlone = /^(?:openpgp4fpr:|[a-z0-9@.-]+\s+[A-Za-z0-9+/]+={0,2}(?:\s|$))/.test(first)
  return signer === null || !isKeyAlone ? null : { key: signer.key, comment: commentIn(`nobody ${first}`) }
}

// A key in base64 is longer than any word before it.
function commentIn(line: string): string {
  return /\s(?:openpgp4fpr:[0-9A-Fa-f]{40}|AAAA[A-Za-z0-9+/]{20,}={0,2})\s+(.*)$/.exec(line.trim())?.[1] ?? ''
}

/** Returns a line that says the same. */
export function formatKeyLine(line: Omit<KeyLine, 'line'>): string {
  const options = [
    ...(line.isAuthority ? ['cert-authority'] : []),
    ...(line.namespaces === null ? [] : [`namespaces="${line.namespaces}"`]),
    ...(line.validAfter === null ? [] : [`valid-after="${formatTime(line.validAfter)}"`]),
    ...(line.validBefore === null ? [] : [`valid-before="${formatTime(line.validBefore)}"`]),
  ]
  const key = 'openpgp' in line.key ? `openpgp4fpr:${line.key.openpgp}` : `${typeOfKey(line)} ${base64(line.key.ssh)}`
  return [line.principals.join(','), options.join(','), key, line.comment].filter((part) => part !== '').join(' ')
}

function formatTime(seconds: number): string {
  const [day = '', time = ''] = new Date(seconds * 1000).toISOString().replace(/[-:]/g, '').split('T')
  return `${day}${time.slice(0, 6)}Z`
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}

/** Returns `ssh-ed25519`, for example, or `openpgp`. */
export function typeOfKey({ key }: Pick<KeyLine, 'key'>): string {
  if ('openpgp' in key) return 'openpgp'
  // A key begins with its own type: a length in four bytes, and the letters (RFC 4253, section 6.6).
  const bytes = Buffer.from(key.ssh)
  return bytes.subarray(4, 4 + bytes.readUInt32BE(0)).toString('latin1')
}

/** Returns the fingerprint as `ssh-keygen -l` or gpg prints it. */
export function fingerprintOfKey({ key }: Pick<KeyLine, 'key'>): string {
  if ('openpgp' in key) return key.openpgp
  return `SHA256:${base64(sha256(key.ssh)).replace(/=+$/, '')}`
}

/** Returns whether a key may sign at a time, in seconds since 1970. */
export function isValidAt({ validAfter, validBefore }: KeyLine, time: number): boolean {
  return (validAfter === null || time >= validAfter) && (validBefore === null || time <= validBefore)
}

/** Returns whether a pattern of principals fits addresses of any domain: then one key could sign for everybody. */
export function isForEverybody(pattern: string): boolean {
  if (pattern.startsWith('!') || !/[*?]/.test(pattern)) return false
  const domain = /@([^@]*)$/.exec(pattern)?.[1] ?? ''
  return /[*?]/.test(domain) || !/[a-z0-9]/i.test(domain)
}
