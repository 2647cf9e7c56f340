import { documentPath } from '../../files/index.ts'
import { diff } from '../../text/index.ts'
import type { Finding } from '../../treaty/index.ts'
import { mergedDocument } from '../proposal/merged-text.ts'
import { changedEntries } from './document-edited.ts'
import { named } from './main-history.ts'
import type { Adoption } from './proposal-history.ts'
import type { Subject } from './subject.ts'

/** Each adopted edition is main's text before, merged with the changes that were sent out: nothing more, nothing less. */
export async function adoptedTexts(subject: Subject): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const [index, adoption] of subject.adoptions.entries()) {
    findings.push(...(await adoptedText(subject, adoption, subject.adoptions.slice(0, index))))
  }
  return findings
}

async function adoptedText(subject: Subject, adoption: Adoption, before: readonly Adoption[]): Promise<Finding[]> {
  const { repository, documentAt, itemCache } = subject
  const { proposal, step, edition } = adoption
  if (proposal.frozen === undefined || step.parent === null) return [notMerged(adoption)]
  const record = {
    snapshot: repository.at(step.parent),
    itemCache,
    proposals: new Map(before.map((earlier) => [earlier.proposal.proposal, earlier])),
  }
  const due = await mergedDocument(repository, record, proposal, proposal.frozen)
  const data = await documentAt(step.commit.id, proposal.document)
  const changes = data === null ? [] : diff(due.document, data)
  const merge = step.commit.parents.length === 2 && step.commit.parents[1] === proposal.frozen.commit
  const differs: Finding = {
    rule: 'verify/adoption-text',
    level: 'error',
    message: `Edition ${edition}, commit ${named(step.commit)}, is not main's text with the frozen changes: ${changedEntries(changes)}.`,
    hint: 'Put right what differs, by a proposal of its own: what was sent out counts.',
    at: { file: documentPath(proposal.document) },
  }
  return [...(merge ? [] : [notMerged(adoption)]), ...(changes.length === 0 ? [] : [differs])]
}

function notMerged({ proposal, step, edition }: Adoption): Finding {
  const sentOut = proposal.frozen === undefined ? 'any text sent out' : proposal.frozen.commit.slice(0, 12)
  return {
    rule: 'verify/adoption-merge',
    level: 'error',
    message: `Commit ${named(step.commit)} records ${edition} as adopted, and is no merge of main with ${sentOut}.`,
    hint: 'Take this one back with git revert, and adopt the proposal: an edition comes by annex proposal adopt.',
    at: { file: `annexes/proposals/${proposal.proposal}/proposal.yaml` },
  }
}
