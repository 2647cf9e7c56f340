import { documentPath, listDocuments, readDocument } from '../../files/index.ts'
import type { Repository, Snapshot } from '../../git/index.ts'
import { AnnexError, type Document } from '../../treaty/index.ts'
import { dataOf } from './data-of.ts'

/**
 * A document that must be there and sound.
 * @throws AnnexError not-found, naming the documents there are; invalid
 */
export async function readSoundDocument(snapshot: Snapshot, id: string): Promise<Document> {
  const path = documentPath(id)
  if ((await snapshot.readFile(path)) === null) {
    throw unknownDocument(id, await listDocuments(snapshot))
  }
  return dataOf(await readDocument(snapshot, id), `annex validate ${path}`)
}

/** @throws AnnexError not-found where main keeps no document of this id */
export async function refuseUnknownDocument(repository: Repository, id: string): Promise<void> {
  const kept = await listDocuments(repository.at(await repository.resolve(repository.mainBranch)))
  if (!kept.includes(id)) throw unknownDocument(id, kept)
}

/** What stops whoever asks for a document that is not kept, with those there are. */
export function unknownDocument(id: string, kept: readonly string[]): AnnexError {
  const remedy =
    kept.length === 0
      ? 'make a repository with annex init, or add one under annexes/'
      : `choose among ${kept.join(', ')}`
  return new AnnexError('not-found', `there is no document "${id}"`, remedy)
}
