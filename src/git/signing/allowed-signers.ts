import { fitsPattern } from '../wildcards.ts'

/**
 * Who may sign: lines of ssh-keygen(1)'s ALLOWED SIGNERS, and for OpenPGP keys, which that format does not know, lines of
 * principals and a fingerprint in the same manner: `clerk@example.org openpgp4fpr:` and its 40 hexadecimal digits.
 */
export interface AllowedSigners {
  /** The lines that ssh-keygen reads. */
  ssh: string
  /** The principals that a line names beside one of these fingerprints; null where none does. */
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
 * Whether principals (`clerk@example.org,*@treaty.example`, ssh_config(5), PATTERNS) name an address. One that `!` takes
 * out is not named, whatever else fits it.
 */
export function namesAddress(principals: string, address: string): boolean {
  const wanted = address.toLowerCase()
  const patterns = principals.toLowerCase().split(',')
  const isTakenOut = patterns.some((pattern) => pattern.startsWith('!') && fitsPattern(pattern.slice(1), wanted))
  return !isTakenOut && patterns.some((pattern) => !pattern.startsWith('!') && fitsPattern(pattern, wanted))
}
