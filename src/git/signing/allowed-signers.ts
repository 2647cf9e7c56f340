import { fitsPattern } from '../wildcards.ts'

/**
 * The allowed signers: lines of ssh-keygen(1)'s ALLOWED SIGNERS. That format has no OpenPGP keys, so these have lines of the
 * same form with principals and a fingerprint: `clerk@example.org openpgp4fpr:` and its 40 hexadecimal digits.
 */
export interface AllowedSigners {
  /** The lines that ssh-keygen reads. */
  ssh: string
  /** Returns the principals of the line with one of these fingerprints; null when no line has one. */
  ofOpenPgp(fingerprints: readonly string[]): string | null
}

const OPENPGP = /^\s*(\S+)\s+openpgp4fpr:([0-9a-f]{40})\s*(?:#.*)?$/i

export function readAllowedSigners(bytes: Uint8Array): AllowedSigners {
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
