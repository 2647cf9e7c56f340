import type { Conflict, Document, Entry, Slug } from '../../treaty/index.ts'
import { align, idOf, type Key } from './align.ts'
import { mergeEntry, survives } from './merge-entry.ts'
import { mergeNumbers } from './merge-numbers.ts'
import { mergeOrder, type Precedence } from './merge-order.ts'
import { mergeSections } from './merge-sections.ts'
import { type Reconciling, reconcile, reconcileMembers, shown } from './reconcile.ts'
import { mapThree, type Three } from './three-way.ts'

/** What two sides come to. Where there are conflicts, the document has our side of them. */
export interface MergeResult {
  document: Document
  conflicts: Conflict[]
}

export interface MergeOptions {
  /**
   * Entries that stand before others that come to the same place, first first: those of amendments already adopted, in their
   * order. What is not named comes after, by id.
   */
  seniority?: readonly Slug[]
}

/**
 * Merges two versions of a document that both come from `base`, by entry and field: additions at one place both stand, different
 * fields of an entry merge, a move merges with an edit, numbers are derived in order where they would collide. What both sides
 * changed, each in its way, is a conflict that gives the three texts. It does not matter which side is which, as long as there is no
 * conflict. No entry is ever there twice, and none is lost that no side removed.
 *
 * @throws AnnexError `invalid` where a version holds an id twice
 */
export function merge(base: Document, ours: Document, theirs: Document, options: MergeOptions = {}): MergeResult {
  const conflicts: Conflict[] = []
  const three = { base, ours, theirs }
  const into = (entry: Slug | null): Reconciling => ({ document: ours.document, entry, conflicts })
  const precedence = precedenceBy(options.seniority ?? [])
  const sections = mergeSections(three, into(null), (one, other) => precedence(` ${one}`, ` ${other}`))
  const entries = mergeEntries(three, precedence, into)
  const title = reconcileMembers(
    mapThree(three, (document) => document.title),
    (language, words) => reconcile(into(null), 'title', words, language),
  )
  const note = reconcile(
    into(null),
    'note',
    mapThree(three, (document) => document.note),
  )
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

function mergeEntries(
  documents: Three<Document>,
  precedence: Precedence,
  into: (entry: Slug | null) => Reconciling,
): Entry[] {
  const sides = align(documents.base, documents.ours, documents.theirs)
  const versions = (key: Key) => mapThree(sides, ({ entries }) => entries.get(key))
  const stays = new Map<Key, boolean>()
  for (const key of new Set([...sides.base.keys, ...sides.ours.keys, ...sides.theirs.keys])) {
    stays.set(key, survives(versions(key), into(idOf(key))))
  }
  const { keys, conflicts } = mergeOrder(sides, (key) => stays.get(key) === true, precedence)
  for (const key of conflicts) reportPlace(key, sides, into(idOf(key)))
  const entries = new Map(keys.map((key) => [key, mergeEntry(versions(key), into(idOf(key)))]))
  keepIdsApart(entries, sides, into)
  const numbers = mergeNumbers({ entries, keys, sides }, into(null))
  return keys.flatMap((key) => withNumber(entries.get(key), numbers.get(key)) ?? [])
}

function withNumber(entry: Entry | undefined, number: string | undefined): Entry | undefined {
  if (!entry || entry.number === number) return entry
  const { id, number: _, ...rest } = entry
  return number === undefined ? { id, ...rest } : { id, number, ...rest }
}

function reportPlace(key: Key, sides: ReturnType<typeof align>, { document, entry, conflicts }: Reconciling): void {
  const behind = mapThree(sides, ({ keys }) => {
    const index = keys.indexOf(key)
    const before = keys[index - 1]
    if (index < 0) return null
    return before === undefined ? 'first' : `after ${idOf(before)}`
  })
  conflicts.push({ document, entry, field: 'place', language: null, ...behind })
}

/** Two entries that would come to have one id, because a side gave it to one and the other side to another, keep their own. */
function keepIdsApart(
  entries: Map<Key, Entry>,
  sides: ReturnType<typeof align>,
  into: (entry: Slug | null) => Reconciling,
): void {
  const bearers = new Map<Slug, Key[]>()
  for (const [key, { id }] of entries) bearers.set(id, [...(bearers.get(id) ?? []), key])
  for (const [, keys] of bearers) {
    if (keys.length < 2) continue
    for (const key of keys) {
      const entry = entries.get(key)
      if (!entry || entry.id === idOf(key)) continue
      const { document, conflicts } = into(idOf(key))
      const three = mapThree(sides, (side) => shown(side.entries.get(key)?.id))
      conflicts.push({ document, entry: idOf(key), field: 'id', language: null, ...three })
      entries.set(key, { ...entry, id: idOf(key) })
    }
  }
}
