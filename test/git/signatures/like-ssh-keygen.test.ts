import { describe, expect, it } from 'vitest'
import { principalsOf, readAllowedSigners } from '../../../src/git/signing/allowed-signers.ts'
import { checkSshSignature } from '../../../src/git/signing/ssh/signature.ts'
import { deviceEcdsa, deviceEd25519 } from './device-keys.ts'
import { askSshKeygen, certify, type KeyPair, newKey, signWith } from './keys.ts'

const MESSAGE = Buffer.from('tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n\nThe record\n')
const AT = Date.UTC(2024, 5, 1) / 1000
const WHO = 'clerk@depositary.example'

/** What this program says, in the form of what ssh-keygen says. */
function ask(signature: string, message: Uint8Array, allowed: string, time: number): string | null {
  const verdict = checkSshSignature(signature, message)
  if (verdict.state !== 'valid') return null
  const maker = { ssh: verdict.key, certificate: verdict.certificate }
  return inOrder(principalsOf(readAllowedSigners(Buffer.from(allowed)), maker, time))
}

function inOrder(principals: string | null): string | null {
  return principals === null ? null : principals.split(',').sort().join(',')
}

/** Both give this answer. */
function expectBoth(answer: string | null, signature: string, allowed: string, message: Uint8Array = MESSAGE): void {
  const [here, there] = [ask(signature, message, allowed, AT), askSshKeygen(signature, message, allowed, AT)]
  expect({ here, there: inOrder(there) }).toEqual({ here: answer, there: answer })
}

const TYPES: Record<string, string[]> = {
  ed25519: ['ed25519'],
  'rsa-2048': ['rsa', '-b', '2048'],
  'rsa-1031': ['rsa', '-b', '1031'],
  nistp256: ['ecdsa', '-b', '256'],
  nistp384: ['ecdsa', '-b', '384'],
  nistp521: ['ecdsa', '-b', '521'],
}

const keyOf = (name: string): KeyPair => newKey(...(TYPES[name] ?? []))

describe.each(Object.keys(TYPES))('a signature with a key of %s is judged as ssh-keygen judges it', (name) => {
  const [key, other] = [keyOf(name), keyOf(name)]

  it.each(['sha256', 'sha512'])('with %s: good, altered, for another key', (hash) => {
    const signature = signWith(key.file, MESSAGE, 'git', hash)
    expectBoth(WHO, signature, `${WHO} ${key.line}\n`)
    expectBoth(null, signature, `${WHO} ${key.line}\n`, Buffer.from('tree of another\n'))
    expectBoth(null, signature, `${WHO} ${other.line}\n`)
  })

  it('made for another purpose, it is not good', () => {
    expectBoth(null, signWith(key.file, MESSAGE, 'file'), `${WHO} ${key.line}\n`)
  })
})

describe('a signature with a key on a device is judged as ssh-keygen judges it', () => {
  it.each([deviceEd25519, deviceEcdsa])('%o: good, altered, for another key', (newDeviceKey) => {
    const key = newDeviceKey()
    const signature = armoured(key.sign(MESSAGE))
    expectBoth(WHO, signature, `${WHO} ${key.line}\n`)
    expectBoth(null, signature, `${WHO} ${key.line}\n`, Buffer.from('tree of another\n'))
    expectBoth(null, signature, `${WHO} ${newDeviceKey().line}\n`)
  })
})

describe('the options of allowed signers mean what ssh-keygen says that they mean', () => {
  const key = newKey()
  const signature = signWith(key.file, MESSAGE)

  it.each([
    ['', WHO],
    ['namespaces="git" ', WHO],
    ['namespaces="file,git" ', WHO],
    ['namespaces="g*" ', WHO],
    ['namespaces="file" ', null],
    ['namespaces="!git,*" ', null],
    ['NAMESPACES="git" ', WHO],
    ['valid-after="20240101Z" ', WHO],
    ['valid-after="20240601000000Z" ', WHO],
    ['valid-after="20240601000001Z" ', null],
    ['valid-after="20240602" ', null],
    ['valid-before="20240601000000Z" ', WHO],
    ['valid-before="202405312359Z" ', null],
    ['valid-before="20231231Z" ', null],
    ['valid-after="20230101Z",valid-before="20250101Z" ', WHO],
    ['valid-after="20230101Z",valid-before="20240101Z",namespaces="git" ', null],
    ['valid-before="yesterday" ', null],
    ['valid-before="20241301Z" ', null],
    ['cert-authority ', null],
    ['unknown-option ', null],
    ['namespaces=git ', null],
    ['namespaces ', null],
    [',', null],
    ['# ', null],
  ])('%s', (options, answer) => {
    expectBoth(answer, signature, `${WHO} ${options}${key.line} a comment\n`)
  })

  it.each([
    [`\n# a comment\n  ${WHO} KEY\n`, WHO],
    [`\t${WHO}\tKEY\n`, WHO],
    [`"${WHO}" KEY`, WHO],
    [`other@example.org,${WHO} KEY\n`, `${WHO},other@example.org`],
    [`KEY\n`, null],
    [`${WHO} ssh-rsa ${key.line.split(' ')[1]}\n`, null],
    [`${WHO} ${key.line.slice(0, -5)}\n`, null],
    [``, null],
  ])('lines: %j', (lines, answer) => {
    expectBoth(answer, signature, lines.replaceAll('KEY', key.line))
  })
})

describe('certificates are judged as ssh-keygen judges them', () => {
  const authority = newKey()
  const forever = ['-V', '20230101:20300101']

  it.each([
    ['names the principal', WHO, forever, `${WHO} cert-authority`, WHO],
    [
      'names two of three',
      `${WHO},b@example.org`,
      forever,
      `a@example.org,b@example.org,${WHO} cert-authority`,
      `b@example.org,${WHO}`,
    ],
    ['names another principal', 'b@example.org', forever, `${WHO} cert-authority`, null],
    ['names nobody', '', forever, `${WHO} cert-authority`, null],
    ['has expired', WHO, ['-V', '20230101:20240101'], `${WHO} cert-authority`, null],
    ['is not yet valid', WHO, ['-V', '20250101:20300101'], `${WHO} cert-authority`, null],
    ['is for a host', WHO, ['-h', ...forever], `${WHO} cert-authority`, null],
    ['comes from a key that is no authority', WHO, forever, WHO, null],
    ['comes from an authority that has expired', WHO, forever, `${WHO} cert-authority,valid-before="20240101Z"`, null],
  ])('one that %s', (_, principals, options, line, answer) => {
    const certificate = certify(authority, newKey(), principals, ...options)
    expectBoth(answer, signWith(certificate, MESSAGE), `${line} ${authority.line}\n`)
  })

  it.each(['rsa-2048', 'nistp256', 'nistp521'])('with keys of %s', (name) => {
    const [own, other] = [keyOf(name), keyOf(name)]
    const certificate = certify(own, other, WHO, ...forever)
    expectBoth(WHO, signWith(certificate, MESSAGE), `${WHO} cert-authority ${own.line}\n`)
  })

  it('one from another authority, or altered, is not good', () => {
    const signature = signWith(certify(authority, newKey(), WHO, ...forever), MESSAGE)
    expectBoth(null, signature, `${WHO} cert-authority ${newKey().line}\n`)
    const forged = Buffer.from(bytesOf(signature).toString('latin1').replace('clerk@d', 'clork@d'), 'latin1')
    expectBoth(null, armoured(forged), `clork@depositary.example cert-authority ${authority.line}\n`)
  })
})

describe('signatures that are not in the format', () => {
  const key = newKey()
  const signature = signWith(key.file, MESSAGE)
  const allowed = `${WHO} ${key.line}\n`
  const bytes = bytesOf(signature)

  it('are never good, whichever byte is altered', () => {
    for (let at = 0; at < bytes.length; at++) {
      const altered = Buffer.from(bytes)
      altered[at] = (altered[at] ?? 0) ^ 1
      expect(ask(armoured(altered), MESSAGE, allowed, AT)).toBeNull()
    }
  })

  it('are never good when they end early, or go on', () => {
    for (let length = 0; length < bytes.length; length++) {
      expect(ask(armoured(bytes.subarray(0, length)), MESSAGE, allowed, AT)).toBeNull()
    }
    expectBoth(null, armoured(Buffer.concat([bytes, Buffer.from([0])])), allowed)
  })

  it.each([
    ['in one line', (text: string) => armoured(bytesOf(text), 10_000)],
    ['followed by a line feed', (text: string) => `${text}\n`],
  ])('may be %s', (_, change) => {
    expectBoth(WHO, change(signature), allowed)
  })

  it.each([
    ['without its first line', (text: string) => text.slice(text.indexOf('\n') + 1)],
    ['without its last line', (text: string) => text.replace(/-----END.*\n/, '')],
    ['with other characters', (text: string) => text.replace('U1NIU0', 'U1N!U0')],
    ['empty', () => ''],
    ['of nothing', () => armoured(Buffer.alloc(0))],
  ])('are not good %s', (_, change) => {
    expectBoth(null, change(signature), allowed)
  })
})

function bytesOf(signature: string): Buffer {
  return Buffer.from(signature.replace(/-----.*-----/g, ''), 'base64')
}

function armoured(bytes: Buffer, width = 70): string {
  const lines = bytes.toString('base64').match(new RegExp(`.{1,${width}}`, 'g')) ?? []
  return ['-----BEGIN SSH SIGNATURE-----', ...lines, '-----END SSH SIGNATURE-----', ''].join('\n')
}
