import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { programEnvironment, requireProgram } from '../programs/find-program.ts'
import type { Folders } from '../repository/repository.ts'
import type { SignedBytes } from './signed-object.ts'

/** What gpg says of a signature: the fingerprints of the signing key and its primary key, if it is valid. */
export type OpenPgpVerdict =
  | { state: 'valid'; fingerprints: string[] }
  | { state: 'invalid' }
  /** The key is not in the user's keyring. */
  | { state: 'no-key' }

/**
 * Checks a signature with the program gpg and the user's keyring. No key is fetched from a server.
 * @throws GitError not-found without gpg
 */
export function checkOpenPgpSignature(signed: SignedBytes, folders: Folders): OpenPgpVerdict {
  const gpg = requireProgram('gpg', 'checking OpenPGP signatures', folders)
  const folder = mkdtempSync(join(tmpdir(), 'git-signature-'))
  try {
    const file = join(folder, 'signature')
    writeFileSync(file, `${signed.signature}\n`, 'latin1')
    const args = [
      ...'--batch --no-tty --no-auto-key-retrieve --disable-dirmngr --status-fd=1 --verify'.split(' '),
      file,
      '-',
    ]
    const options = {
      input: signed.payload,
      encoding: 'latin1',
      env: programEnvironment(folders),
      cwd: folder,
    } as const
    return judge(statusLines(spawnSync(gpg, args, options).stdout ?? ''), signed.time)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type StatusLines = readonly (readonly string[])[]

/** Returns the words of each status line (GnuPG, doc/DETAILS). */
function statusLines(output: string): StatusLines {
  return [...output.matchAll(/^\[GNUPG:\] (.*)$/gm)].map(([, line = '']) => line.trim().split(' '))
}

const RESULTS = ['GOODSIG', 'BADSIG', 'ERRSIG', 'EXPSIG', 'EXPKEYSIG', 'REVKEYSIG']

/**
 * One signature must be there, by a key that was valid when it signed. A key that has expired since keeps the signatures that
 * it made before: a record is read for decades.
 */
function judge(lines: StatusLines, time: number): OpenPgpVerdict {
  const results = lines.map(([word = '']) => word).filter((word) => RESULTS.includes(word))
  if (results.length !== 1) return { state: 'invalid' }
  if (results[0] === 'ERRSIG') return { state: lines.some(([word]) => word === 'NO_PUBKEY') ? 'no-key' : 'invalid' }
  const [, own = '', , made = '', , , , , , , primary = own] = lines.find(([word]) => word === 'VALIDSIG') ?? []
  const expiries = lines.filter(([word]) => word === 'KEYEXPIRED').map(([, day]) => Number(day))
  const wasValid = Math.max(time, Number(made)) < Math.min(...expiries)
  const isGood = results[0] === 'GOODSIG' || (results[0] === 'EXPKEYSIG' && wasValid)
  return isGood && own !== '' ? { state: 'valid', fingerprints: [own, primary] } : { state: 'invalid' }
}
