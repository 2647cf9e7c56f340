import { type Check, type ReadKey, readerOf, readSignature } from './algorithms.ts'
import { type Fields, Malformed, readFields } from './fields.ts'

/** A public key, or a certificate with a public key, read from its bytes. */
export interface PublicKey {
  check: Check
  /** Null for a key without a certificate. */
  certificate: Certificate | null
}

/** What a certificate authority says of a key (OpenSSH, PROTOCOL.certkeys). Its signature is valid. */
export interface Certificate {
  /** The bytes of the authority's public key. */
  authority: Uint8Array
  isForUsers: boolean
  principals: string[]
  /** In seconds since 1970: valid from this one on. */
  validAfter: bigint
  /** In seconds since 1970: no longer valid from this one on. */
  validBefore: bigint
}

const CERTIFICATE = '-cert-v01@openssh.com'

/**
 * Reads a public key.
 * @returns null when its type, or that of the authority, is not supported
 * @throws Malformed, also when the authority's signature is invalid
 */
export function readPublicKey(bytes: Uint8Array): PublicKey | null {
  const fields = readFields(bytes)
  const type = fields.text()
  if (type.endsWith(CERTIFICATE)) {
    const name = type.slice(0, -CERTIFICATE.length)
    const reader = readerOf(name.startsWith('sk-') ? `${name}@openssh.com` : name)
    return reader === undefined ? null : readCertified(fields, reader)
  }
  const reader = readerOf(type)
  if (reader === undefined) return null
  const check = reader(fields)
  if (!fields.isAtEnd()) throw new Malformed('the key is followed by other bytes')
  return { check, certificate: null }
}

function readCertified(fields: Fields, reader: ReadKey): PublicKey | null {
  fields.bytes() // A nonce.
  const check = reader(fields)
  fields.uint64() // The serial number.
  const isForUsers = fields.uint32() === 1
  fields.bytes() // The key's id.
  const principals = readTexts(fields.bytes())
  const [validAfter, validBefore] = [fields.uint64(), fields.uint64()]
  for (let field = 0; field < 3; field++) fields.bytes() // Critical options, extensions, reserved.
  const authority = fields.bytes()
  const signed = fields.before()
  const { algorithm, signature } = readSignature(fields.bytes())
  const issuer = readIssuer(authority)
  if (issuer === null) return null
  if (!fields.isAtEnd() || !issuer(algorithm, signature, signed)) throw new Malformed('the certificate is not signed')
  return { check, certificate: { authority, isForUsers, principals, validAfter, validBefore } }
}

function readIssuer(bytes: Uint8Array): Check | null {
  const fields = readFields(bytes)
  return readerOf(fields.text())?.(fields) ?? null
}

function readTexts(bytes: Uint8Array): string[] {
  const fields = readFields(bytes)
  const texts: string[] = []
  while (!fields.isAtEnd()) texts.push(fields.text())
  return texts
}
