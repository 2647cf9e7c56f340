import { readDocument } from '../../../files/index.ts'
import type { Repository } from '../../../git/index.ts'
import type {
  CalendarDay,
  Collision,
  Collisions,
  Document,
  MergeProblems,
  NumberToCome,
} from '../../../treaty/index.ts'
import { readTreatyText } from '../../documents/treaty-text.ts'
import { dataOf } from '../../record/sound-files.ts'
import { readRecord, type TreatyRecord } from '../../record/treaty-record.ts'
import { addedByAdopted } from '../merged-text.ts'
import { numbersToCome } from './numbers-to-come.ts'
import {
  isClear,
  type MergedSoFar,
  mergeInto,
  type PendingProposal,
  pendingProposals,
  withOther,
  withoutKnown,
} from './pending-proposals.ts'

/** Returns which of the proposals that are pending on a day collide with main or with each other. */
export async function collisionsOf(repository: Repository, asOf: CalendarDay): Promise<Collisions> {
  const record = await readRecord(repository)
  const { pending, unreadable } = await pendingProposals(repository, record, asOf)
  const collisions: Collision[] = []
  const texts = new Map<string, MergedSoFar>()
  for (const { document } of pending) texts.set(document, texts.get(document) ?? (await textOnMain(record, document)))
  const numbers: NumberToCome[] = []
  for (const [document, main] of texts) {
    const about = pending.filter((proposal) => proposal.document === document)
    collisions.push(...collisionsWithin(main, about))
    numbers.push(...numbersToCome(main, about))
  }
  collisions.push(...acrossDocuments(texts, pending))
  const colliding = new Set(collisions.flatMap(({ between }) => between))
  return {
    pending: pending.map(({ id, document, status }) => ({ proposal: id, document, status })),
    collisions,
    clean: pending.map(({ id }) => id).filter((id) => !colliding.has(id)),
    numbers,
    unreadable,
  }
}

/** Returns main's text of a document, for merging proposals into it. */
export async function textOnMain(record: TreatyRecord, document: string): Promise<MergedSoFar> {
  const text: Document = dataOf(await readDocument(record.snapshot, document), 'annex validate --at main')
  return { document: text, seniority: addedByAdopted(record, document), treaty: await readTreatyText(record.snapshot) }
}

function collisionsWithin(main: MergedSoFar, proposals: readonly PendingProposal[]): Collision[] {
  const collisions: Collision[] = []
  const document = main.document.document
  const each = proposals.map((proposal): MergedAlone => ({ proposal, alone: mergeInto(main, proposal) }))
  each.forEach((one, index) => {
    const { proposal, alone } = one
    const obstacles = { ...alone, findings: [...proposal.findings, ...alone.findings] }
    if (!isClear(obstacles)) collisions.push(collision(document, [proposal.id, 'main'], swapped(obstacles)))
    for (const other of each.slice(index + 1)) {
      const pair = betweenTwo(one, other)
      if (!isClear(pair)) collisions.push(collision(document, [proposal.id, other.proposal.id], pair))
    }
  })
  const colliding = new Set(collisions.flatMap(({ between }) => between))
  const clean = proposals.filter(({ id }) => !colliding.has(id))
  return [...collisions, ...(clean.length > 2 ? ofAllTogether(main, clean) : [])]
}

/** A proposal, and main with it alone. */
interface MergedAlone {
  proposal: PendingProposal
  alone: ReturnType<typeof mergeInto>
}

/** Returns the obstacles to adopting both, in either order, that the later one does not have alone. */
function betweenTwo(one: MergedAlone, other: MergedAlone): MergeProblems {
  const inOrder = withoutKnown(mergeInto(one.alone, other.proposal), other.alone)
  const reversed = swapped(withoutKnown(mergeInto(other.alone, one.proposal), one.alone))
  const more = withoutKnown(reversed, inOrder)
  return {
    conflicts: [...inOrder.conflicts, ...more.conflicts],
    findings: [...inOrder.findings, ...more.findings],
  }
}

/** Returns the collisions of proposals about two documents: they never change the same text, but a rule may compare the two. */
function acrossDocuments(texts: ReadonlyMap<string, MergedSoFar>, proposals: readonly PendingProposal[]): Collision[] {
  return proposals.flatMap((one, index) =>
    proposals.slice(index + 1).flatMap((other) => {
      const [here, there] = [texts.get(one.document), texts.get(other.document)]
      if (here === undefined || there === undefined || here === there) return []
      const obstacles = withoutKnown(mergeInto(withOther(there, mergeInto(here, one)), other), mergeInto(there, other))
      return isClear(obstacles) ? [] : [collision(other.document, [one.id, other.id], obstacles)]
    }),
  )
}

function ofAllTogether(main: MergedSoFar, proposals: readonly PendingProposal[]): Collision[] {
  for (const order of [proposals, proposals.toReversed()]) {
    let text = main
    for (const proposal of order) {
      const merged = mergeInto(text, proposal)
      const ids = proposals.map(({ id }) => id)
      if (!isClear(merged)) return [collision(main.document.document, ids, merged)]
      text = merged
    }
  }
  return []
}

function collision(document: string, between: string[], { conflicts, findings }: MergeProblems): Collision {
  return { document, between, conflicts, findings }
}

// In a collision, `ours` is the side of the first of the two.
function swapped({ conflicts, findings }: MergeProblems): MergeProblems {
  return { conflicts: conflicts.map((each) => ({ ...each, ours: each.theirs, theirs: each.ours })), findings }
}
