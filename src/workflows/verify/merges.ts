import type { Finding } from '../../treaty/index.ts'
import { named } from './main-history.ts'
import type { Subject } from './subject.ts'

/** What is merged into main was drafted on it. */
export async function relatedMerges({ repository, main }: Subject): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const { commit } of main.steps) {
    const [first, ...others] = commit.parents
    for (const other of others) {
      if (first === undefined || (await repository.mergeBases(first, other)).length > 0) continue
      findings.push({
        rule: 'verify/unrelated-history',
        level: 'error',
        message: `Commit ${named(commit)} merged ${other.slice(0, 12)}, which shares no history with main.`,
        hint: 'Look where it comes from; undo the merge with git revert -m 1, and draft on main.',
      })
    }
  }
  return findings
}
