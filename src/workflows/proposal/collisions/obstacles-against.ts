import { documentPath, locateFindings } from '../../../files/index.ts'
import type { Repository } from '../../../git/index.ts'
import {
  AnnexError,
  type CalendarDay,
  type Conflict,
  type DataPath,
  type Document,
  type Finding,
} from '../../../treaty/index.ts'
import { MAY_BE_ADOPTED } from '../../record/altered-outcomes.ts'
import { outcomeOf, readRecord, type TreatyRecord } from '../../record/treaty-record.ts'
import { afterSendingOut, asHint, conflictFinding, sideOfMain, WHILE_DRAFT } from '../conflict-finding.ts'
import { adoptedCauseOf } from '../merged-text.ts'
import { type Draft, ownDocument } from '../read-draft.ts'
import { textOnMain } from './find-collisions.ts'
import { draftedText, isOver, type MergedSoFar, mergeInto, pendingProposal, withOther } from './pending-proposals.ts'

/**
 * Returns the obstacles to merging a checked draft into main, or into main with another proposal adopted. Findings have
 * positions in the draft's file.
 * @param against `main`, or the id of the other proposal
 * @throws AnnexError not-found, not-allowed when the other proposal is no longer pending, usage when it is the same
 */
export async function obstaclesAgainst(
  repository: Repository,
  draft: Draft,
  against: string,
  asOf: CalendarDay,
): Promise<Finding[]> {
  const { proposal: id, document } = draft.proposal
  if (against === id) {
    throw new AnnexError('usage', 'a proposal cannot be checked against itself', 'name another proposal, or main')
  }
  // The check of a draft reads only its own proposal; adopted proposals matter here too.
  const record = await readRecord(repository)
  const isFrozen = record.proposals.get(id)?.proposal.frozen !== undefined
  const checked = await (isFrozen ? pendingProposal(repository, record, id, asOf) : draftedText(repository, draft))
  const main = await textOnMain(record, document)
  const before = against === 'main' ? main : await mainWithAdopted(repository, record, main, against, asOf)
  const { conflicts, findings } = mergeInto(before, checked)
  const other = against === 'main' ? 'main' : `main with ${against}`
  const by = (conflict: Conflict) => (against === 'main' ? adoptedCauseOf(record, conflict) : against)
  const sides = (conflict: Conflict) => ({ ours: against === 'main' ? sideOfMain(by(conflict)) : other, theirs: id })
  const isDecided = isFrozen && isDecidedOn(record, id, asOf)
  const hint = (conflict: Conflict) => (isFrozen ? asHint(afterSendingOut(id, by(conflict), isDecided)) : WHILE_DRAFT)
  const drafted = ownDocument(draft)?.after
  const file = documentPath(document)
  const found = [
    ...checked.findings,
    ...conflicts.map((conflict) => ({
      ...conflictFinding(conflict, sides(conflict), hint(conflict)),
      at: { file, path: pathTo(conflict.entry, drafted?.data ?? null) },
    })),
    ...findings.map((finding) => ({ ...finding, message: `Merged into ${other}: ${finding.message}`, at: { file } })),
  ]
  return drafted === undefined ? found : locateFindings(found, drafted)
}

function isDecidedOn(record: TreatyRecord, id: string, asOf: CalendarDay): boolean {
  return MAY_BE_ADOPTED.includes(outcomeOf(record, id, asOf).status)
}

async function mainWithAdopted(
  repository: Repository,
  record: TreatyRecord,
  main: MergedSoFar,
  id: string,
  asOf: CalendarDay,
): Promise<MergedSoFar> {
  if (isOver(record, id, asOf)) {
    const remedy = 'check the proposal against main: --against main'
    throw new AnnexError('not-allowed', `"${id}" is no longer pending on ${asOf}`, remedy)
  }
  const pending = await pendingProposal(repository, record, id, asOf)
  if (pending.document === main.document.document) return mergeInto(main, pending)
  return withOther(main, mergeInto(await textOnMain(record, pending.document), pending))
}

function pathTo(entry: string | null, document: Document | null): DataPath {
  const index = document?.entries.findIndex(({ id }) => id === entry) ?? -1
  return index === -1 ? ['entries'] : ['entries', index]
}
