import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Configuration } from '../configuration/configuration.ts'
import { GitError } from '../git-error.ts'
import { programEnvironment, requireProgram } from '../programs/find-program.ts'
import type { Folders } from '../repository/repository.ts'
import { whilePrompting } from '../repository/terminal-prompt.ts'

/** Returns an armoured signature of an object's bytes. */
export type Sign = (bytes: Buffer) => string

/**
 * Returns how objects of a kind are signed; null if they are not (commit.gpgSign, tag.gpgSign). As in git: `gpg.format` ssh or
 * openpgp, `user.signingKey`, `gpg.program` and `gpg.ssh.program`.
 * @throws GitError invalid for an unknown format or a missing key, not-allowed for a program that the repository names
 */
export function signerFor(
  kind: 'commit' | 'tag',
  configuration: Configuration,
  committer: string,
  folders: Folders,
): Sign | null {
  if (!configuration.isOn(`${kind}.gpgsign`, false)) return null
  const format = configuration.get('gpg.format') ?? 'openpgp'
  const key = configuration.get('user.signingkey')
  if (format === 'openpgp') {
    const name = configuration.get('gpg.openpgp.program') ?? configuration.get('gpg.program') ?? 'gpg'
    return (bytes) => run(signingProgram(name, folders), ['--status-fd=2', '-bsau', key ?? committer], bytes)
  }
  if (format !== 'ssh') throw cannotSign(`gpg.format ${format} is not supported`)
  if (key === undefined) throw cannotSign('user.signingKey is not set')
  const name = configuration.get('gpg.ssh.program') ?? 'ssh-keygen'
  return (bytes) => signBySsh(signingProgram(name, folders), key, bytes)
}

interface SigningProgram {
  path: string
  environment: NodeJS.ProcessEnv
}

/** A name is looked up; a path is taken as it is. */
function signingProgram(name: string, folders: Folders): SigningProgram {
  const path = /[\\/]/.test(name) ? withHome(name) : requireProgram(name, 'signing', folders)
  return { path, environment: programEnvironment(folders) }
}

function withHome(path: string): string {
  return path.replace(/^~(?=\/)/, homedir())
}

/** A key is a file, or a public key (`key::ssh-ed25519 …`) whose private key is in the agent. */
function signBySsh(program: SigningProgram, key: string, bytes: Buffer): string {
  const literal = /^(?:key::)?((?:ssh|ecdsa|sk)-\S+ .*)$/.exec(key)?.[1]
  if (literal === undefined) {
    return run(program, ['-Y', 'sign', '-n', 'git', '-f', withHome(key)], bytes)
  }
  const folder = mkdtempSync(join(tmpdir(), 'git-key-'))
  try {
    const file = join(folder, 'key.pub')
    writeFileSync(file, `${literal}\n`, { mode: 0o600 })
    return run(program, ['-Y', 'sign', '-n', 'git', '-U', '-f', file], bytes)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function run({ path, environment }: SigningProgram, args: readonly string[], input: Buffer): string {
  const options = { input, encoding: 'utf8', env: environment } as const
  const { status, stdout, stderr, error } = whilePrompting(() => spawnSync(path, args, options))
  if (status === 0 && stdout.startsWith('-----BEGIN')) return stdout.replace(/\r\n/g, '\n').trimEnd()
  const last = (error?.message ?? stderr.trim().split('\n').at(-1) ?? '').trim()
  throw cannotSign(`${basename(path)} made no signature: ${last}`)
}

function cannotSign(why: string): GitError {
  const remedy = 'correct user.signingKey and gpg.format, or turn signing off with `git config commit.gpgSign false`'
  return new GitError('invalid', `signing failed: ${why}`, remedy)
}

/** Returns a commit's bytes with its signature in the header, as git writes it. */
export function withSignature(commit: Buffer, signature: string): Buffer {
  const text = commit.toString('utf8')
  const end = text.indexOf('\n\n')
  return Buffer.from(`${text.slice(0, end)}\ngpgsig ${signature.replaceAll('\n', '\n ')}${text.slice(end)}`)
}
