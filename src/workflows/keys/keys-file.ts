import { keysPath, parseFile, policyPath } from '../../files/index.ts'
import type { Snapshot } from '../../git/index.ts'
import { digestOf, type PolicyFile } from '../../treaty/index.ts'
import { dataOf } from '../record/sound-files.ts'
import { formatKeyLine, isValidAt, type KeyLine, readKeyLine } from './key-line.ts'

/** How many keys an adoption and a change of keys need. */
export type Policy = Required<PolicyFile['signatures']>

/** Returns the policy in force where a file says `signatures`. What it does not name needs one key. */
export function policyFrom(file: PolicyFile | null): Policy {
  return { adoption: 1, keys: 1, ...file?.signatures }
}

/** The files of keys and policy of one commit, as text; empty without the file. */
export interface KeyFiles {
  keys: string
  policy: string
}

export async function readKeyFiles(snapshot: Snapshot): Promise<KeyFiles> {
  const [keys, policy] = await Promise.all([keysPath, policyPath].map((path) => snapshot.readFile(path)))
  return { keys: asText(keys), policy: asText(policy) }
}

/** Every byte becomes one character, so that no two files have one text. */
function asText(bytes: Uint8Array | null | undefined): string {
  return Buffer.from(bytes ?? new Uint8Array()).toString('latin1')
}

/** Returns the policy in these files. @throws AnnexError invalid if it cannot be read */
export function policyIn({ policy }: KeyFiles): Policy {
  if (policy === '') return policyFrom(null)
  const parsed = parseFile('policy', { file: policyPath, bytes: Buffer.from(policy, 'latin1') })
  return policyFrom(dataOf(parsed, 'annex validate --at main'))
}

/** The same; where the policy cannot be read, one key for each act. */
export function policyOrDefault({ policy }: KeyFiles): Policy {
  return policyFrom(parseFile('policy', { file: policyPath, bytes: Buffer.from(policy, 'latin1') }).data)
}

/** The digest that approvals of a change of keys name: that of both files after it. */
export function digestOfKeys({ keys, policy }: KeyFiles): string {
  return digestOf({ keys, policy })
}

/** Returns the lines of a file of keys that list a key. */
export function keyLinesIn(text: string): KeyLine[] {
  return text
    .split(/\r?\n/)
    .map(readKeyLine)
    .filter((line) => line !== null)
}

/** Returns the numbers of the lines, from 1, that are neither empty, nor a comment, nor a key. */
export function unreadableLines(text: string): number[] {
  return text
    .split(/\r?\n/)
    .flatMap((line, index) =>
      line.trim() === '' || /^\s*#/.test(line) || readKeyLine(line) !== null ? [] : [index + 1],
    )
}

/** Returns a file with the keys that may sign at a time. */
export function keysValidAt(text: string, time: number): string {
  const valid = keyLinesIn(text).filter((line) => isValidAt(line, time))
  return valid.map(({ line }) => `${line}\n`).join('')
}

/** Returns a file with the same keys without the limits of time. */
export function withoutTimeLimits(text: string): string {
  const unlimited = keyLinesIn(text).map((line) => formatKeyLine({ ...line, validAfter: null, validBefore: null }))
  return unlimited.map((line) => `${line}\n`).join('')
}
