import { policyPath, serialize } from '../../files/index.ts'
import { AnnexError, didYouMean, nearestNames } from '../../treaty/index.ts'
import { fingerprintOfKey, formatKeyLine, type KeyLine, readKey } from './key-line.ts'
import { type KeyFiles, keyLinesIn, type Policy, policyIn } from './keys-file.ts'

/** A change of the files of keys and policy, and what it does, in the imperative: `list the key of clerk@example.org`. */
export type KeyChange = (before: KeyFiles) => { does: string; after: KeyFiles }

/** A key to list. */
export interface NewKey {
  /** The address that may sign with it. */
  address: string
  /** The content of the file of a public key, or `openpgp4fpr:` and a fingerprint. */
  key: string
  namespaces: string | null
  /** In seconds since 1970; null without a limit. */
  validAfter: number | null
  validBefore: number | null
}

/** Lists a key. @throws AnnexError usage for what is no address or no public key, already-exists for another entry of the key */
export function addedKey({ address, key, ...limits }: NewKey): KeyChange {
  refusePattern(address)
  const read = readKey(key)
  if (read === null) throw notAKey(key)
  const line = formatKeyLine({ principals: [address], isAuthority: false, ...read, ...limits })
  const does = `list the key ${fingerprintOfKey(read)} of ${address}`
  return (before) => {
    const same = keyLinesIn(before.keys).find((each) => fingerprintOfKey(each) === fingerprintOfKey(read))
    if (same !== undefined && sameLimits(same, address, limits)) return { does, after: before }
    if (same !== undefined) throw listedAlready(same)
    const keys = before.keys.replace(/(?<=[^\n])$/, '\n')
    return { does, after: { ...before, keys: `${keys}${line}\n` } }
  }
}

type Limits = Pick<KeyLine, 'namespaces' | 'validAfter' | 'validBefore'>

function sameLimits(line: KeyLine, address: string, limits: Limits): boolean {
  const isSame = (['namespaces', 'validAfter', 'validBefore'] as const).every((field) => line[field] === limits[field])
  return isSame && line.principals.join(',') === address
}

function refusePattern(address: string): void {
  if (/^[^\s@,*?!"#]+@[^\s@,*?!"]+$/.test(address)) return
  const what = /[*?]/.test(address) ? 'a pattern lets one key sign for several people' : 'it is no email address'
  throw new AnnexError(
    'usage',
    `"${address}" cannot be the signer of a key: ${what}`,
    'write one address, for example clerk@example.org',
  )
}

function notAKey(text: string): AnnexError {
  const isPrivate = /PRIVATE KEY/.test(text)
  const message = isPrivate ? 'that is a private key, which nobody else may have' : 'that is not a public key'
  return new AnnexError(
    'usage',
    message,
    'name the file that ends in .pub, or write openpgp4fpr: and 40 hexadecimal digits',
  )
}

function listedAlready(line: KeyLine): AnnexError {
  const message = `the key ${fingerprintOfKey(line)} is listed already, for ${line.principals.join(', ')}`
  const remedy = `remove that entry first: annex keys remove ${fingerprintOfKey(line)}`
  return new AnnexError('already-exists', message, remedy)
}

/**
 * Removes the keys of an address, or the key with a fingerprint.
 * @throws AnnexError not-found, with the nearest; not-allowed where too few keys would be left
 */
export function removedKey(which: string): KeyChange {
  return (before) => {
    const lines = keyLinesIn(before.keys)
    const gone = lines.filter((line) => line.principals.includes(which) || fingerprintOfKey(line) === which)
    if (gone.length === 0) throw notListed(which, lines)
    const removed = new Set(gone.map(({ line }) => line))
    const keys = before.keys.split(/(?<=\n)/).filter((line) => !removed.has(line.replace(/\r?\n$/, '')))
    const after = { ...before, keys: keys.join('') }
    refuseTooFew(after)
    return { does: `remove ${gone.length === 1 ? 'the key' : `${gone.length} keys`} of ${which}`, after }
  }
}

function notListed(which: string, lines: readonly KeyLine[]): AnnexError {
  const names = lines.flatMap((line) => [...line.principals, fingerprintOfKey(line)])
  const meant = didYouMean(nearestNames(which, names))
  return new AnnexError('not-found', `no key of "${which}" is listed`, `${meant} annex keys list shows the keys`.trim())
}

/** Sets how many keys an act needs. @throws AnnexError not-allowed where so many different signers are not listed */
export function changedPolicy(needed: Partial<Policy>): KeyChange {
  return (before) => {
    const policy = { ...policyIn(before), ...needed }
    const text = serialize('policy', { signatures: policy }, Buffer.from(before.policy, 'latin1'))
    const isSame =
      before.policy !== '' && policy.adoption === policyIn(before).adoption && policy.keys === policyIn(before).keys
    const after = { ...before, policy: isSame ? before.policy : Buffer.from(text, 'utf8').toString('latin1') }
    refuseTooFew(after)
    return { does: `need ${policy.adoption} keys for an adoption, ${policy.keys} for a change of keys`, after }
  }
}

/** A policy that nobody can meet would end the record. */
function refuseTooFew(after: KeyFiles): void {
  const signers = new Set(keyLinesIn(after.keys).map(({ principals }) => principals.join(',')))
  const { adoption, keys } = policyIn(after)
  const needed = Math.max(adoption, keys)
  if (signers.size >= needed) return
  const left =
    signers.size === 0 ? 'no key' : `keys of only ${signers.size} ${signers.size === 1 ? 'person' : 'people'}`
  throw new AnnexError(
    'not-allowed',
    `the file of keys would list ${left}, and ${needed} ${needed === 1 ? 'is' : 'are'} needed (${policyPath})`,
    'add another key first: annex keys add ADDRESS FILE.pub',
  )
}
