import { type DataOf, type FileKind, type ItemCache, parseFile } from '../../files/index.ts'
import type { Repository, TreeDifference } from '../../git/index.ts'
import {
  type ApprovalFile,
  type Document,
  type EventRecord,
  isKnownError,
  type PartiesFile,
  type PolicyFile,
  type Proposal,
  type ReadingsFile,
} from '../../treaty/index.ts'

/** A file, link or submodule in a commit: its mode and object id; null if the commit has none. */
export type FileInCommit = TreeDifference['after']

/** Reads the files of the record from their objects. Each object is parsed once, in whatever commits it occurs. */
export interface FileReader {
  /** Each is null if the file does not exist, is not a plain file, or cannot be read. */
  document(path: string, file: FileInCommit): Document | null
  approval(path: string, file: FileInCommit): ApprovalFile | null
  policy(path: string, file: FileInCommit): PolicyFile | null
  event(path: string, file: FileInCommit): EventRecord | null
  parties(path: string, file: FileInCommit): PartiesFile | null
  proposal(path: string, file: FileInCommit): Proposal | null
  readings(path: string, file: FileInCommit): ReadingsFile | null
}

/** @param itemCache entries read so far: the versions of a document have most of them in common */
export function openFileReader(repository: Repository, itemCache: ItemCache): FileReader {
  const reading = <K extends FileKind>(kind: K) => {
    const known = new Map<string, DataOf<K> | null>()
    return (path: string, file: FileInCommit): DataOf<K> | null => {
      if (file === null || !isPlainFile(file)) return null
      const found = known.get(file.id)
      if (found !== undefined) return found
      const data = bytesOf(repository, file.id)
      const read = data === null ? null : parseFile(kind, { file: path, bytes: data }, itemCache).data
      known.set(file.id, read)
      return read
    }
  }
  return {
    document: reading('document'),
    approval: reading('approval'),
    policy: reading('policy'),
    event: reading('event'),
    parties: reading('parties'),
    proposal: reading('proposal'),
    readings: reading('readings'),
  }
}

/** Whether it is a file with bytes of its own: not a symbolic link, not a submodule. */
export function isPlainFile({ mode }: NonNullable<FileInCommit>): boolean {
  return mode.startsWith('100')
}

function bytesOf(repository: Repository, id: string): Uint8Array | null {
  try {
    return repository.readBlob(id)
  } catch (error) {
    if (isKnownError(error)) return null
    throw error
  }
}
