import { keysPath, policyPath } from '../../files/index.ts'
import type { Repository } from '../../git/index.ts'
import { recordOnMain } from '../record/record-on-main.ts'
import type { Approvable } from './approvals.ts'
import type { KeyChange } from './key-changes.ts'
import type { KeyLine } from './key-line.ts'
import { digestOfKeys, keyLinesIn, type Policy, policyIn, readKeyFiles } from './keys-file.ts'
import { plannedApproval } from './planned-approval.ts'

/** The keys on main, and how many of them an act needs. */
export interface ListedKeys {
  keys: KeyLine[]
  policy: Policy
}

export interface ChangedKeys extends ListedKeys {
  /** Null if nothing changes. */
  commit: string | null
  /** The digest of the files of keys and policy after the change. */
  digest: string
}

/** Reads the keys that main lists. @throws AnnexError invalid for a policy that cannot be read */
export async function listKeys(repository: Repository): Promise<ListedKeys> {
  const files = await readKeyFiles(repository.at(await repository.tipOf(repository.mainBranch)))
  return { keys: keyLinesIn(files.keys), policy: policyIn(files) }
}

/**
 * Makes a change of keys on main, or records the approval of it.
 * @throws AnnexError not-allowed where the commit is not signed by a key that was good before, or needs more keys
 */
export async function changeKeys(repository: Repository, change: KeyChange, isApproval: boolean): Promise<ChangedKeys> {
  const { email } = repository.identity()
  const { commit, digest, after } = await recordOnMain(
    repository,
    async ({ snapshot }) => {
      const before = await readKeyFiles(snapshot)
      const { does, after } = change(before)
      const digest = digestOfKeys(after)
      const files = new Map(
        [[keysPath, before.keys, after.keys] as const, [policyPath, before.policy, after.policy] as const]
          .filter(([, was, is]) => was !== is)
          .map(([path, , is]) => [path, Buffer.from(is, 'latin1')]),
      )
      const act: Approvable = { approves: 'keys', digest }
      const plan = { digest, after, findings: [] }
      if (isApproval && files.size > 0) {
        return { ...plan, ...(await plannedApproval(snapshot, act, `a change of keys: ${does}`, email)) }
      }
      return { ...plan, files, message: `${does.charAt(0).toUpperCase()}${does.slice(1)}\n\nDigest: ${digest}\n`, act }
    },
    { remedy: 'look at annex keys list, then run the command again' },
  )
  return { commit, digest, keys: keyLinesIn(after.keys), policy: policyIn(after) }
}
