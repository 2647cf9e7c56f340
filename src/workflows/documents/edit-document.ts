import { documentPath, readDocument } from '../../files/index.ts'
import { type Repository, writeWorkTreeFile } from '../../git/index.ts'
import { apply } from '../../text/index.ts'
import { AnnexError, type Change, type Document } from '../../treaty/index.ts'
import { dataOf, soundFile } from '../record/sound-files.ts'

/** An edited file in the work tree, and the changes made. */
export interface Edited {
  file: string
  changes: Change[]
}

/**
 * Edits a document's file in the work tree; comments and all other content stay unchanged.
 * @param changesOf returns the changes to make to the document
 * @throws AnnexError not-found, invalid when the file cannot be read, usage when a change does not apply or makes the file
 * invalid
 */
export async function editDocument(
  repository: Repository,
  document: string,
  changesOf: (document: Document) => Change[],
): Promise<Edited> {
  const file = documentPath(document)
  const snapshot = repository.workTreeSnapshot()
  const previous = await snapshot.readFile(file)
  if (previous === null) {
    throw new AnnexError('not-found', `${file} not found in the work tree`, 'annex show lists the documents')
  }
  const before = dataOf(await readDocument(snapshot, document), `annex validate ${file}`)
  const changes = changesOf(before)
  const { document: after, findings } = apply(before, changes)
  const [problem] = findings
  if (problem !== undefined) throw new AnnexError('usage', problem.message, problem.hint)
  writeWorkTreeFile(repository, file, new TextDecoder().decode(soundFile('document', file, after, previous)))
  return { file, changes }
}
