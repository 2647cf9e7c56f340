import type { Repository } from '../../git/index.ts'
import { AnnexError, type Finding } from '../../treaty/index.ts'
import { auditSince } from '../verify/audit-since.ts'
import { verifySignatures } from '../verify/keys/signatures.ts'

/**
 * Audits what a server added to main, before any of it enters the clone. A main that does not continue what the clone remembers is
 * not audited: the sync refuses it, and names what is missing.
 * @param incoming the repository as the server has it
 * @throws AnnexError not-allowed with the first error
 */
export async function auditIncoming(repository: Repository, incoming: Repository): Promise<void> {
  const tip = await mainOf(incoming)
  if (tip === null) return
  const [known, ours] = [await repository.knownMain(), await mainOf(repository)]
  if (known !== null && (await incoming.departure(known, tip)) !== null) return
  const since = await lastBelieved(incoming, tip, known, ours)
  if (since === tip) return
  const judged = await auditSince(incoming, { tip, since })
  const signatures = await verifySignatures(judged.audit)
  const errors = [...judged.findings, ...signatures.findings].filter(({ level }) => level === 'error')
  if (errors.length > 0) throw refused(repository, tip, errors)
}

async function mainOf(repository: Repository): Promise<string | null> {
  const branches = await repository.branches(repository.mainBranch)
  return branches.find(({ name }) => name === repository.mainBranch)?.commit ?? null
}

/** Returns the last commit of main that this clone has or remembers; null if the server's main shares no history with it. */
async function lastBelieved(
  incoming: Repository,
  tip: string,
  known: string | null,
  ours: string | null,
): Promise<string | null> {
  let last: string | null = null
  for (const each of [known, ours]) {
    if (each === null || !(await incoming.isAncestor(each, tip))) continue
    if (last === null || (await incoming.isAncestor(last, each))) last = each
  }
  if (last !== null || ours === null) return last
  return (await incoming.mergeBases(ours, tip))[0] ?? null
}

function refused({ mainBranch }: Repository, tip: string, errors: readonly Finding[]): AnnexError {
  const first = errors[0]?.message.replace(/\.$/, '') ?? ''
  const others = errors.length === 1 ? '' : ` (and ${errors.length - 1} more)`
  return new AnnexError(
    'not-allowed',
    `the server's ${mainBranch} (${tip.slice(0, 12)}) does not pass the audit: ${first}${others}`,
    `nothing was changed; ask the author to put it right on the server; to see everything, run git fetch, then annex verify --accept ${tip}, which also accepts it`,
  )
}
