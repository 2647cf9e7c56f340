import { documentPath, readDocument } from '../../files/index.ts'
import type { Repository, Snapshot } from '../../git/index.ts'
import { AnnexError, type Document, isSlug } from '../../treaty/index.ts'
import { dataOf, refuseUnknownDocument } from './sound-files.ts'
import type { TreatyRecord } from './treaty-record.ts'

/** An edition of a document: `annex-1/v2`. */
export interface Edition {
  name: string
  number: number
  commit: string
}

/** Returns the editions of a document in order; the first is the Convention's own text (`v1`). */
export async function editionsOf(repository: Repository, document: string): Promise<Edition[]> {
  const tags = await repository.tags(`${document}/v`)
  return tags
    .map(({ name, commit }) => ({ name, commit, number: Number(name.slice(document.length + 2)) }))
    .filter((edition) => Number.isInteger(edition.number) && edition.number > 0)
    .sort((one, other) => one.number - other.number)
}

/** Returns whether a tag has the name of an edition. */
export function isEdition(name: string): boolean {
  return /^[a-z0-9-]+\/v[1-9]\d*$/.test(name)
}

/** Returns the number in an edition's name. */
export function editionNumber(name: string): number {
  return Number(name.slice(name.lastIndexOf('/v') + 2))
}

/**
 * Returns the name of a document's next edition: its number is one more than the highest that exists.
 * @param taken editions that are tagged and may not be on record
 */
export function nextEdition(record: Pick<TreatyRecord, 'proposals'>, document: string, taken: Edition[] = []): string {
  const recorded = [...record.proposals.values()].flatMap(({ proposal }) =>
    proposal.document === document && proposal.edition !== undefined ? [editionNumber(proposal.edition)] : [],
  )
  return `${document}/v${Math.max(1, ...recorded, ...taken.map(({ number }) => number)) + 1}`
}

/**
 * Returns a document as the Convention printed it: its edition `v1`.
 * @throws AnnexError not-found when main has no such document, or the repository has no such tag
 */
export async function originalText(repository: Repository, document: string): Promise<Document> {
  const [first] = await editionsOf(repository, document)
  if (first?.number === 1) {
    return dataOf(await readDocument(repository.at(first.commit), document), `annex validate --at ${first.name}`)
  }
  await refuseUnknownDocument(repository, document)
  throw new AnnexError(
    'not-found',
    `the tag ${document}/v1, the Convention's own text, is missing`,
    'fetch the tags (git fetch --tags), or make the repository with annex init',
  )
}

/**
 * Returns the latest edition that has the same bytes as a document's file; null if none has, as for a draft.
 * @param snapshot the files that the document is read from
 */
export async function editionOf(repository: Repository, snapshot: Snapshot, document: string): Promise<string | null> {
  const bytes = await snapshot.readFile(documentPath(document))
  if (bytes === null) return null
  for (const edition of (await editionsOf(repository, document)).reverse()) {
    const printed = await repository.at(edition.commit).readFile(documentPath(document))
    if (printed !== null && Buffer.compare(printed, bytes) === 0) return edition.name
  }
  return null
}

const BRANCHES = 'proposal/'

/** Returns the name of the branch that a proposal is drafted on. */
export function branchOf(id: string): string {
  return `${BRANCHES}${id}`
}

/** Returns the id of the proposal whose branch this is; null for another branch. */
export function proposalOnBranch(branch: string): string | null {
  return branch.startsWith(BRANCHES) ? branch.slice(BRANCHES.length) : null
}

/** The branch of a proposal, with its id. */
interface DraftBranch {
  id: string
  commit: string
}

/**
 * Returns the branches of proposals: local branches, and remote branches as last fetched that have no local one. A branch whose
 * name holds no valid id is left out.
 */
export async function draftBranches(repository: Repository): Promise<DraftBranch[]> {
  const local = await repository.branches(BRANCHES)
  const names = new Set(local.map(({ name }) => name))
  const remote = (await repository.remoteBranches(BRANCHES)).filter(({ name }) => !names.has(name))
  return [...local, ...remote].flatMap(({ name, commit }) => {
    const id = name.slice(BRANCHES.length)
    return isSlug(id) ? [{ id, commit }] : []
  })
}
