import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

const folders: string[] = []

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** An empty folder that is gone after all tests of the file. */
function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'annex-keys-'))
  folders.push(folder)
  return folder
}

/** A key pair in files, made by ssh-keygen. */
export interface KeyPair {
  /** The private key's file. */
  file: string
  /** The public key's line, without a comment. */
  line: string
}

export function newKey(type = 'ed25519', ...options: string[]): KeyPair {
  const file = join(emptyFolder(), 'key')
  execFileSync('ssh-keygen', ['-q', '-t', type, ...options, '-N', '', '-C', '', '-f', file])
  return { file, line: readFileSync(`${file}.pub`, 'utf8').trim() }
}

/** Certifies a key, and returns the file to sign with. */
export function certify(authority: KeyPair, { file }: KeyPair, principals: string, ...options: string[]): string {
  const named = principals === '' ? [] : ['-n', principals]
  execFileSync('ssh-keygen', ['-q', '-s', authority.file, '-I', 'a clerk', ...named, ...options, `${file}.pub`], {
    stdio: 'pipe',
  })
  return `${file}-cert.pub`
}

/** Returns the armoured signature that ssh-keygen makes. */
export function signWith(file: string, message: Uint8Array, namespace = 'git', hash = 'sha512'): string {
  const args = ['-q', '-Y', 'sign', '-n', namespace, '-O', `hashalg=${hash}`, '-f', file]
  return execFileSync('ssh-keygen', args, { input: message, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] })
}

/**
 * Returns what ssh-keygen says, asked as git asks it: which principals has the key, and is the signature good for one of them?
 * @param time in seconds since 1970
 */
export function askSshKeygen(signature: string, message: Uint8Array, allowed: string, time: number): string | null {
  const folder = emptyFolder()
  const [file, signers] = [join(folder, 'signature'), join(folder, 'signers')]
  writeFileSync(file, signature)
  writeFileSync(signers, allowed)
  const when = new Date(time * 1000).toISOString().replace(/\..*|[-:T]/g, '')
  const ask = (...args: string[]) =>
    spawnSync('ssh-keygen', ['-Y', ...args, '-f', signers, '-s', file, `-Overify-time=${when}Z`], {
      input: message,
      encoding: 'utf8',
      env: { ...process.env, TZ: 'UTC' },
    })
  const principals = ask('find-principals')
    .stdout.split('\n')
    .filter((line) => line !== '')
  const isGood = (who: string) => ask('verify', '-n', 'git', '-I', who).status === 0
  return principals.some(isGood) ? principals.join(',') : null
}
