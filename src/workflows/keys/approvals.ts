import { approvalsFolder, parseFile } from '../../files/index.ts'
import type { Repository } from '../../git/index.ts'
import type { ApprovalFile } from '../../treaty/index.ts'
import { keysValidAt } from './keys-file.ts'
import type { SignatureChecks } from './who-signed.ts'

/** An act that may need several keys, as approvals name it. */
export type Approvable = Pick<ApprovalFile, 'approves' | 'digest' | 'proposal'>

/** Returns whether a path is that of an approval. */
export function isApprovalPath(path: string): boolean {
  return path.startsWith(`${approvalsFolder}/`) && path.endsWith('.yaml')
}

/** The path of an approval: one for each act and person. */
export function approvalPath({ approves, proposal, digest, by }: ApprovalFile): string {
  const what = [approves, ...(proposal === undefined ? [] : [proposal]), digest.slice('sha256:'.length, 19)]
  const who = by.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  return `${approvalsFolder}/${what.join('-')}-${who.replace(/^-|-$/g, '')}.yaml`
}

/**
 * Returns the commits that recorded approvals of an act, among those that a commit reaches. What an approval became later does not
 * count.
 */
export async function approvalsOf(repository: Repository, commit: string, act: Approvable): Promise<string[]> {
  const found: string[] = []
  for (const path of await repository.at(commit).listFiles(approvalsFolder)) {
    let first: string | null = null
    for await (const { id } of repository.log(commit, { path })) first = id
    if (first !== null && (await approves(repository, first, path, act))) found.push(first)
  }
  return found
}

async function approves(repository: Repository, commit: string, file: string, act: Approvable): Promise<boolean> {
  const bytes = await repository.at(commit).readFile(file)
  const data = bytes === null ? null : parseFile('approval', { file, bytes }).data
  return data !== null && (['approves', 'digest', 'proposal'] as const).every((field) => data[field] === act[field])
}

/**
 * Returns the different signers of an act: its own, and those of its approvals whose keys may still sign at the time of the act.
 * Keys of the same principals count once.
 * @param approvedIn the commits that recorded approvals of it, before it
 */
export async function signersOf(
  checks: SignatureChecks,
  own: string | null,
  approvedIn: readonly string[],
  { keys, time }: { keys: readonly string[]; time: number },
): Promise<string[]> {
  const signers = new Set(own === null ? [] : [own])
  for (const commit of approvedIn) {
    const checked = await Promise.all(keys.map((text) => checks.check(commit, keysValidAt(text, time))))
    const signer = checked.every(({ state }) => state === 'good') ? (checked[0]?.signer ?? null) : null
    if (signer !== null) signers.add(signer)
  }
  return [...signers]
}
