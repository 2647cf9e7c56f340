import { apply, merge } from '../amendments/index.ts'
import { documentPath, type ReadBefore, type Repository, readDocument, type Snapshot } from '../store/index.ts'
import type { Conflict, Document, Finding, Frozen, Proposal } from '../treaty/index.ts'
import { dataOf } from './data-of.ts'
import { readTreatyText, textFindings } from './treaty-text.ts'

/** As much of main's record as a merge looks at: the files as they stand, and what was adopted before. */
export interface RecordToMergeInto {
  snapshot: Snapshot
  proposals: ReadonlyMap<string, { proposal: Proposal }>
  /** What was read of other versions of the document, where many are merged. */
  readBefore?: ReadBefore
}

/** What main's text and a proposal's frozen changes come to. */
interface Merged {
  document: Document
  findings: Finding[]
}

/**
 * What main's text and a proposal's frozen changes come to, merged by entry and judged anew. Where findings are errors, it
 * is not to be adopted.
 */
export async function mergedText(
  repository: Repository,
  record: RecordToMergeInto,
  proposal: Proposal,
  frozen: Frozen,
): Promise<Merged> {
  const { document, findings } = await mergedDocument(repository, record, proposal, frozen)
  const treaty = await readTreatyText(record.snapshot)
  const rules = textFindings(proposal.document, document, treaty).filter(({ level }) => level === 'error')
  return { document, findings: [...findings, ...rules] }
}

/** The same, not yet judged by the rules: the findings are what could not be merged. */
export async function mergedDocument(
  repository: Repository,
  record: RecordToMergeInto,
  proposal: Proposal,
  frozen: Frozen,
): Promise<Merged> {
  const { snapshot, readBefore } = record
  const base = await readSound(repository.at(frozen.base), proposal.document, readBefore)
  const ours = await readSound(snapshot, proposal.document, readBefore)
  const theirs = apply(base, frozen.changes)
  const merged = merge(base, ours, theirs.document, { seniority: addedByAdopted(record, proposal.document) })
  const conflicts = merged.conflicts.map((conflict) => ({
    ...conflictFinding(conflict, 'main', AFTER_SENDING_OUT),
    at: { file: documentPath(proposal.document) },
  }))
  return { document: merged.document, findings: [...theirs.findings, ...conflicts] }
}

/** The entries that adopted proposals added, in order: what was adopted first stands first, where two come to one place. */
export function addedByAdopted(record: RecordToMergeInto, document: string): string[] {
  const editionNumber = ({ edition = '' }: Proposal) => Number(edition.slice(edition.lastIndexOf('/v') + 2))
  return [...record.proposals.values()]
    .map(({ proposal }) => proposal)
    .filter((proposal) => proposal.document === document && proposal.edition !== undefined)
    .sort((one, other) => editionNumber(one) - editionNumber(other))
    .flatMap(({ frozen }) => frozen?.changes ?? [])
    .flatMap((change) => (change.kind === 'added' ? [change.entry] : []))
}

/** What to do about a conflict while the text may still change, and after it was sent out. */
export const WHILE_DRAFT = 'Merge main into the branch, and draft this change on the text as it is now.'
export const AFTER_SENDING_OUT =
  'What was sent out counts. Annul one of the two by a proposal of its own, or close this one.'

/** One conflict, as a finding. @param other what has `ours` @param hint what to do about it */
export function conflictFinding(
  { entry, field, language, base, ours, theirs }: Conflict,
  other: string,
  hint: string,
): Finding {
  const text = (words: string | null) => (words === null ? 'nothing' : `"${words}"`)
  const where = `${entry ?? 'The document'}, ${field}${language === null ? '' : ` (${language})`}`
  return {
    rule: 'law/conflict',
    level: 'error',
    message: `${where}: both were changed: from ${text(base)}, ${other} has ${text(ours)}, this proposal ${text(theirs)}.`,
    hint,
  }
}

async function readSound(snapshot: Snapshot, document: string, before?: ReadBefore): Promise<Document> {
  return dataOf(await readDocument(snapshot, document, before), 'annex validate')
}
