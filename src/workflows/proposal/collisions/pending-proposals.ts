import { readDocument } from '../../../files/index.ts'
import type { Repository } from '../../../git/index.ts'
import { apply, merge } from '../../../text/index.ts'
import {
  type CalendarDay,
  type Collisions,
  type Conflict,
  type Document,
  type Finding,
  isKnownError,
  type MergeProblems,
  type Status,
} from '../../../treaty/index.ts'
import { readTreatyText, type TreatyText, textFindings } from '../../documents/treaty-text.ts'
import { branchOf, draftBranches } from '../../record/editions-and-branches.ts'
import { dataOf } from '../../record/sound-files.ts'
import { outcomeOf, recordOf, type TreatyRecord } from '../../record/treaty-record.ts'
import { type Draft, ownDocument, readDraft } from '../read-draft.ts'

/** A proposal that may still be merged: the text that it was drafted on, and its own text. */
export interface PendingProposal {
  id: string
  document: string
  status: Status
  base: Document
  text: Document
  /** The documents of the treaty when it was drafted. */
  treaty: TreatyText
  /** About changes that do not apply to the text that they were drafted on. */
  findings: Finding[]
}

const ENDED: readonly Status[] = ['blocked', 'rejected', 'closed']

/**
 * Returns every proposal that may still be merged on a day, sorted by id; drafts are read from their commits. A proposal that
 * cannot be read is listed in `unreadable` with the reason.
 */
export async function pendingProposals(
  repository: Repository,
  record: TreatyRecord,
  asOf: CalendarDay,
): Promise<{ pending: PendingProposal[]; unreadable: Collisions['unreadable'] }> {
  const drafts = (await draftBranches(repository)).map(({ id }) => id)
  const pending: PendingProposal[] = []
  const unreadable: Collisions['unreadable'] = []
  for (const id of [...new Set([...record.proposals.keys(), ...drafts])].sort()) {
    if (isOver(record, id, asOf)) continue
    try {
      pending.push(await pendingProposal(repository, record, id, asOf))
    } catch (error) {
      if (!isKnownError(error)) throw error
      unreadable.push({ proposal: id, why: error.message })
    }
  }
  return { pending, unreadable }
}

/**
 * Returns one proposal with its two texts: from its frozen changes when it was sent out, else from its branch's commit.
 * @throws AnnexError not-found without such a proposal, invalid where a file cannot be read
 */
export async function pendingProposal(
  repository: Repository,
  record: TreatyRecord,
  id: string,
  asOf: CalendarDay,
): Promise<PendingProposal> {
  const proposal = record.proposals.get(id)?.proposal
  if (proposal?.frozen === undefined) return draftedText(repository, await readDraft(repository, id, true))
  const { status } = outcomeOf(record, id, asOf)
  const snapshot = repository.at(proposal.frozen.base)
  const base = dataOf(await readDocument(snapshot, proposal.document), 'annex validate')
  const { document: text, findings } = apply(base, proposal.frozen.changes)
  return { id, document: proposal.document, status, base, text, treaty: await readTreatyText(snapshot), findings }
}

/** Returns a draft with its two texts. */
export async function draftedText(repository: Repository, draft: Draft): Promise<PendingProposal> {
  const { proposal } = draft
  const treaty = await readTreatyText(draft.snapshot)
  const common = { id: proposal.proposal, document: proposal.document, status: 'draft' as const, treaty, findings: [] }
  const drafted = ownDocument(draft)
  if (drafted === undefined) {
    const base = dataOf(await readDocument(repository.at(draft.base), proposal.document), 'annex validate')
    return { ...common, base, text: base }
  }
  const text = dataOf(
    drafted.after,
    `annex proposal check ${common.id}, or annex validate --at ${branchOf(common.id)},`,
  )
  return { ...common, base: drafted.before ?? { ...text, sections: undefined, entries: [] }, text }
}

/** Returns whether a proposal is adopted, or ended without adoption. */
export function isOver(record: TreatyRecord, id: string, asOf: CalendarDay): boolean {
  if (!record.proposals.has(id)) return false
  if (recordOf(record, id).proposal.edition !== undefined) return true
  return ENDED.includes(outcomeOf(record, id, asOf).status)
}

/** A text that proposals were merged into. */
export interface MergedSoFar {
  document: Document
  /** The entries that those proposals added, the first merged first. */
  seniority: readonly string[]
  /** The other documents of the treaty, and the severities that the repository sets: the rules need both. */
  treaty: TreatyText
}

/**
 * Merges one proposal into a text, as its adoption would. The findings are errors in the result that neither the text nor the
 * proposal's draft had before.
 */
export function mergeInto(before: MergedSoFar, { base, text, treaty }: PendingProposal): MergedSoFar & MergeProblems {
  const { document, conflicts } = merge(base, before.document, text, { seniority: before.seniority })
  const inBase = new Set(base.entries.map(({ id }) => id))
  const added = text.entries.map(({ id }) => id).filter((id) => !inBase.has(id))
  const known = new Set([...errorsIn(before.document, before.treaty), ...errorsIn(text, treaty)].map(findingKey))
  const findings = errorsIn(document, before.treaty).filter((finding) => !known.has(findingKey(finding)))
  return { ...before, document, seniority: [...before.seniority, ...added], conflicts, findings }
}

function errorsIn(document: Document, treaty: TreatyText): Finding[] {
  return textFindings(document.document, document, treaty).filter(({ level }) => level === 'error')
}

/** Returns a text with another document of its treaty replaced by the one that a proposal was merged into. */
export function withOther(text: MergedSoFar, { document }: MergedSoFar): MergedSoFar {
  const documents = new Map(text.treaty.documents).set(document.document, document)
  return { ...text, treaty: { ...text.treaty, documents } }
}

/** Returns the obstacles of `all` that are not in `known`. */
export function withoutKnown(all: MergeProblems, known: MergeProblems): MergeProblems {
  const conflicts = new Set(known.conflicts.map(conflictKey))
  const findings = new Set(known.findings.map(findingKey))
  return {
    conflicts: all.conflicts.filter((conflict) => !conflicts.has(conflictKey(conflict))),
    findings: all.findings.filter((finding) => !findings.has(findingKey(finding))),
  }
}

export function isClear({ conflicts, findings }: MergeProblems): boolean {
  return conflicts.length + findings.length === 0
}

function findingKey({ rule, message }: Finding): string {
  return `${rule} ${message}`
}

function conflictKey({ entry, field, language }: Conflict): string {
  return JSON.stringify([entry, field, language])
}
