import { readDocument } from '../../files/index.ts'
import type { Repository } from '../../git/index.ts'
import { AnnexError, type Document } from '../../treaty/index.ts'
import { dataOf } from './data-of.ts'
import { refuseUnknownDocument } from './sound-document.ts'
import type { TreatyRecord } from './treaty-record.ts'

/** An edition of a document: `annex-1/v2`. */
export interface Edition {
  name: string
  number: number
  commit: string
}

/** The editions of a document, the Convention's own text (`v1`) first. */
export async function editionsOf(repository: Repository, document: string): Promise<Edition[]> {
  const tags = await repository.tags(`${document}/v`)
  return tags
    .map(({ name, commit }) => ({ name, commit, number: Number(name.slice(document.length + 2)) }))
    .filter((edition) => Number.isInteger(edition.number) && edition.number > 0)
    .sort((one, other) => one.number - other.number)
}

/** Whether a tag's name is an edition's. */
export function isEdition(name: string): boolean {
  return /^[a-z0-9-]+\/v[1-9]\d*$/.test(name)
}

/** The number in an edition's name. */
export function editionNumber(name: string): number {
  return Number(name.slice(name.lastIndexOf('/v') + 2))
}

/**
 * The name that the next edition of a document gets: one more than main records.
 * @param taken names that are taken without being on record
 */
export function nextEdition(record: Pick<TreatyRecord, 'proposals'>, document: string, taken: Edition[] = []): string {
  const recorded = [...record.proposals.values()].flatMap(({ proposal }) =>
    proposal.document === document && proposal.edition !== undefined ? [editionNumber(proposal.edition)] : [],
  )
  return `${document}/v${Math.max(1, ...recorded, ...taken.map(({ number }) => number)) + 1}`
}

/**
 * A document as the Convention printed it: its edition `v1`.
 * @throws AnnexError not-found when main keeps no such document, or the repository has no such tag
 */
export async function originalText(repository: Repository, document: string): Promise<Document> {
  const [first] = await editionsOf(repository, document)
  if (first?.number === 1) {
    return dataOf(await readDocument(repository.at(first.commit), document), `annex validate --at ${first.name}`)
  }
  await refuseUnknownDocument(repository, document)
  throw new AnnexError(
    'not-found',
    `there is no tag ${document}/v1, the Convention's own text`,
    'fetch the tags (git fetch --tags), or make the repository with annex init',
  )
}
