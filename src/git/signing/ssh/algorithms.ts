import { pow } from '@noble/curves/abstract/modular.js'
import { ed25519 } from '@noble/curves/ed25519.js'
import { p256, p384, p521 } from '@noble/curves/nist.js'
import { bytesToHex, bytesToNumberBE, concatBytes, hexToBytes, numberToBytesBE } from '@noble/curves/utils.js'
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import { type Fields, Malformed, readFields } from './fields.ts'

/** Returns whether a signature is valid for a message. `algorithm` is the name in the signature. */
export type Check = (algorithm: string, signature: Uint8Array, message: Uint8Array) => boolean

type Hash = (message: Uint8Array) => Uint8Array

/** Reads a public key's fields after its name, and returns how its signatures are checked. */
export type ReadKey = (key: Fields) => Check

/** RFC 8709. As RFC 8032 says (5.1.7), each message has one encoding of its signature. */
const readEd25519: ReadKey = (key) => {
  const point = key.bytes()
  if (point.length !== 32) throw new Malformed('an Ed25519 key has 32 bytes')
  return (algorithm, signature, message) => {
    if (algorithm !== 'ssh-ed25519' || signature.length !== 64) return false
    return ed25519.verify(signature, message, point, { zip215: false })
  }
}

/** RFC 5656, section 3.1. */
const readEcdsa =
  (curve: typeof p256, name: string, hash: Hash): ReadKey =>
  (key) => {
    if (key.text() !== name) throw new Malformed('the key is on another curve')
    const point = key.bytes()
    if (point[0] !== 4 || !curve.utils.isValidPublicKey(point, false)) throw new Malformed('not a point on the curve')
    return (algorithm, signature, message) => {
      if (algorithm !== `ecdsa-sha2-${name}`) return false
      const numbers = readFields(signature)
      const [r, s] = [readNumber(numbers), readNumber(numbers)]
      const isInRange = [r, s].every((number) => number > 0n && number < curve.Point.Fn.ORDER)
      if (!isInRange || !numbers.isAtEnd()) return false
      const compact = new curve.Signature(r, s).toBytes('compact')
      return curve.verify(compact, hash(message), point, { prehash: false, lowS: false, format: 'compact' })
    }
  }

/** RFC 8332: SHA-2 alone. RFC 8017, sections 8.2.2 and 9.2: the whole padding is compared. */
const readRsa: ReadKey = (key) => {
  const [exponent, modulus] = [readNumber(key), readNumber(key)]
  const length = Math.ceil(modulus.toString(16).length / 2)
  if (length < SHORTEST_RSA || length > LONGEST_RSA) throw new Malformed('an RSA key has 1,024 to 16,384 bits')
  if (exponent < 3n || exponent > 0xffffffffn) throw new Malformed('the exponent of the RSA key is not in use')
  return (algorithm, signature, message) => {
    const digest = RSA_DIGESTS[algorithm]?.(message)
    const number = bytesToNumberBE(signature)
    if (digest === undefined || signature.length > length || number >= modulus) return false
    const padding = `01${'ff'.repeat(length - 3 - digest.length)}00`
    const padded = numberToBytesBE(pow(number, exponent, modulus), length)
    return bytesToHex(padded) === `00${padding}${bytesToHex(digest)}`
  }
}

/** In bytes. OpenSSH accepts the same. */
const [SHORTEST_RSA, LONGEST_RSA] = [128, 2048]

/** By the signature's algorithm: the digest with the name of its hash (DigestInfo, RFC 8017, 9.2, note 1). */
const RSA_DIGESTS: Readonly<Record<string, Hash>> = {
  'rsa-sha2-256': (message) => concatBytes(hexToBytes('3031300d060960864801650304020105000420'), sha256(message)),
  'rsa-sha2-512': (message) => concatBytes(hexToBytes('3051300d060960864801650304020305000440'), sha512(message)),
}

/** A multiple precision integer (RFC 4251, section 5) that is not negative. */
function readNumber(fields: Fields): bigint {
  const bytes = fields.bytes()
  if (bytes.length === 0 || bytes.length > LONGEST_RSA + 1 || (bytes[0] ?? 0) > 127) throw new Malformed('not a number')
  return bytesToNumberBE(bytes)
}

/**
 * A key on a device signs the digest of an application's name, what the device says, and the message's digest (OpenSSH,
 * PROTOCOL.u2f). What it says stands after the signature: flags in one byte, a counter in four.
 */
const onDevice =
  (readKey: ReadKey, name: string): ReadKey =>
  (key) => {
    const check = readKey(key)
    const application = sha256(key.bytes())
    return (algorithm, signature, message) => {
      if (algorithm !== `sk-${name}@openssh.com`) return false
      const [own, said] = [signature.subarray(0, -5), signature.subarray(-5)]
      return check(name, own, concatBytes(application, said, sha256(message)))
    }
  }

const nistp256 = readEcdsa(p256, 'nistp256', sha256)

const READERS = new Map<string, ReadKey>([
  ['ssh-ed25519', readEd25519],
  ['ssh-rsa', readRsa],
  ['ecdsa-sha2-nistp256', nistp256],
  ['ecdsa-sha2-nistp384', readEcdsa(p384, 'nistp384', sha384)],
  ['ecdsa-sha2-nistp521', readEcdsa(p521, 'nistp521', sha512)],
  ['sk-ssh-ed25519@openssh.com', onDevice(readEd25519, 'ssh-ed25519')],
  ['sk-ecdsa-sha2-nistp256@openssh.com', onDevice(nistp256, 'ecdsa-sha2-nistp256')],
])

/** Returns how keys of a type are read; undefined for a type that is not supported. */
export function readerOf(keyType: string): ReadKey | undefined {
  return READERS.get(keyType)
}

/** Returns the algorithm and the bytes of a signature's field. Of a device's, the bytes end with what the device says. */
export function readSignature(bytes: Uint8Array): { algorithm: string; signature: Uint8Array } {
  const fields = readFields(bytes)
  const algorithm = fields.text()
  const own = fields.bytes()
  const signature = algorithm.startsWith('sk-') ? concatBytes(own, fields.take(5)) : own
  if (!fields.isAtEnd()) throw new Malformed('the signature is followed by other bytes')
  return { algorithm, signature }
}
