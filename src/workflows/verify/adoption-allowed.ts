import { decide } from '../../law/index.ts'
import { type Finding, LAST_DAY } from '../../treaty/index.ts'
import { adoptedAsOf, MAY_BE_ADOPTED } from '../proposal/adopt-proposal.ts'
import { readRecordAt, situationOf } from '../record/treaty-record.ts'
import { named } from './main-history.ts'
import type { Adoption } from './proposal-history.ts'
import type { Subject } from './subject.ts'

/** An adoption stands on a record by which the law allowed it: none of a proposal that was withdrawn before, or stopped. */
export async function allowedAdoptions(subject: Subject): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const adoption of subject.adoptions) findings.push(...(await notAllowed(subject, adoption)))
  return findings
}

async function notAllowed({ repository }: Subject, { proposal, step, edition }: Adoption): Promise<Finding[]> {
  const id = proposal.proposal
  if (step.parent === null || proposal.frozen === undefined) return []
  const record = await readRecordAt({ id: step.parent, files: repository.at(step.parent) }, id)
  if (!record.proposals.has(id)) return []
  const asOf = adoptedAsOf(step.commit.message)
  // A commit that does not say on which day the law was asked is held against what ends a proposal on whatever day.
  const { status, because } = decide(situationOf(record, id), asOf ?? LAST_DAY, { divergences: false })
  if (asOf === null ? status !== 'closed' : MAY_BE_ADOPTED.includes(status)) return []
  const why = because.at(-1)
  const on = asOf === null ? '' : ` on ${asOf}`
  return [
    {
      rule: 'verify/adoption-allowed',
      level: 'error',
      message: `Commit ${named(step.commit)} records ${edition} as adopted, and by the record that it stands on "${id}" was ${status}${on}${why === undefined ? '' : `: ${why.says}`}`,
      hint: 'Take this one back with git revert: the law did not let it be adopted.',
      at: { file: `annexes/proposals/${id}/proposal.yaml` },
    },
  ]
}
