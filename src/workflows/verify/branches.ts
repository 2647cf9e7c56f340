import type { Finding } from '../../treaty/index.ts'
import { branchOf } from '../proposal/read-draft.ts'
import type { ProposalHistory } from './proposal-history.ts'
import type { Subject } from './subject.ts'

/** The branch of what was sent out still holds the commit that was. What stands on main counts all the same. */
export async function branchKept({ repository }: Subject, { id, now, file }: ProposalHistory): Promise<Finding[]> {
  const frozen = now?.frozen
  const branch = (await repository.branches(branchOf(id))).find(({ name }) => name === branchOf(id))
  if (frozen === undefined || branch === undefined) return []
  if (await repository.isAncestor(frozen.commit, branch.commit)) return []
  return [
    {
      rule: 'verify/branch-rewritten',
      level: 'warning',
      message: `The branch ${branch.name} (${branch.commit.slice(0, 12)}) no longer holds commit ${frozen.commit.slice(0, 12)}, which was sent out.`,
      hint: `Bring the branch back, for what was sent out counts: git branch -f ${branch.name} ${frozen.commit.slice(0, 12)}`,
      at: { file },
    },
  ]
}
