import { documentPath, type ReadBefore, readDocument } from '../../files/index.ts'
import type { Repository, Snapshot } from '../../git/index.ts'
import { apply, merge } from '../../text/index.ts'
import type { Change, Conflict, Document, Finding, Frozen, Proposal } from '../../treaty/index.ts'
import { readTreatyText, textFindings } from '../documents/treaty-text.ts'
import { dataOf } from '../record/data-of.ts'
import { editionNumber } from '../record/edition-tags.ts'

/** As much of main's record as a merge looks at: the files as they stand, and what was adopted before. */
export interface RecordToMergeInto {
  snapshot: Snapshot
  proposals: ReadonlyMap<string, { proposal: Proposal }>
  /** What was read of other versions of the document, where many are merged. */
  readBefore?: ReadBefore
}

/**
 * The step that lets a proposal be adopted whose text collides with what was adopted since it was drafted; null where it does
 * not collide.
 */
export async function wayToAdopt(
  repository: Repository,
  record: RecordToMergeInto,
  proposal: Proposal,
  frozen: Frozen,
): Promise<string | null> {
  const [conflict] = (await mergeOf(repository, record, proposal, frozen)).conflicts
  return conflict === undefined ? null : afterSendingOut(proposal.proposal, adoptedThat(record, conflict), true)
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
  const merged = await mergeOf(repository, record, proposal, frozen)
  const conflicts = merged.conflicts.map((conflict) => {
    const by = adoptedThat(record, conflict)
    const hint = asSentence(afterSendingOut(proposal.proposal, by, true))
    const sides = { ours: mainWith(by), theirs: proposal.proposal }
    return { ...conflictFinding(conflict, sides, hint), at: { file: documentPath(proposal.document) } }
  })
  return { document: merged.document, findings: [...merged.findings, ...conflicts] }
}

async function mergeOf(repository: Repository, record: RecordToMergeInto, proposal: Proposal, frozen: Frozen) {
  const { snapshot, readBefore } = record
  const base = await readSound(repository.at(frozen.base), proposal.document, readBefore)
  const ours = await readSound(snapshot, proposal.document, readBefore)
  const theirs = apply(base, frozen.changes)
  const merged = merge(base, ours, theirs.document, { seniority: addedByAdopted(record, proposal.document) })
  return { ...merged, findings: theirs.findings }
}

/** The entries that adopted proposals added, in order: what was adopted first stands first, where two come to one place. */
export function addedByAdopted(record: RecordToMergeInto, document: string): string[] {
  return adopted(record, document)
    .flatMap(({ frozen }) => frozen?.changes ?? [])
    .flatMap((change) => (change.kind === 'added' ? [change.entry] : []))
}

/** The proposals about a document that were adopted, the earliest edition first. */
function adopted({ proposals }: Pick<RecordToMergeInto, 'proposals'>, document: string): Proposal[] {
  return [...proposals.values()]
    .map(({ proposal }) => proposal)
    .filter((proposal) => proposal.document === document && proposal.edition !== undefined)
    .sort((one, other) => editionNumber(one.edition ?? '') - editionNumber(other.edition ?? ''))
}

/** The kinds of changes that bring about a conflict in a field; any other field is one of the text, a fact or a note. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  entry: ['removed', 'reworded', 'renamed'],
  id: ['renamed', 'added'],
  number: ['renumbered', 'added', 'removed'],
  place: ['moved', 'added', 'removed'],
  section: ['moved'],
  sections: ['sections'],
}

/** The adopted proposal by which main came to say what a conflict has of it, the latest of them; null where none did. */
export function adoptedThat(
  record: Pick<RecordToMergeInto, 'proposals'>,
  { document, entry, field }: Conflict,
): string | null {
  const fits = ({ kind, ...change }: Change) =>
    change.entry === entry && (KINDS[field]?.includes(kind) ?? !['moved', 'renumbered'].includes(kind))
  return adopted(record, document).findLast(({ frozen }) => frozen?.changes.some(fits))?.proposal ?? null
}

/** How main is named in a conflict. @param adopted the proposal by which it came to say what it says */
export function mainWith(adopted: string | null): string {
  return adopted === null ? 'main' : `main, by the adopted proposal "${adopted}",`
}

/** What to do about a conflict while the text may still change. */
export const WHILE_DRAFT = 'Merge main into the branch, and draft this change on the text as it is now.'

/**
 * The same after it was sent out, when its text counts as it is: what main has may be changed back, and by nothing but a
 * proposal. What has been decided can neither be withdrawn nor closed.
 * @param adopted the proposal by which main came to say what it says; null where none did
 * @param decided whether the law has brought the amendment about
 */
export function afterSendingOut(id: string, adopted: string | null, decided: boolean): string {
  const what = adopted === null ? 'what main has' : `what "${adopted}" changed`
  const back = `take back ${what} by a proposal of its own, and once that is adopted: annex proposal adopt ${id}`
  return decided
    ? back
    : `${back}; or record that its proposer withdraws it: annex proposal record ${id} withdrawn --on DATE`
}

/** A step to take, as a sentence. */
export function asSentence(step: string): string {
  return `What was sent out counts: ${step}.`
}

/**
 * One conflict, as a finding, with the three texts.
 * @param sides what has `ours`, as a sentence names it, and the proposal that has `theirs`
 * @param hint what to do about it
 */
export function conflictFinding(
  { entry, field, language, base, ours, theirs }: Conflict,
  sides: { ours: string; theirs: string },
  hint: string,
): Finding {
  const text = (words: string | null) => (words === null ? 'nothing' : `"${words}"`)
  const where = `${entry ?? 'The document'}, ${field}${language === null ? '' : ` (${language})`}`
  return {
    rule: 'law/conflict',
    level: 'error',
    message: `${where}: both were changed: from ${text(base)}, ${sides.ours} has ${text(ours)}, the proposal "${sides.theirs}" ${text(theirs)}.`,
    hint,
  }
}

async function readSound(snapshot: Snapshot, document: string, before?: ReadBefore): Promise<Document> {
  return dataOf(await readDocument(snapshot, document, before), 'annex validate')
}
