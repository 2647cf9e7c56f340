import { documentPath, listDocuments, readDocument, type Snapshot } from '../store/index.ts'
import { AnnexError, type Document } from '../treaty/index.ts'
import { dataOf } from './data-of.ts'

/**
 * A document that must be there and sound.
 * @throws AnnexError not-found, naming the documents there are; invalid
 */
export async function readSoundDocument(snapshot: Snapshot, id: string): Promise<Document> {
  const path = documentPath(id)
  if ((await snapshot.readFile(path)) === null) {
    const kept = (await listDocuments(snapshot)).join(', ')
    throw new AnnexError(
      'not-found',
      `there is no document "${id}"`,
      kept === '' ? 'make a repository with annex init, or add one under annexes/' : `choose among ${kept}`,
    )
  }
  return dataOf(await readDocument(snapshot, id), `annex validate ${path}`)
}
