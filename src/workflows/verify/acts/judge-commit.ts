import { keysPath, partiesPath, policyPath, readingsPath, rulesPath } from '../../../files/index.ts'
import type { TreeDifference } from '../../../git/index.ts'
import type { Finding } from '../../../treaty/index.ts'
import { isSlug } from '../../../treaty/index.ts'
import { isApprovalPath } from '../../keys/approvals.ts'
import { type Act, type Audit, about, revert } from '../audit.ts'
import { isPlainFile } from '../file-reader.ts'
import { documentIn, isEventPath, proposalFileIn, proposalIn } from '../record-files.ts'
import { judgeDocument } from './document.ts'
import { judgeEvent } from './event.ts'
import { judgeApproval, judgeKeys, judgePolicy } from './keys.ts'
import { judgeProposal } from './proposal.ts'
import { judgeReadings } from './readings.ts'
import { judgeRegister } from './register.ts'

/** Files in `annexes/` that anybody with write access may change: nothing that binds a Party depends on them. */
const UPKEEP: ReadonlySet<string> = new Set(['annexes/CHANGELOG.md', 'annexes/README.md'])

/**
 * Checks a commit of main by its changes, not by its message. Each file of the record belongs to an act: events, proposals, the
 * register, the readings, the keys, the documents. A change that belongs to no act is a finding.
 */
export async function judgeCommit(audit: Audit, act: Act): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const change of act.main.changes) findings.push(...(await judgeChange(audit, act, change)))
  return findings
}

async function judgeChange(audit: Audit, act: Act, change: TreeDifference): Promise<Finding[]> {
  const { path, after } = change
  if (after !== null && !isPlainFile(after)) {
    const hint = 'Replace it with a regular file, and commit that.'
    return [about(act.main, 'verify/plain-file', `made ${path} a symbolic link or a submodule`, hint, path)]
  }
  if (UPKEEP.has(path)) return []
  if (path === keysPath) return judgeKeys(audit, act, change)
  if (path === policyPath) return judgePolicy(audit, act, change)
  if (isApprovalPath(path)) return judgeApproval(audit, act, change)
  const proposal = proposalIn(path)
  if (proposal !== null && isSlug(proposal)) {
    if (isEventPath(path)) return judgeEvent(audit, act, change)
    if (proposalFileIn(path) !== null) return judgeProposal(audit, act, change)
  }
  if (path === partiesPath) return judgeRegister(audit, act, change)
  if (path === readingsPath) return judgeReadings(audit, act, change)
  const document = documentIn(path)
  if (document !== null) return judgeDocument(audit, act, change, document)
  return otherFile(act, change)
}

/** Files that do not affect the law, but that people or editors rely on. */
function otherFile({ main }: Act, { path, before: was, after }: TreeDifference): Finding[] {
  const isBeginning = main.parents.length === 0
  if (path.startsWith('schemas/')) {
    const said = `changed the schema ${path}`
    return isBeginning
      ? []
      : [about(main, 'verify/schema-changed', said, 'Compare it with the schemas of annex init.', path, 'note')]
  }
  if (path === rulesPath) {
    const said = 'changed the severity of rules'
    return isBeginning
      ? []
      : [about(main, 'verify/rules-changed', said, 'Check which findings it hides: git show the commit.', path, 'note')]
  }
  if (path === 'annexes/convention.txt') {
    if (was === null) return []
    const hint = `Put it back: ${revert(main)}: the Convention's text changes only by amendment.`
    return [about(main, 'verify/convention-changed', "changed the Convention's text", hint, path)]
  }
  if (after === null) return []
  const hint = `Remove it with git rm ${path}, or move it out of annexes/: the program does not read it there.`
  return [about(main, 'verify/unknown-file', `added ${path}, which is not a file of the record`, hint, path, 'warning')]
}
