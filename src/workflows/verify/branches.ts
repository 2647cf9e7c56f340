import { proposalPath } from '../../files/index.ts'
import type { Finding } from '../../treaty/index.ts'
import { branchOf } from '../record/proposal-branches.ts'
import type { Audit } from './audit.ts'
import { proposalOf, type RecordFiles } from './record-files.ts'

/** The branch of a circulated proposal still contains the commit that was circulated. Main's record counts in any case. */
export async function keptBranches({ repository, reader }: Audit, files: RecordFiles): Promise<Finding[]> {
  const branches = new Map((await repository.branches('proposal/')).map((branch) => [branch.name, branch]))
  const findings: Finding[] = []
  for (const id of files.proposals.keys()) {
    const frozen = proposalOf(files, reader, id)?.frozen
    const branch = branches.get(branchOf(id))
    if (frozen === undefined || branch === undefined) continue
    if (await repository.isAncestor(frozen.commit, branch.commit)) continue
    findings.push({
      rule: 'verify/branch-rewritten',
      level: 'warning',
      message: `The branch ${branch.name} (${branch.commit.slice(0, 12)}) no longer contains the circulated commit ${frozen.commit.slice(0, 12)}.`,
      hint: `Restore the branch: git branch -f ${branch.name} ${frozen.commit.slice(0, 12)}`,
      at: { file: proposalPath(id) },
    })
  }
  return findings
}
