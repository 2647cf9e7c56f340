import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { notTrusted } from '../configuration/configuration.ts'
import { GitError } from '../git-error.ts'
import type { Context } from '../repository/context.ts'
import type { SignatureCheck } from '../repository/repository.ts'
import { fitsPattern } from '../wildcards.ts'

const ARMOUR = /^(?:gpgsig )?-----BEGIN (?:SSH|PGP) (?:SIGNATURE|MESSAGE)-----$/m

/**
 * Returns whether a commit or annotated tag is signed, and by whom. The git program checks the signature.
 * @param allowedSigners see AllowedSigners; null: git's own configuration decides
 * @throws GitError not-found when the object is signed and the git program is missing
 */
export function checkSignature(
  { folders, objects }: Context,
  id: string,
  allowedSigners: Uint8Array | null,
): SignatureCheck {
  const { type, bytes } = objects.read(id)
  if (!ARMOUR.test(bytes.toString('latin1'))) return { state: 'none', signer: null }
  const allowed = allowedSigners === null ? null : readAllowedSigners(allowedSigners)
  const output = withFile(allowed?.ssh ?? null, (file) => {
    const options = file === null ? [] : ['-c', `gpg.ssh.allowedSignersFile=${file}`]
    const args = ['-C', folders.workTree, ...options, `verify-${type === 'tag' ? 'tag' : 'commit'}`, '--raw', id]
    return spawnSync('git', args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } })
  })
  if (output.error) {
    throw new GitError('not-found', 'checking signatures requires the git program, which was not found', 'install git')
  }
  if (/^fatal: detected dubious ownership/m.test(output.stderr)) throw notTrusted(folders)
  return judge(output.status === 0, `${output.stdout}${output.stderr}`, allowed)
}

function judge(isGood: boolean, said: string, allowed: AllowedSigners | null): SignatureCheck {
  const ssh = /^Good "git" signature for (.+) with \S+ key/m.exec(said)?.[1]
  const pgp = /^\[GNUPG:\] (?:GOODSIG|EXPKEYSIG|REVKEYSIG) \S+ (.+)$/m.exec(said)?.[1]
  if (isGood && ssh === undefined && allowed !== null) return judgeOpenPgp(said, allowed)
  if (isGood) return { state: 'good', signer: ssh ?? pgp ?? null }
  const isUnknown = /No principal matched|NO_PUBKEY|^Good "git" signature with/m.test(said)
  return { state: isUnknown ? 'unknown' : 'bad', signer: ssh ?? pgp ?? null }
}

// A key in the user's keyring is not enough: the allowed signers must name it.
function judgeOpenPgp(said: string, allowed: AllowedSigners): SignatureCheck {
  const [, own = '', primary = ''] = VALID.exec(said) ?? []
  const signer = allowed.ofOpenPgp([own, primary])
  return { state: signer === null ? 'unknown' : 'good', signer }
}

/** The signing key's fingerprint, eight fields, and its primary key's fingerprint (GnuPG, doc/DETAILS). */
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

/**
 * The allowed signers: lines of ssh-keygen(1)'s ALLOWED SIGNERS. That format has no OpenPGP keys, so these have lines of the
 * same form with principals and a fingerprint: `clerk@example.org openpgp4fpr:` and its 40 hexadecimal digits.
 */
interface AllowedSigners {
  /** The lines that ssh-keygen reads. */
  ssh: string
  /** Returns the principals of the line with one of these fingerprints; null if no line has one. */
  ofOpenPgp(fingerprints: readonly string[]): string | null
}

const OPENPGP = /^\s*(\S+)\s+openpgp4fpr:([0-9a-f]{40})\s*(?:#.*)?$/i

function readAllowedSigners(bytes: Uint8Array): AllowedSigners {
  const lines = new TextDecoder().decode(bytes).split('\n')
  const principals = new Map<string, string>()
  for (const line of lines) {
    const [, who = '', fingerprint = ''] = OPENPGP.exec(line) ?? []
    if (who !== '') principals.set(fingerprint.toUpperCase(), who)
  }
  return {
    ssh: lines.filter((line) => !OPENPGP.test(line)).join('\n'),
    ofOpenPgp: (fingerprints) =>
      fingerprints.map((each) => principals.get(each.toUpperCase())).find((who) => who !== undefined) ?? null,
  }
}

/**
 * Returns whether principals (`clerk@example.org,*@treaty.example`, ssh_config(5), PATTERNS) name an address. An
 * address that a pattern with `!` matches is excluded.
 */
export function namesAddress(principals: string, address: string): boolean {
  const wanted = address.toLowerCase()
  const patterns = principals.toLowerCase().split(',')
  const isExcluded = patterns.some((pattern) => pattern.startsWith('!') && fitsPattern(pattern.slice(1), wanted))
  return !isExcluded && patterns.some((pattern) => !pattern.startsWith('!') && fitsPattern(pattern, wanted))
}
