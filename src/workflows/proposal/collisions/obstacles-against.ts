import { documentPath, locateFindings } from '../../../files/index.ts'
import type { Repository } from '../../../git/index.ts'
import { decide } from '../../../law/index.ts'
import {
  AnnexError,
  type CalendarDay,
  type Conflict,
  type DataPath,
  type Document,
  type Finding,
} from '../../../treaty/index.ts'
import { readRecord, situationOf, type TreatyRecord } from '../../record/treaty-record.ts'
import { MAY_BE_ADOPTED } from '../adopt-proposal.ts'
import type { CheckedDraft } from '../check-draft.ts'
import { adoptedThat, afterSendingOut, asSentence, conflictFinding, mainWith, WHILE_DRAFT } from '../merged-text.ts'
import { standingOnMain } from './find-collisions.ts'
import { beside, type MergedSoFar, mergeInto } from './merge-in-turn.ts'
import { draftedText, isOver, pendingProposal } from './pending-proposals.ts'

/**
 * What would stand in the way of merging a checked draft into main as it is now; or, with another proposal's id, into main once
 * that one was adopted. Findings point into the draft's file.
 * @throws AnnexError not-found, not-allowed when the other one is over, usage when it is the same
 */
export async function obstaclesAgainst(
  repository: Repository,
  { draft }: CheckedDraft,
  against: string,
  asOf: CalendarDay,
): Promise<Finding[]> {
  const { proposal: id, document } = draft.proposal
  if (against === id) throw new AnnexError('usage', 'a proposal is not held against itself', 'name another, or main')
  // A check reads its own proposal alone: here the others have a say.
  const record = await readRecord(repository)
  const isFrozen = record.proposals.get(id)?.proposal.frozen !== undefined
  const checked = await (isFrozen ? pendingProposal(repository, record, id, asOf) : draftedText(repository, draft))
  const main = await standingOnMain(record, document)
  const before = against === 'main' ? main : await adopted(repository, record, main, against, asOf)
  const { conflicts, findings } = mergeInto(before, checked)
  const other = against === 'main' ? 'main' : `main with ${against}`
  const by = (conflict: Conflict) => (against === 'main' ? adoptedThat(record, conflict) : against)
  const has = (conflict: Conflict) => (against === 'main' ? mainWith(by(conflict)) : other)
  const decided =
    isFrozen && MAY_BE_ADOPTED.includes(decide(situationOf(record, id), asOf, { divergences: false }).status)
  const hint = (conflict: Conflict) => (isFrozen ? asSentence(afterSendingOut(id, by(conflict), decided)) : WHILE_DRAFT)
  const drafted = draft.documents.find((each) => each.id === document)?.after
  const found = [
    ...checked.findings,
    ...conflicts.map((conflict) => ({
      ...conflictFinding(conflict, { ours: has(conflict), theirs: id }, hint(conflict)),
      at: { file: documentPath(document), path: pathTo(conflict.entry, drafted?.data ?? null) },
    })),
    ...findings.map(({ at: _, ...finding }) => ({
      ...finding,
      message: `Merged into ${other}: ${finding.message}`,
      at: { file: documentPath(document) },
    })),
  ]
  return drafted === undefined ? found : locateFindings(found, drafted)
}

async function adopted(
  repository: Repository,
  record: TreatyRecord,
  main: MergedSoFar,
  id: string,
  asOf: CalendarDay,
): Promise<MergedSoFar> {
  if (isOver(record, id, asOf)) {
    throw new AnnexError('not-allowed', `"${id}" is no longer pending on ${asOf}`, 'hold the proposal against main')
  }
  const pending = await pendingProposal(repository, record, id, asOf)
  if (pending.document === main.document.document) return mergeInto(main, pending)
  return beside(main, mergeInto(await standingOnMain(record, pending.document), pending))
}

function pathTo(entry: string | null, document: Document | null): DataPath {
  const index = document?.entries.findIndex(({ id }) => id === entry) ?? -1
  return index === -1 ? ['entries'] : ['entries', index]
}
