import {
  documentPath,
  emptyItemCache,
  formatFile,
  parseFile,
  readDocument,
  schemaPathFor,
  serialize,
} from '../../files/index.ts'
import { type Repository, type Snapshot, writeWorkTreeFile } from '../../git/index.ts'
import { apply, compare, markConflicts, merge } from '../../text/index.ts'
import {
  AnnexError,
  type Change,
  type Conflict,
  type Difference,
  type Document,
  type Finding,
} from '../../treaty/index.ts'
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

/** Three versions of a document's file, as git gives them to a merge driver. */
export interface ThreeFiles {
  /** The path of the file in the repository. */
  path: string
  base: Uint8Array
  ours: Uint8Array
  theirs: Uint8Array
}

/**
 * Merges three versions of a document by entry and field. Where both sides changed the same words, the text contains both
 * between git's conflict markers, and so is not a valid document.
 * @throws AnnexError invalid when one of the three cannot be read; git's own merge then writes its markers
 */
export function mergeFiles({ path, base, ours, theirs }: ThreeFiles): { text: string; conflicts: Conflict[] } {
  const [was, mine, other] = [base, ours, theirs].map((bytes) => readSide(path, bytes))
  if (was === undefined || mine === undefined || other === undefined)
    throw new TypeError('a merge needs three versions')
  const merged = merge(was, mine, other)
  const text = serialize('document', merged.document, ours)
  if (merged.conflicts.length === 0) return { text, conflicts: [] }
  const otherText = serialize('document', merge(was, other, mine).document, ours)
  return { text: markConflicts(text, otherText, { ours: 'ours', theirs: 'theirs' }), conflicts: merged.conflicts }
}

// The base is empty where both sides added the file.
function readSide(path: string, bytes: Uint8Array): Document {
  if (bytes.length === 0) return { document: documentIn(path), title: { en: '' }, entries: [] }
  return dataOf(parseFile('document', { file: path, bytes }), `annex validate ${path}`)
}

function documentIn(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.yaml$/, '')
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
  writeWorkTreeFile(repository, file, new TextDecoder().decode(soundFile('document', file, after, previous)))
  return { file, changes }
}
