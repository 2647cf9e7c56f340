import { apply, merge } from '../amendments/index.ts'
import { checkDocument } from '../rules/index.ts'
import { documentPath, type Repository, readDocument, type Snapshot } from '../store/index.ts'
import type { Conflict, Document, Finding, Frozen, Proposal } from '../treaty/index.ts'
import { dataOf } from './data-of.ts'
import type { TreatyRecord } from './record.ts'

/**
 * What main's text and a proposal's frozen changes come to, merged by entry and judged anew. Where findings are errors, it
 * is not to be adopted.
 */
export async function mergedText(
  repository: Repository,
  record: TreatyRecord,
  proposal: Proposal,
  frozen: Frozen,
): Promise<{ document: Document; findings: Finding[] }> {
  const base = await readSound(repository.at(frozen.base), proposal.document)
  const ours = await readSound(record.snapshot, proposal.document)
  const theirs = apply(base, frozen.changes)
  const merged = merge(base, ours, theirs.document, { seniority: addedByAdopted(record, proposal.document) })
  const conflicts = merged.conflicts.map((conflict) => conflictFinding(conflict, documentPath(proposal.document)))
  const rules = checkDocument(merged.document).filter((finding) => finding.level === 'error')
  return { document: merged.document, findings: [...theirs.findings, ...conflicts, ...rules] }
}

// What was adopted first stands first, where two additions come to one place.
function addedByAdopted(record: TreatyRecord, document: string): string[] {
  const editionNumber = ({ edition = '' }: Proposal) => Number(edition.slice(edition.lastIndexOf('/v') + 2))
  return [...record.proposals.values()]
    .map(({ proposal }) => proposal)
    .filter((proposal) => proposal.document === document && proposal.edition !== undefined)
    .sort((one, other) => editionNumber(one) - editionNumber(other))
    .flatMap(({ frozen }) => frozen?.changes ?? [])
    .flatMap((change) => (change.kind === 'added' ? [change.entry] : []))
}

function conflictFinding({ entry, field, base, ours, theirs }: Conflict, file: string): Finding {
  const text = (words: string | null) => (words === null ? 'nothing' : `"${words}"`)
  return {
    rule: 'law/conflict',
    level: 'error',
    message: `${entry ?? 'The document'}, ${field}: both were changed: from ${text(base)}, main has ${text(ours)}, this proposal ${text(theirs)}.`,
    hint: 'What was sent out counts. Annul one of the two by a proposal of its own, or close this one.',
    at: { file },
  }
}

async function readSound(snapshot: Snapshot, document: string): Promise<Document> {
  return dataOf(await readDocument(snapshot, document), 'annex validate')
}
