import { type Comments, documentPath, type ItemCache, readDocument } from '../../files/index.ts'
import type { Repository, Snapshot } from '../../git/index.ts'
import { type AlignedMerge, apply, givenNumbers, mergeAligned } from '../../text/index.ts'
import type { Change, Conflict, Document, Finding, Frozen, GivenNumber, Proposal } from '../../treaty/index.ts'
import { readTreatyText, textFindings } from '../documents/treaty-text.ts'
import { commentsOfMerged } from '../merging/merge-comments.ts'
import { editionNumber } from '../record/editions-and-branches.ts'
import { dataOf } from '../record/sound-files.ts'
import { afterSendingOut, asHint, conflictFinding, sideOfMain } from './conflict-finding.ts'

/** The part of main's record that a merge reads: the files, and the proposals with their editions. */
export interface RecordToMergeInto {
  snapshot: Snapshot
  proposals: ReadonlyMap<string, { proposal: Proposal }>
  /** What was read of other versions of the document, when many are merged. */
  itemCache?: ItemCache
}

/**
 * Returns what to do so that a proposal can be adopted whose text conflicts with what was adopted after it was drafted; null if
 * it has no conflict.
 */
export async function wayToAdopt(
  repository: Repository,
  record: RecordToMergeInto,
  proposal: Proposal,
  frozen: Frozen,
): Promise<string | null> {
  const [conflict] = (await mergeOf(repository, record, proposal, frozen)).conflicts
  return conflict === undefined ? null : afterSendingOut(proposal.proposal, adoptedCauseOf(record, conflict), true)
}

interface Merged {
  document: Document
  /** Entries to which the merge gave another number than the circulated text prints. */
  numbers: GivenNumber[]
  findings: Finding[]
  merged: AlignedMerge
}

/**
 * Merges a proposal's frozen changes into main's text by entry, and applies the rules to the result. It must not be adopted when
 * a finding is an error.
 */
export async function mergedText(
  repository: Repository,
  record: RecordToMergeInto,
  proposal: Proposal,
  frozen: Frozen,
): Promise<Merged> {
  const merged = await mergedDocument(repository, record, proposal, frozen)
  const treaty = await readTreatyText(record.snapshot)
  const rules = textFindings(proposal.document, merged.document, treaty).filter(({ level }) => level === 'error')
  return { ...merged, findings: [...merged.findings, ...rules] }
}

/** Merges the same without applying the rules: the findings are only the conflicts and the changes that do not apply. */
export async function mergedDocument(
  repository: Repository,
  record: RecordToMergeInto,
  proposal: Proposal,
  frozen: Frozen,
): Promise<Merged> {
  const merged = await mergeOf(repository, record, proposal, frozen)
  const conflicts = merged.conflicts.map((conflict) => {
    const by = adoptedCauseOf(record, conflict)
    const hint = asHint(afterSendingOut(proposal.proposal, by, true))
    const sides = { ours: sideOfMain(by), theirs: proposal.proposal }
    return { ...conflictFinding(conflict, sides, hint), at: { file: documentPath(proposal.document) } }
  })
  const { document, numbers } = merged
  return { document, numbers, findings: [...merged.findings, ...conflicts], merged }
}

async function mergeOf(repository: Repository, record: RecordToMergeInto, proposal: Proposal, frozen: Frozen) {
  const { snapshot, itemCache } = record
  const base = await readSound(repository.at(frozen.base), proposal.document, itemCache)
  const ours = await readSound(snapshot, proposal.document, itemCache)
  const theirs = apply(base, frozen.changes)
  const three = { base, ours, theirs: theirs.document }
  const merged = mergeAligned(three, { seniority: addedByAdopted(record, proposal.document) })
  const numbers = givenNumbers({ base, text: theirs.document }, ours, merged.document)
  return { ...merged, numbers, findings: theirs.findings }
}

/** Returns the comments of an adopted document's file: those of main, of the text that was sent out, and of the text before both. */
export async function adoptedComments(
  repository: Repository,
  record: RecordToMergeInto,
  { document }: Proposal,
  { frozen, merged }: { frozen: Frozen; merged: AlignedMerge },
): Promise<Comments> {
  const path = documentPath(document)
  const read = async (snapshot: Snapshot) => (await snapshot.readFile(path)) ?? new Uint8Array()
  const base = await read(repository.at(frozen.base))
  const theirs = await read(repository.at(frozen.commit))
  return commentsOfMerged({ base, ours: await read(record.snapshot), theirs }, merged)
}

/** Returns the entries that adopted proposals added, the first adopted first: the order of entries added at one place. */
export function addedByAdopted(record: RecordToMergeInto, document: string): string[] {
  return adopted(record, document)
    .flatMap(({ frozen }) => frozen?.changes ?? [])
    .flatMap((change) => (change.kind === 'added' ? [change.entry] : []))
}

/** The adopted proposals about a document, the earliest edition first. */
function adopted({ proposals }: Pick<RecordToMergeInto, 'proposals'>, document: string): Proposal[] {
  return [...proposals.values()]
    .map(({ proposal }) => proposal)
    .filter((proposal) => proposal.document === document && proposal.edition !== undefined)
    .sort((one, other) => editionNumber(one.edition ?? '') - editionNumber(other.edition ?? ''))
}

/** The kinds of changes that can conflict in a field; every other field belongs to the text, a fact or a note. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  entry: ['removed', 'reworded', 'renamed'],
  id: ['renamed', 'added'],
  number: ['renumbered', 'added', 'removed'],
  place: ['moved', 'added', 'removed'],
  section: ['moved'],
  sections: ['sections'],
}

/** Returns the latest adopted proposal that made main's side of a conflict; null if none did. */
export function adoptedCauseOf(
  record: Pick<RecordToMergeInto, 'proposals'>,
  { document, entry, field }: Conflict,
): string | null {
  const fits = ({ kind, ...change }: Change) =>
    change.entry === entry && (KINDS[field]?.includes(kind) ?? !['moved', 'renumbered'].includes(kind))
  return adopted(record, document).findLast(({ frozen }) => frozen?.changes.some(fits))?.proposal ?? null
}

async function readSound(snapshot: Snapshot, document: string, before?: ItemCache): Promise<Document> {
  return dataOf(await readDocument(snapshot, document, before), 'annex validate')
}
