import { diffLines } from 'diff'
import type { Conflict, Document, Entry, Slug } from '../../treaty/index.ts'
import { groupBy } from '../diff/group-by.ts'
import { isKept, mergeEntry } from './merge-entry.ts'
import { mergeNumbers } from './merge-numbers.ts'
import { mergeOrder, type Precedence } from './merge-order.ts'
import { mergeSections } from './merge-sections.ts'
import {
  type AlignedVersion,
  alignVersions,
  asText,
  idOf,
  type Key,
  type MergeContext,
  mapVersions,
  mergeField,
  mergeMembers,
  type ThreeVersions,
} from './three-way.ts'

/** A merged document. Where there is a conflict, it has our side's version. */
export interface MergeResult {
  document: Document
  conflicts: Conflict[]
}

export interface MergeOptions {
  /**
   * Entries that come before other entries added at the same place, in this order: those of amendments that are already adopted.
   * All other entries come after them, by id.
   */
  seniority?: readonly Slug[]
}

type ContextOf = (entry: Slug | null) => MergeContext

/**
 * Merges two versions of a document that were both made from `base`, by entry and field. Additions at one place are both kept;
 * changes of different fields of an entry are combined, as are a move and an edit; numbers that would collide are derived from the
 * order. If both sides changed a thing differently, that is a conflict with the three texts. Without conflicts, the result is the same if
 * the sides are exchanged. No entry occurs twice, and no entry is lost that no side removed.
 *
 * @throws AnnexError `invalid` if an id occurs twice in a version
 */
export function merge(base: Document, ours: Document, theirs: Document, options: MergeOptions = {}): MergeResult {
  const conflicts: Conflict[] = []
  const three = { base, ours, theirs }
  const contextOf: ContextOf = (entry) => ({ document: ours.document, entry, conflicts })
  const whole = contextOf(null)
  const precedence = precedenceBy(options.seniority ?? [])
  const sections = mergeSections(three, whole, (one, other) => precedence(` ${one}`, ` ${other}`))
  const entries = mergeEntries(three, precedence, contextOf)
  const titles = mapVersions(three, ({ title }) => title)
  const title = mergeMembers(titles, (language, words) => mergeField(whole, 'title', words, language))
  const notes = mapVersions(three, (document) => document.note)
  const note = mergeField(whole, 'note', notes)
  const document: Document = {
    document: ours.document,
    title: title ?? ours.title,
    ...(note === undefined ? {} : { note }),
    ...(sections === undefined ? {} : { sections }),
    entries,
  }
  return { document, conflicts }
}

function precedenceBy(seniority: readonly Slug[]): Precedence {
  const rank = new Map(seniority.map((id, index) => [id, index]))
  const rankOf = (key: Key) => rank.get(idOf(key)) ?? seniority.length
  return (one, other) => rankOf(one) - rankOf(other) || (idOf(one) < idOf(other) ? -1 : idOf(one) > idOf(other) ? 1 : 0)
}

function mergeEntries(documents: ThreeVersions<Document>, precedence: Precedence, contextOf: ContextOf): Entry[] {
  const versions = alignVersions(documents.base, documents.ours, documents.theirs)
  const versionsOf = (key: Key) => mapVersions(versions, ({ entries }) => entries.get(key))
  const kept = new Map<Key, boolean>()
  for (const key of new Set([...versions.base.keys, ...versions.ours.keys, ...versions.theirs.keys])) {
    kept.set(key, isKept(versionsOf(key), contextOf(idOf(key))))
  }
  const { keys, conflicts } = mergeOrder(versions, (key) => kept.get(key) === true, precedence)
  for (const key of conflicts) reportPlace(key, versions, contextOf(idOf(key)))
  const entries = new Map(keys.map((key) => [key, mergeEntry(versionsOf(key), contextOf(idOf(key)))]))
  keepIdsUnique(entries, versions, contextOf)
  const numbers = mergeNumbers({ entries, keys, versions }, contextOf(null))
  return keys.flatMap((key) => withNumber(entries.get(key), numbers.get(key)) ?? [])
}

function withNumber(entry: Entry | undefined, number: string | undefined): Entry | undefined {
  if (!entry || entry.number === number) return entry
  const { id, number: _, ...rest } = entry
  return number === undefined ? { id, ...rest } : { id, number, ...rest }
}

function reportPlace(
  key: Key,
  versions: ThreeVersions<AlignedVersion>,
  { document, entry, conflicts }: MergeContext,
): void {
  const places = mapVersions(versions, ({ keys }) => {
    const index = keys.indexOf(key)
    const before = keys[index - 1]
    if (index < 0) return null
    return before === undefined ? 'first' : `after ${idOf(before)}`
  })
  conflicts.push({ document, entry, field: 'place', language: null, ...places })
}

/** If one side gave an id to one entry and the other side gave it to another, both entries keep their old ids, with a conflict. */
function keepIdsUnique(entries: Map<Key, Entry>, versions: ThreeVersions<AlignedVersion>, contextOf: ContextOf): void {
  const keysOfId = groupBy(entries.keys(), (key) => entries.get(key)?.id)
  for (const key of [...keysOfId.values()].filter((keys) => keys.length > 1).flat()) {
    const entry = entries.get(key)
    if (!entry || entry.id === idOf(key)) continue
    const { document, conflicts } = contextOf(idOf(key))
    const three = mapVersions(versions, (version) => asText(version.entries.get(key)?.id))
    conflicts.push({ document, entry: idOf(key), field: 'id', language: null, ...three })
    entries.set(key, { ...entry, id: idOf(key) })
  }
}

/**
 * Joins two texts that differ only where they conflict into one text, with git's conflict markers around each difference.
 * @param names the labels of the two sides in the markers
 */
export function markConflicts(ours: string, theirs: string, names: { ours: string; theirs: string }): string {
  const out: string[] = []
  const pending = { ours: '', theirs: '' }
  const flush = () => {
    if (pending.ours === '' && pending.theirs === '') return
    out.push(`<<<<<<< ${names.ours}\n${pending.ours}=======\n${pending.theirs}>>>>>>> ${names.theirs}\n`)
    pending.ours = ''
    pending.theirs = ''
  }
  for (const { value, added, removed } of diffLines(ours, theirs)) {
    if (removed) pending.ours += value
    else if (added) pending.theirs += value
    else {
      flush()
      out.push(value)
    }
  }
  flush()
  return out.join('')
}
