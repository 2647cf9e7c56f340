import type { Context } from '../repository/context.ts'
import type { Folders, SignatureCheck } from '../repository/repository.ts'
import type { Maker } from './allowed-signers.ts'
import { type SignedBytes, signedBytesOf } from './signed-object.ts'

/**
 * Returns whether a commit or annotated tag is signed, and by whom. Signatures with SSH keys are checked here, those with OpenPGP
 * keys by gpg. Nothing that the repository's configuration says takes part.
 * @param allowedSigners a file with lines as AllowedSigner describes
 * @throws GitError not-found when gpg is required and missing
 */
export async function checkSignature(
  { folders, objects }: Context,
  id: string,
  allowedSigners: Uint8Array,
): Promise<SignatureCheck> {
  const signed = signedBytesOf(objects.read(id))
  if (signed === null) return { state: 'none', signer: null }
  const { principalsOf, readAllowedSigners } = await import('./allowed-signers.ts')
  const signers = readAllowedSigners(allowedSigners)
  // Without a line for an OpenPGP key no such signature is good, and gpg is not required.
  const hasOpenPgp = signers.some(({ key }) => 'openpgp' in key)
  const maker = await makerOf(signed, folders, hasOpenPgp)
  if (typeof maker === 'string') return { state: maker, signer: null }
  const signer = principalsOf(signers, maker, signed.time)
  return { state: signer === null ? 'unknown' : 'good', signer }
}

async function makerOf(signed: SignedBytes, folders: Folders, hasOpenPgp: boolean): Promise<Maker | 'bad' | 'unknown'> {
  if (signed.signature.startsWith('-----BEGIN SSH ')) {
    const { checkSshSignature } = await import('./ssh/signature.ts')
    const verdict = checkSshSignature(signed.signature, signed.payload)
    if (verdict.state === 'valid') return { ssh: verdict.key, certificate: verdict.certificate }
    return verdict.state === 'invalid' ? 'bad' : 'unknown'
  }
  if (!signed.signature.startsWith('-----BEGIN PGP ')) return 'bad'
  if (!hasOpenPgp) return 'unknown'
  const { checkOpenPgpSignature } = await import('./openpgp.ts')
  const verdict = checkOpenPgpSignature(signed, folders)
  if (verdict.state === 'valid') return { openpgp: verdict.fingerprints }
  return verdict.state === 'invalid' ? 'bad' : 'unknown'
}
