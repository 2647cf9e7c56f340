import { documentPath } from '../../files/index.ts'
import type { Repository, Snapshot } from '../../git/index.ts'
import { editionsOf } from '../record/edition-tags.ts'

/**
 * The edition whose bytes a document's file has, the latest one first; null where it is none, as a draft is not.
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
