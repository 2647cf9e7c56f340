import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Configuration } from '../configuration/configuration.ts'
import { GitError } from '../git-error.ts'
import { whilePrompting } from '../repository/terminal-prompt.ts'

/** Makes an armoured signature of an object's bytes. */
export type Sign = (bytes: Buffer) => string

/**
 * How objects of a kind are signed here; null where the configuration asks for no signature (commit.gpgSign, tag.gpgSign).
 * As in git: `gpg.format` ssh or openpgp, `user.signingKey`, `gpg.program` and `gpg.ssh.program`.
 * @throws GitError invalid for a format that is not known or a key that is not named
 */
export function signerFor(kind: 'commit' | 'tag', configuration: Configuration, committer: string): Sign | null {
  if (!configuration.isOn(`${kind}.gpgsign`, false)) return null
  const format = configuration.get('gpg.format') ?? 'openpgp'
  const key = configuration.get('user.signingkey')
  if (format === 'openpgp') {
    const program = configuration.get('gpg.openpgp.program') ?? configuration.get('gpg.program') ?? 'gpg'
    return (bytes) => run(program, ['--status-fd=2', '-bsau', key ?? committer], bytes)
  }
  if (format !== 'ssh') throw cannotSign(`gpg.format ${format} is not supported`)
  if (key === undefined) throw cannotSign('user.signingKey names no key')
  return (bytes) => signBySsh(configuration.get('gpg.ssh.program') ?? 'ssh-keygen', key, bytes)
}

/** A key is a file, or written out (`key::ssh-ed25519 …`), in which case the agent holds its secret half. */
function signBySsh(program: string, key: string, bytes: Buffer): string {
  const literal = /^(?:key::)?((?:ssh|ecdsa|sk)-\S+ .*)$/.exec(key)?.[1]
  if (literal === undefined) {
    return run(program, ['-Y', 'sign', '-n', 'git', '-f', key.replace(/^~(?=\/)/, homedir())], bytes)
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

function run(program: string, args: readonly string[], input: Buffer): string {
  const { status, stdout, stderr, error } = whilePrompting(() => spawnSync(program, args, { input, encoding: 'utf8' }))
  if (status === 0 && stdout.startsWith('-----BEGIN')) return stdout.replace(/\r\n/g, '\n').trimEnd()
  const last = (error?.message ?? stderr.trim().split('\n').at(-1) ?? '').trim()
  throw cannotSign(`${program} made no signature: ${last}`)
}

function cannotSign(why: string): GitError {
  const remedy = 'mend user.signingKey and gpg.format, or turn signing off with `git config commit.gpgSign false`'
  return new GitError('invalid', `the record cannot be signed: ${why}`, remedy)
}

/** A commit's bytes with its signature in the header, as git writes it. */
export function withSignature(commit: Buffer, signature: string): Buffer {
  const text = commit.toString('utf8')
  const end = text.indexOf('\n\n')
  return Buffer.from(`${text.slice(0, end)}\ngpgsig ${signature.replaceAll('\n', '\n ')}${text.slice(end)}`)
}
