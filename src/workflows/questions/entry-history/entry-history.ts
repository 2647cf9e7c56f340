import type { Commit, FileVersion, Repository } from '../../../git/index.ts'
import { changedEntries, entryIds, type Fate } from './changed-entries.ts'
import { openKeptAnswers } from './kept-answers.ts'
import { type Version, versionOf } from './layout.ts'

/** A commit that changed entries of a document, and which. */
export interface EntryChange {
  commit: Commit
  /** Ids of entries added, removed or changed against every parent. */
  entries: string[]
  /** Whether some of them were not there before, and others are no longer: then one may be another under a new id. */
  comeAndGo: boolean
}

/** Walks shorter than this are not worth keeping an answer for. */
const WORTH_KEEPING = 500

/**
 * The commits that changed entries of a document, from `start` back, in the order of Repository.log.
 * @param path the document's file
 */
export function* entryChanges(repository: Repository, path: string, start: string): Generator<EntryChange> {
  const read = versionReader(repository)
  for (const version of repository.fileVersions(start, path)) {
    const entries = changedIn(version, read)
    if (entries.size === 0) continue
    const fates = new Set(entries.values())
    const comeAndGo = fates.has('added') && fates.has('removed')
    yield { commit: version.commit, entries: [...entries.keys()].sort(), comeAndGo }
  }
}

/**
 * For each entry that a document has at `start`, the commit that changed it last: the first in the order of Repository.log.
 * @param worthKeeping from how many commits on an answer is kept on disk for the next time
 * @returns commit ids by entry id
 */
export function lastChanges(
  repository: Repository,
  path: string,
  start: string,
  worthKeeping = WORTH_KEEPING,
): Map<string, string> {
  const kept = openKeptAnswers(repository.commonDirectory, path)
  const known = kept.read(start)
  if (known !== null) return known
  const read = versionReader(repository)
  const found = new Map<string, string>()
  let open: Set<string> | undefined
  let walked = 0
  for (const version of repository.fileVersions(start, path)) {
    open ??= idsIn(version.blob, read)
    const rest = version.alone ? kept.read(version.commit.id) : null
    for (const id of (rest ?? changedIn(version, read)).keys())
      take(found, open, id, rest?.get(id) ?? version.commit.id)
    walked++
    if (open.size === 0 || rest !== null) break
  }
  if (walked >= worthKeeping) kept.write(start, found)
  return found
}

function take(found: Map<string, string>, open: Set<string>, id: string, commit: string): void {
  if (open.delete(id)) found.set(id, commit)
}

function idsIn(blob: string | null, read: (blob: string) => Version): Set<string> {
  return new Set(blob === null ? [] : entryIds(read(blob)))
}

/** What a commit changed, and how against its first parent: that which differs from each of its parents. */
function changedIn({ blob, before }: FileVersion, read: (blob: string) => Version): Map<string, Fate> {
  if (before.includes(blob)) return new Map()
  const [first = null, ...others] = before
  const changed = between(first, blob, read)
  for (const other of others) {
    const against = between(other, blob, read)
    for (const id of changed.keys()) if (!against.has(id)) changed.delete(id)
  }
  return changed
}

function between(before: string | null, after: string | null, read: (blob: string) => Version): Map<string, Fate> {
  if (before !== null && after !== null) return changedEntries(read(before), read(after))
  const fate = before === null ? 'added' : 'removed'
  return new Map([...idsIn(before ?? after, read)].map((id) => [id, fate]))
}

/** Reads versions by blob id and keeps the last few: the next commit's version is mostly this one's parent. */
function versionReader(repository: Repository): (blob: string) => Version {
  const kept = new Map<string, Version>()
  let last: Version | undefined
  return (blob) => {
    const known = kept.get(blob)
    if (known !== undefined) return known
    const { buffer, byteOffset, length } = repository.readBlob(blob)
    const version = versionOf(Buffer.from(buffer, byteOffset, length), last)
    last = version
    const [oldest] = kept.keys()
    if (kept.size >= 8 && oldest !== undefined) kept.delete(oldest)
    kept.set(blob, version)
    return version
  }
}
