import type { Conflict, Document, Entry, Slug } from '../../treaty/index.ts'
import { groupBy } from '../diff/group-by.ts'
import { type Keeping, keepingOf, mergeEntry } from './merge-entry.ts'
import { mergeNumbers } from './merge-numbers.ts'
import { mergeOrder, type Precedence } from './merge-order.ts'
import { mergeSections, sectionsInUse } from './merge-sections.ts'
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
  /**
   * What happens to new facts or a new note of an entry that the other side removes: they are removed with it (`removed`, the
   * default: no editorial change stops an amendment), or that is a conflict.
   */
  editorialChanges?: 'removed' | 'conflict'
}

/** A merged document, and what identifies each of its entries in all versions, in order. */
export interface AlignedMerge extends MergeResult {
  keys: Key[]
  versions: ThreeVersions<AlignedVersion>
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
  const { document, conflicts } = mergeAligned({ base, ours, theirs }, options)
  return { document, conflicts }
}

/** Merges as `merge` does, and also returns which entries of the three versions are the same. */
export function mergeAligned(three: ThreeVersions<Document>, options: MergeOptions = {}): AlignedMerge {
  const conflicts: Conflict[] = []
  const contextOf: ContextOf = (entry) => ({ document: three.ours.document, entry, conflicts })
  const whole = contextOf(null)
  const precedence = precedenceBy(options.seniority ?? [])
  const { entries, keys, versions } = mergeEntries(three, { options, precedence, contextOf })
  const sections = mapVersions(three, (document) => document.sections ?? [])
  const inUse = sectionsInUse(entries, keys, versions, { sections, contextOf })
  const bySection: Precedence = (one, other) => precedence(` ${one}`, ` ${other}`)
  const field = <Name extends keyof Document>(name: Name): Document[Name] =>
    mergeField(
      whole,
      name,
      mapVersions(three, (document) => document[name]),
    )
  const titles = mapVersions(three, ({ title }) => title)
  // A key of the schema that is missing here does not compile.
  const fields: { [Name in keyof Required<Document>]: Document[Name] } = {
    document: field('document'),
    title: mergeMembers(titles, (language, words) => mergeField(whole, 'title', words, language)) ?? three.ours.title,
    note: field('note'),
    sections: mergeSections(three, whole, { precedence: bySection, inUse }),
    entries,
  }
  const { document: id, title, note, sections: merged, ...others } = fields
  const document = {
    document: id,
    title,
    ...(note === undefined ? {} : { note }),
    ...(merged === undefined ? {} : { sections: merged }),
    ...others,
  }
  return { document, conflicts, keys, versions }
}

function precedenceBy(seniority: readonly Slug[]): Precedence {
  const rank = new Map(seniority.map((id, index) => [id, index]))
  const rankOf = (key: Key) => rank.get(idOf(key)) ?? seniority.length
  return (one, other) => rankOf(one) - rankOf(other) || (idOf(one) < idOf(other) ? -1 : idOf(one) > idOf(other) ? 1 : 0)
}

interface EntriesMerge {
  options: MergeOptions
  precedence: Precedence
  contextOf: ContextOf
}

function mergeEntries(documents: ThreeVersions<Document>, { options, precedence, contextOf }: EntriesMerge) {
  const versions = alignVersions(documents.base, documents.ours, documents.theirs)
  const versionsOf = (key: Key) => mapVersions(versions, ({ entries }) => entries.get(key))
  const keeping = new Map<Key, Keeping>()
  for (const key of new Set([...versions.base.keys, ...versions.ours.keys, ...versions.theirs.keys])) {
    keeping.set(key, keepingOf(versionsOf(key), contextOf(idOf(key)), options.editorialChanges === 'conflict'))
  }
  const { keys, conflicts } = mergeOrder(versions, (key) => keeping.get(key) !== 'removed', precedence)
  for (const key of conflicts) reportPlace(key, versions, contextOf(idOf(key)))
  const entries = new Map(keys.map((key) => [key, mergeEntry(versionsOf(key), contextOf(idOf(key)))]))
  keepIdsUnique(entries, versions, contextOf)
  // The other entries are numbered as on the side that removed a disputed one: nobody disputes their numbers.
  const undisputed = keys.filter((key) => keeping.get(key) === 'kept')
  const numbers = mergeNumbers({ entries, keys: undisputed, versions }, contextOf(null))
  const numbered = keys.flatMap((key) => {
    const entry = entries.get(key)
    return (numbers.has(key) ? withNumber(entry, numbers.get(key)) : entry) ?? []
  })
  return { entries: numbered, keys, versions }
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
