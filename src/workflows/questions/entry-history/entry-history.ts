import type { Commit, FileVersion, Repository } from '../../../git/index.ts'
import { openAnswerCache } from './answer-cache.ts'
import { changedEntries, type EntryStatus, entryIds } from './changed-entries.ts'
import { type Version, versionOf } from './layout.ts'

/** A commit that changed entries of a document. */
interface EntryChange {
  commit: Commit
  /** Ids of entries added, removed or changed against every parent. */
  entries: string[]
  /** Whether it added and removed entries: then an entry may have a new id. */
  maybeRenamed: boolean
}

/** The number of commits from which an answer is cached. */
const WORTH_CACHING = 500

/**
 * Yields the commits that changed entries of a document, from `start` back, in the order of Repository.log.
 * @param path the document's file
 */
export function* entryChanges(repository: Repository, path: string, start: string): Generator<EntryChange> {
  const read = versionReader(repository)
  for (const version of repository.fileVersions(start, path)) {
    const entries = changedIn(version, read)
    if (entries.size === 0) continue
    const statuses = new Set(entries.values())
    const maybeRenamed = statuses.has('added') && statuses.has('removed')
    yield { commit: version.commit, entries: [...entries.keys()].sort(), maybeRenamed }
  }
}

/**
 * Finds the last commit that changed each entry of a document at `start`: the first in the order of Repository.log.
 * @param worthCaching the number of commits from which an answer is cached on disk
 * @returns commit ids by entry id
 */
export function lastChanges(
  repository: Repository,
  path: string,
  start: string,
  worthCaching = WORTH_CACHING,
): Map<string, string> {
  const cache = openAnswerCache(repository.commonDirectory, path)
  const known = cache.read(start)
  if (known !== null) return known
  const read = versionReader(repository)
  const found = new Map<string, string>()
  let open: Set<string> | undefined
  let walked = 0
  for (const version of repository.fileVersions(start, path)) {
    open ??= idsIn(version.blob, read)
    const rest = version.alone ? cache.read(version.commit.id) : null
    for (const id of (rest ?? changedIn(version, read)).keys())
      take(found, open, id, rest?.get(id) ?? version.commit.id)
    walked++
    if (open.size === 0 || rest !== null) break
  }
  if (walked >= worthCaching) cache.write(start, found)
  return found
}

function take(found: Map<string, string>, open: Set<string>, id: string, commit: string): void {
  if (open.delete(id)) found.set(id, commit)
}

function idsIn(blob: string | null, read: (blob: string) => Version): Set<string> {
  return new Set(blob === null ? [] : entryIds(read(blob)))
}

/** Returns the entries that differ from each parent of a commit, with the difference from its first parent. */
function changedIn({ blob, before }: FileVersion, read: (blob: string) => Version): Map<string, EntryStatus> {
  if (before.includes(blob)) return new Map()
  const [first = null, ...others] = before
  const changed = between(first, blob, read)
  for (const other of others) {
    const against = between(other, blob, read)
    for (const id of changed.keys()) if (!against.has(id)) changed.delete(id)
  }
  return changed
}

function between(
  before: string | null,
  after: string | null,
  read: (blob: string) => Version,
): Map<string, EntryStatus> {
  if (before !== null && after !== null) return changedEntries(read(before), read(after))
  const status = before === null ? 'added' : 'removed'
  return new Map([...idsIn(before ?? after, read)].map((id) => [id, status]))
}

/** Reads versions by blob id and keeps the last few: a version is often the parent of the next one. */
function versionReader(repository: Repository): (blob: string) => Version {
  const kept = new Map<string, Version>()
  let last: Version | undefined
  return (blob) => {
    const known = kept.get(blob)
    if (known !== undefined) return known
    const { buffer, byteOffset, length } = repository.readBlob(blob, { isChecked: false })
    const version = versionOf(Buffer.from(buffer, byteOffset, length), last)
    last = version
    const [oldest] = kept.keys()
    if (kept.size >= 8 && oldest !== undefined) kept.delete(oldest)
    kept.set(blob, version)
    return version
  }
}
