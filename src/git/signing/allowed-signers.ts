import { equalBytes } from '@noble/curves/utils.js'
import { fitsPatterns } from './principals.ts'
import { fromBase64, Malformed, readFields } from './ssh/fields.ts'
import type { Certificate } from './ssh/public-key.ts'

/**
 * A line of the file of allowed signers: principals, options, and a key, as in ssh-keygen(1), ALLOWED SIGNERS. That format has
 * no OpenPGP keys, so these have lines of the same form with a fingerprint: `clerk@example.org openpgp4fpr:` and its 40
 * hexadecimal digits.
 */
export interface AllowedSigner {
  /** The addresses that may use the key, as patterns with commas between them. */
  principals: string
  key: { ssh: Uint8Array } | { openpgp: string }
  /** `cert-authority`: the key does not sign objects, it certifies the keys that do. */
  isAuthority: boolean
  /** The patterns of `namespaces=`; null if the key may sign anything. */
  namespaces: string | null
  /** In seconds since 1970: the first and the last second in which the key may sign; null without a limit. */
  validAfter: number | null
  validBefore: number | null
}

/** Reads the lines that are valid. An invalid line allows nothing. */
export function readAllowedSigners(bytes: Uint8Array): AllowedSigner[] {
  const lines = new TextDecoder().decode(bytes).split(/\r?\n/)
  return lines.map(readAllowedSigner).filter((signer) => signer !== null)
}

const WORD = /^[ \t]*(?:"([^"]*)"|([^ \t"]+))[ \t]+/
const SSH = /^([a-z0-9@.-]+)[ \t]+([A-Za-z0-9+/]+={0,2})(?:[ \t].*)?$/
const OPENPGP = /^openpgp4fpr:([0-9a-f]{40})(?:[ \t].*)?$/i
/** Options have no white space outside quotes; a quote inside quotes has a backslash. */
const OPTIONS = /^((?:[^\s"]|"(?:[^"\\]|\\.)*")+)[ \t]+/

/** Returns what a line allows; null for an empty, commented or invalid line. */
export function readAllowedSigner(line: string): AllowedSigner | null {
  const word = WORD.exec(line)
  const principals = word?.[1] ?? word?.[2] ?? ''
  if (word === null || principals === '' || principals.startsWith('#')) return null
  const rest = line.slice(word[0].length)
  const alone = readKey(rest)
  if (alone !== null) return { principals, key: alone, ...UNLIMITED }
  const options = OPTIONS.exec(rest)
  const key = options === null ? null : readKey(rest.slice(options[0].length))
  const limits = readOptions(options?.[1] ?? '')
  return key === null || limits === null ? null : { principals, key, ...limits }
}

function readKey(text: string): AllowedSigner['key'] | null {
  const fingerprint = OPENPGP.exec(text)?.[1]
  if (fingerprint !== undefined) return { openpgp: fingerprint.toUpperCase() }
  const [, type = '', base64 = ''] = SSH.exec(text) ?? []
  const bytes = fromBase64(base64)
  return bytes !== null && typeOf(bytes) === type ? { ssh: bytes } : null
}

function typeOf(key: Uint8Array): string | null {
  try {
    return readFields(key).text()
  } catch (error) {
    if (error instanceof Malformed) return null
    throw error
  }
}

type Limits = Omit<AllowedSigner, 'principals' | 'key'>

const UNLIMITED: Limits = { isAuthority: false, namespaces: null, validAfter: null, validBefore: null }

const OPTION = /([a-z-]+)(?:="((?:[^"\\]|\\.)*)")?(,|$)/iy

/** Returns null for an unknown option, one given twice, or an invalid value. */
function readOptions(text: string): Limits | null {
  const given = new Map<string, string | undefined>()
  for (let at = 0; at < text.length; at = OPTION.lastIndex) {
    OPTION.lastIndex = at
    const [all, name = '', value] = OPTION.exec(text) ?? []
    if (all === undefined || given.has(name.toLowerCase())) return null
    given.set(name.toLowerCase(), value?.replaceAll('\\"', '"'))
  }
  return limitsOf(given)
}

function limitsOf(given: ReadonlyMap<string, string | undefined>): Limits | null {
  const limits = { ...UNLIMITED }
  for (const [name, value] of given) {
    const time = parseTime(value ?? '')
    if (name === 'cert-authority' && value === undefined) limits.isAuthority = true
    else if (name === 'namespaces' && value !== undefined) limits.namespaces = value
    else if (name === 'valid-after' && time !== null) limits.validAfter = time
    else if (name === 'valid-before' && time !== null) limits.validBefore = time
    else return null
  }
  return limits
}

const TIME = /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?(?:Z|UTC)?$/i

/**
 * Returns a time of `valid-after` or `valid-before` in seconds since 1970; null if it is invalid. Without `Z` it is also in UTC,
 * where ssh-keygen takes the time zone of the machine: two clones in two zones must give one answer.
 */
function parseTime(text: string): number | null {
  const [, year = '', month = '', day = '', hours = '00', minutes = '00', seconds = '00'] = TIME.exec(text) ?? []
  const iso = `${year}-${month}-${day}T${hours}:${minutes}:${seconds}.000Z`
  const time = Date.parse(iso)
  return Number.isNaN(time) || new Date(time).toISOString() !== iso ? null : time / 1000
}

/** The key that made a valid signature. */
export type Maker =
  | { ssh: Uint8Array; certificate: Certificate | null }
  /** The fingerprints of the signing key and of its primary key. */
  | { openpgp: readonly string[] }

/**
 * Returns the principals that may sign with the key, with commas between them; null if none may.
 * @param time when the signature was made, in seconds since 1970
 */
export function principalsOf(signers: readonly AllowedSigner[], maker: Maker, time: number): string | null {
  const inTime = signers.filter((signer) => isInTime(signer, time) && isForGit(signer))
  const found = inTime.flatMap((signer) => principalsIn(signer, maker, time) ?? [])
  return found.length === 0 ? null : [...new Set(found)].join(',')
}

function isInTime({ validAfter, validBefore }: AllowedSigner, time: number): boolean {
  return (validAfter === null || time >= validAfter) && (validBefore === null || time <= validBefore)
}

function isForGit({ namespaces }: AllowedSigner): boolean {
  return namespaces === null || fitsPatterns(namespaces, 'git')
}

function principalsIn({ key, principals, isAuthority }: AllowedSigner, maker: Maker, time: number): string | null {
  if ('openpgp' in maker) return 'openpgp' in key && maker.openpgp.includes(key.openpgp) ? principals : null
  if ('openpgp' in key) return null
  if (!isAuthority) return equalBytes(key.ssh, maker.ssh) ? principals : null
  const { certificate } = maker
  if (certificate === null || !equalBytes(key.ssh, certificate.authority)) return null
  return certifiedPrincipals(principals, certificate, time)
}

function certifiedPrincipals(allowed: string, certificate: Certificate, time: number): string | null {
  const { isForUsers, validAfter, validBefore } = certificate
  const now = BigInt(Math.trunc(time))
  if (!isForUsers || now < validAfter || now >= validBefore) return null
  const plain = certificate.principals.filter((name) => name !== '' && !/[,!?*]/.test(name))
  const both = plain.filter((name) => fitsPatterns(allowed, name))
  return both.length === 0 ? null : both.join(',')
}
