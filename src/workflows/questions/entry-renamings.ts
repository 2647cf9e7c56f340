import { readDocument } from '../../files/index.ts'
import type { Repository } from '../../git/index.ts'
import { diff } from '../../text/index.ts'
import { type Change, hasErrors } from '../../treaty/index.ts'

/** That an entry was given another id. */
export type Renaming = Extract<Change, { kind: 'renamed' }>

/** What a commit renamed in a document, against its first parent; nothing where one of the two versions cannot be read. */
export async function renamingsIn(
  repository: Repository,
  document: string,
  { id, parents }: { id: string; parents: readonly string[] },
): Promise<Renaming[]> {
  const [parent] = parents
  if (parent === undefined) return []
  const [before, after] = await Promise.all([parent, id].map((commit) => readDocument(repository.at(commit), document)))
  if (!before?.data || !after?.data || hasErrors([...before.findings, ...after.findings])) return []
  return diff(before.data, after.data).filter((change) => change.kind === 'renamed')
}
