import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { notTrusted } from '../configuration/trusted.ts'
import { GitError } from '../git-error.ts'
import type { Context } from '../repository/context.ts'
import type { SignatureCheck } from '../repository/repository.ts'
import { type AllowedSigners, readAllowedSigners } from './allowed-signers.ts'

const ARMOUR = /^(?:gpgsig )?-----BEGIN (?:SSH|PGP) (?:SIGNATURE|MESSAGE)-----$/m

/**
 * Whether a commit or annotated tag is signed, and by whom. The git program looks at the signature.
 * @param allowedSigners see AllowedSigners; null: git's own configuration decides
 * @throws GitError not-found where a signature is to be looked at and git is not here
 */
export function checkSignature(
  { folders, objects }: Context,
  id: string,
  allowedSigners: Uint8Array | null,
): SignatureCheck {
  const { type, bytes } = objects.read(id)
  if (!ARMOUR.test(bytes.toString('latin1'))) return { state: 'none', signer: null }
  const allowed = allowedSigners === null ? null : readAllowedSigners(allowedSigners)
  const said = withFile(allowed?.ssh ?? null, (file) => {
    const options = file === null ? [] : ['-c', `gpg.ssh.allowedSignersFile=${file}`]
    const args = ['-C', folders.workTree, ...options, `verify-${type === 'tag' ? 'tag' : 'commit'}`, '--raw', id]
    return spawnSync('git', args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } })
  })
  if (said.error) {
    throw new GitError('not-found', 'signatures are looked at by the git program, which is not here', 'install git')
  }
  if (/^fatal: detected dubious ownership/m.test(said.stderr)) throw notTrusted(folders)
  return judge(said.status === 0, `${said.stdout}${said.stderr}`, allowed)
}

function judge(isGood: boolean, said: string, allowed: AllowedSigners | null): SignatureCheck {
  const ssh = /^Good "git" signature for (.+) with \S+ key/m.exec(said)?.[1]
  const pgp = /^\[GNUPG:\] (?:GOODSIG|EXPKEYSIG|REVKEYSIG) \S+ (.+)$/m.exec(said)?.[1]
  if (isGood && ssh === undefined && allowed !== null) return judgeOpenPgp(said, allowed)
  if (isGood) return { state: 'good', signer: ssh ?? pgp ?? null }
  const isUnknown = /No principal matched|NO_PUBKEY|^Good "git" signature with/m.test(said)
  return { state: isUnknown ? 'unknown' : 'bad', signer: ssh ?? pgp ?? null }
}

// That a key is in somebody's keyring says nothing of the record: it must be one of those that are named.
function judgeOpenPgp(said: string, allowed: AllowedSigners): SignatureCheck {
  const [, own = '', primary = ''] = VALID.exec(said) ?? []
  const signer = allowed.ofOpenPgp([own, primary])
  return { state: signer === null ? 'unknown' : 'good', signer }
}

/** The signing key's fingerprint, eight fields, and that of the primary key it belongs to (GnuPG, doc/DETAILS). */
const VALID = /^\[GNUPG:\] VALIDSIG ([0-9A-F]{40})(?: \S+){8} ([0-9A-F]{40})/m

function withFile<Result>(text: string | null, work: (file: string | null) => Result): Result {
  if (text === null) return work(null)
  const folder = mkdtempSync(join(tmpdir(), 'git-signers-'))
  try {
    const file = join(folder, 'allowed_signers')
    writeFileSync(file, text)
    return work(file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
