import {
  commentsIn,
  documentPath,
  emptyItemCache,
  formatFile,
  parseFile,
  readDocument,
  renameEntries,
  schemaPathFor,
} from '../../files/index.ts'
import { type Repository, type Snapshot, writeWorkTreeFile } from '../../git/index.ts'
import { apply, compare } from '../../text/index.ts'
import { AnnexError, type Change, type Difference, type Document, type Finding } from '../../treaty/index.ts'
import { fileKind } from '../record/record-paths.ts'
import { dataOf, soundFile } from '../record/sound-files.ts'

/** The files that are not in canonical form, with that form; and the findings of files that cannot be read. */
interface FormattedFiles {
  formatted: { file: string; text: string }[]
  findings: Finding[]
}

/**
 * Formats files, each by its kind.
 * @param exists whether a path from the folder of a file exists: a file gets a modeline only if its schema exists
 * @throws AnnexError not-found
 */
export async function formatFiles(
  snapshot: Snapshot,
  files: readonly string[],
  exists: (file: string, path: string) => boolean,
): Promise<FormattedFiles> {
  const formatted: FormattedFiles['formatted'] = []
  const findings: Finding[][] = []
  for (const file of files) {
    const bytes = await snapshot.readFile(file)
    if (bytes === null) throw new AnnexError('not-found', `file ${file} not found`, 'check the path')
    const kind = fileKind(file, bytes)
    const schema = schemaPathFor(kind)
    const result = formatFile(kind, { file, bytes }, schema !== undefined && exists(file, schema))
    findings.push(result.findings)
    const text = result.formatted
    if (text !== null && text !== new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))
      formatted.push({ file, text })
  }
  return { formatted, findings: findings.flat() }
}

/**
 * Compares two files, inside or outside a repository.
 * @throws AnnexError invalid when one cannot be read as a document
 */
export function differenceOfFiles(
  from: { file: string; bytes: Uint8Array },
  to: { file: string; bytes: Uint8Array },
): Difference {
  const cache = emptyItemCache()
  const before = dataOf(parseFile('document', from, cache), `annex validate ${from.file}`)
  const after = dataOf(parseFile('document', to, cache), `annex validate ${to.file}`)
  return compare(from.file, to.file, [{ before, after }])
}

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
  const names = new Map(changes.flatMap((change) => (change.kind === 'renamed' ? [[change.before, change.after]] : [])))
  const comments = renameEntries(commentsIn('document', previous), (id) => names.get(id) ?? id)
  writeWorkTreeFile(repository, file, new TextDecoder().decode(soundFile('document', file, after, comments)))
  return { file, changes }
}
