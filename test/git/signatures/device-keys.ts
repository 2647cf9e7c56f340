import { ed25519 } from '@noble/curves/ed25519.js'
import { p256 } from '@noble/curves/nist.js'
import { sha256, sha512 } from '@noble/hashes/sha2.js'
import { stringField } from '../../../src/git/signing/ssh/fields.ts'

/** A key as on a device, which no test has: it signs as OpenSSH's PROTOCOL.u2f says. */
interface DeviceKey {
  line: string
  /** Returns a signature for git without its armour. */
  sign(message: Uint8Array): Buffer
}

/** What the device says: the flag for "a person touched it", and a counter. */
const SAID = Buffer.from([1, 0, 0, 0, 7])

export function deviceEd25519(): DeviceKey {
  const { secretKey, publicKey } = ed25519.keygen()
  const name = 'sk-ssh-ed25519@openssh.com'
  return deviceKey(name, [publicKey], (bytes) => ed25519.sign(bytes, secretKey))
}

export function deviceEcdsa(): DeviceKey {
  const { secretKey } = p256.keygen()
  const point = p256.getPublicKey(secretKey, false)
  return deviceKey('sk-ecdsa-sha2-nistp256@openssh.com', ['nistp256', point], (bytes) => {
    const signature = p256.sign(bytes, secretKey, { format: 'compact' })
    return fields(positive(signature.subarray(0, 32)), positive(signature.subarray(32)))
  })
}

function deviceKey(name: string, key: (string | Uint8Array)[], sign: (bytes: Uint8Array) => Uint8Array): DeviceKey {
  const blob = fields(name, ...key, 'ssh:')
  return {
    line: `${name} ${blob.toString('base64')}`,
    sign(message) {
      const signed = Buffer.concat([Buffer.from('SSHSIG'), fields('git', '', 'sha512', sha512(message))])
      const own = sign(Buffer.concat([sha256(Buffer.from('ssh:')), SAID, sha256(signed)]))
      const signature = Buffer.concat([fields(name, own), SAID])
      const version = Buffer.from([0, 0, 0, 1])
      return Buffer.concat([Buffer.from('SSHSIG'), version, fields(blob, 'git', '', 'sha512', signature)])
    },
  }
}

function fields(...values: (string | Uint8Array)[]): Buffer {
  return Buffer.concat(values.map(stringField))
}

/** A number's bytes, as SSH writes a number that is not negative. */
function positive(bytes: Uint8Array): Uint8Array {
  const from = bytes.findIndex((byte) => byte !== 0)
  const short = bytes.subarray(from)
  return (short[0] ?? 0) > 127 ? Buffer.concat([Buffer.from([0]), short]) : short
}
