import { sha256, sha512 } from '@noble/hashes/sha2.js'
import { concatBytes } from '@noble/hashes/utils.js'
import { readSignature } from './algorithms.ts'
import { fromBase64, Malformed, readFields, stringField } from './fields.ts'
import { type Certificate, readPublicKey } from './public-key.ts'

/** What a signature says once it was checked against the message. */
export type SshVerdict =
  | { state: 'valid'; key: Uint8Array; certificate: Certificate | null }
  | { state: 'invalid' }
  /** Its key, or the authority that certified the key, is of a type that is not supported. */
  | { state: 'unsupported' }

const ARMOUR = /^-----BEGIN SSH SIGNATURE-----\n([A-Za-z0-9+/=\s]+)\n-----END SSH SIGNATURE-----\s*$/
/** What git's signatures are for. */
const NAMESPACE = 'git'

const MAGIC = new TextEncoder().encode('SSHSIG')
const HASHES = new Map<string, (message: Uint8Array) => Uint8Array>([
  ['sha256', sha256],
  ['sha512', sha512],
])

/**
 * Checks an armoured signature against a message, as `ssh-keygen -Y check-novalidate` does (OpenSSH, PROTOCOL.sshsig). It
 * does not say whether the key may sign.
 */
export function checkSshSignature(armoured: string, message: Uint8Array): SshVerdict {
  try {
    return check(armoured, message)
  } catch (error) {
    if (error instanceof Malformed) return { state: 'invalid' }
    throw error
  }
}

function check(armoured: string, message: Uint8Array): SshVerdict {
  const { key, own, reserved, hashName, given } = readArmoured(armoured)
  const hash = HASHES.get(hashName)
  if (own !== NAMESPACE || hash === undefined) return { state: 'invalid' }
  const publicKey = readPublicKey(key)
  if (publicKey === null) return { state: 'unsupported' }
  const fields = [NAMESPACE, reserved, hashName, hash(message)].map(stringField)
  const { algorithm, signature } = readSignature(given)
  if (!publicKey.check(algorithm, signature, concatBytes(MAGIC, ...fields))) return { state: 'invalid' }
  return { state: 'valid', key, certificate: publicKey.certificate }
}

function readArmoured(armoured: string) {
  const bytes = fromBase64(ARMOUR.exec(armoured)?.[1] ?? '')
  if (bytes === null) throw new Malformed('not an SSH signature')
  const fields = readFields(bytes)
  const isKnown = fields.take(MAGIC.length).every((byte, index) => byte === MAGIC[index]) && fields.uint32() === 1
  if (!isKnown) throw new Malformed('not version 1')
  const [key, own, reserved, hashName, given] = [
    fields.bytes(),
    fields.text(),
    fields.bytes(),
    fields.text(),
    fields.bytes(),
  ]
  if (!fields.isAtEnd()) throw new Malformed('the signature is followed by other bytes')
  return { key, own, reserved, hashName, given }
}
