import {
  type Comments,
  type DataOf,
  documentPath,
  type FileKind,
  listDocuments,
  parseFile,
  readDocument,
  serialize,
} from '../../files/index.ts'
import type { Repository, Snapshot } from '../../git/index.ts'
import { AnnexError, type Document, type Finding, hasErrors } from '../../treaty/index.ts'
import { unknownDocument } from './refusals.ts'

interface Parsed<Data> {
  file: string
  data: Data | null
  findings: readonly Finding[]
}

/**
 * Returns the data of a file that has no errors.
 * @param command shows everything that is wrong with the file
 * @throws AnnexError invalid, with the file and its first error
 */
export function dataOf<Data>(parsed: Parsed<Data>, command: string): Data {
  if (parsed.data !== null && !hasErrors(parsed.findings)) return parsed.data
  const first = parsed.findings.find((finding) => finding.level === 'error')
  const line = first?.at?.position?.line
  const where = line === undefined ? parsed.file : `${parsed.file}:${line}`
  throw new AnnexError(
    'invalid',
    `${where}: ${first?.message ?? 'cannot be read'}`,
    `${command} shows everything that is wrong`,
  )
}

/**
 * Returns the bytes of a file to write, after reading them once as every later command will.
 * @param previous the file before, for its comments; or the comments
 * @throws AnnexError usage when the bytes could not be read again
 */
export function soundFile<K extends FileKind>(
  kind: K,
  file: string,
  data: DataOf<K>,
  previous?: Uint8Array | Comments,
): Uint8Array {
  const bytes = new TextEncoder().encode(serialize(kind, data, previous))
  const error = parseFile(kind, { file, bytes }).findings.find(({ level }) => level === 'error')
  if (error === undefined) return bytes
  throw new AnnexError('usage', `${error.message}: nothing was written`, 'give another value')
}

/**
 * Returns a document that exists and has no errors.
 * @throws AnnexError not-found, with the ids of the documents that exist; invalid
 */
export async function readSoundDocument(snapshot: Snapshot, id: string): Promise<Document> {
  const path = documentPath(id)
  if ((await snapshot.readFile(path)) === null) throw unknownDocument(id, await listDocuments(snapshot))
  return dataOf(await readDocument(snapshot, id), `annex validate ${path}`)
}

/** @throws AnnexError not-found when main has no document with this id */
export async function refuseUnknownDocument(repository: Repository, id: string): Promise<void> {
  const kept = await listDocuments(repository.at(await repository.tipOf(repository.mainBranch)))
  if (!kept.includes(id)) throw unknownDocument(id, kept)
}
