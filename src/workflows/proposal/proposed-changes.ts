import { documentPath, emptyItemCache, listDocuments, parseFile } from '../../files/index.ts'
import type { Repository, Snapshot } from '../../git/index.ts'
import { sentOutOn } from '../../law/index.ts'
import { compare, type DocumentPair } from '../../text/index.ts'
import {
  AnnexError,
  type CalendarDay,
  type Difference,
  type Document,
  type PartiesFile,
  type Proposal,
  type RedlinedProposal,
} from '../../treaty/index.ts'
import { branchOf } from '../record/editions-and-branches.ts'
import { dataOf } from '../record/sound-files.ts'
import { readRecord } from '../record/treaty-record.ts'
import { readDraft } from './read-draft.ts'

/** One side of a comparison: a revision, or null for the work tree. */
export type Side = string | null

/**
 * Returns the changes of the documents between two revisions.
 * @param only a document's id; the other documents are not compared
 * @throws AnnexError unknown-revision, invalid when a document cannot be read
 */
export async function differenceBetween(
  repository: Repository,
  from: Side,
  to: Side,
  only?: string,
): Promise<Difference> {
  const [before, after] = [await sideOf(repository, from), await sideOf(repository, to)]
  const ids = new Set([...(await listDocuments(before)), ...(await listDocuments(after))])
  if (only !== undefined && !ids.has(only)) {
    throw new AnnexError('not-found', `neither side has a document "${only}"`, 'annex show lists the documents')
  }
  const sides: DocumentPair[] = []
  for (const id of [...ids].sort()) {
    if (only !== undefined && id !== only) continue
    const changed = await sidesOf(before, after, id)
    if (changed !== null) sides.push(changed)
  }
  return compare(from ?? 'the work tree', to ?? 'the work tree', sides)
}

/** Returns a proposal's changes to the text that it was drafted on: the frozen changes when it was sent out, else the draft's. */
export async function proposedChanges(repository: Repository, id: string): Promise<Difference> {
  const { proposals, register } = await readRecord(repository, id)
  const recorded = proposals.get(id)?.proposal
  if (recorded?.frozen !== undefined) {
    const { base, commit } = recorded.frozen
    const frozen = await differenceBetween(repository, base.slice(0, 12), commit.slice(0, 12))
    return { ...asNumbered(frozen, recorded), proposal: named(recorded, register) }
  }
  const draft = await readDraft(repository, id)
  const drafted = compare(
    draft.base.slice(0, 12),
    draft.fromWorkTree ? `the work tree on ${branchOf(id)}` : draft.commit.slice(0, 12),
    draft.documents.map(({ before, after }) => ({ before, after: dataOf(after, 'annex validate') })),
  )
  return { ...drafted, proposal: named(recorded ?? draft.proposal, register) }
}

/** Gives the entries of an adopted text the numbers that its adoption recorded. */
function asNumbered(difference: Difference, { document: id, numbers }: Proposal): Difference {
  const found = difference.documents.find(({ document }) => document === id)
  if (numbers === undefined || found === undefined) return difference
  const entries = found.after.entries.map((entry) => {
    const number = numbers[entry.id]
    return number === undefined ? entry : { ...entry, number }
  })
  const pairs = difference.documents.map(({ document, before, after }) =>
    document === id ? { before, after: { ...after, entries } } : { before, after },
  )
  return compare(difference.from, difference.to, pairs)
}

function named({ proposal, title, by }: Proposal, { parties }: PartiesFile): RedlinedProposal {
  const name = parties.find(({ code }) => code === by)?.name
  return { proposal, title, by, ...(name === undefined ? {} : { name }) }
}

/** Returns the day on which a proposal was sent out; null while it is a draft. */
export async function dayOfSendingOut(repository: Repository, id: string): Promise<CalendarDay | null> {
  const { proposals } = await readRecord(repository, id)
  return sentOutOn(null, proposals.get(id)?.events ?? [])
}

async function sideOf(repository: Repository, side: Side): Promise<Snapshot> {
  return side === null ? repository.workTreeSnapshot() : repository.at(await repository.resolve(side))
}

// Files with the same bytes are not parsed: no document differs.
async function sidesOf(before: Snapshot, after: Snapshot, id: string): Promise<DocumentPair | null> {
  const [old, now] = [await before.readFile(documentPath(id)), await after.readFile(documentPath(id))]
  if (old !== null && now !== null && sameBytes(old, now)) return null
  const common = emptyItemCache()
  const soundOrNull = (bytes: Uint8Array | null): Document | null => {
    const file = documentPath(id)
    return bytes === null ? null : dataOf(parseFile('document', { file, bytes }, common), `annex validate ${file}`)
  }
  return { before: soundOrNull(old), after: soundOrNull(now) }
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index])
}
