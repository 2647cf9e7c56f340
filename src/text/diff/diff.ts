import type { Change, Document, Entry, EntryPlace, Slug } from '../../treaty/index.ts'
import { entryChanges } from './changes-in-entry.ts'
import { type Matching, matchEntries } from './match-entries.ts'
import { movedEntries, type PlaceAt, placesOf } from './order-of-entries.ts'
import { sameValue } from './same-value.ts'

/**
 * What happened between two versions of a document, in the terms of treaty drafting: exact by id, one change per entry and
 * kind, the smallest set of moves. The document's own changes come first, then the entries' in the order of `after`, each
 * removed entry where it stood. `apply(before, diff(before, after))` gives `after`.
 *
 * The changes name `after`'s document; where the two sides are different documents, that is not a change.
 *
 * @throws AnnexError `invalid` where a document holds an id twice
 */
export function diff(before: Document, after: Document): Change[] {
  const matching = matchEntries(before, after)
  return [...documentChanges(before, after), ...changesOfEntries(before, after, matching)]
}

function documentChanges(before: Document, after: Document): Change[] {
  const document = after.document
  const changes: Change[] = []
  if (!sameValue(before.title, after.title)) {
    changes.push({ document, entry: null, kind: 'title', before: before.title, after: after.title })
  }
  if (!sameValue(before.sections, after.sections)) {
    const sections = { before: before.sections ?? null, after: after.sections ?? null }
    changes.push({ document, entry: null, kind: 'sections', ...sections })
  }
  if (!sameValue(before.note, after.note)) {
    changes.push({ document, entry: null, kind: 'note', before: remark(before), after: remark(after) })
  }
  return changes
}

function remark(document: Document): { note?: NonNullable<Document['note']> } {
  return document.note === undefined ? {} : { note: document.note }
}

function changesOfEntries(before: Document, after: Document, matching: Matching): Change[] {
  const document = after.document
  const moved = movedEntries(after, matching)
  const stays = (id: Slug) => matching.byAfter.has(id) && !moved.has(id)
  const stood = placesOf(before, (id) => stays(matching.byBefore.get(id)?.after.id ?? ''))
  const stands = placesOf(after, stays)
  const removals = removalsByPlace(document, before, matching, moved, stood)
  const changes = removals.get(null) ?? []
  after.entries.forEach((entry, position) => {
    const match = matching.byAfter.get(entry.id)
    if (match) {
      if (moved.has(entry.id)) changes.push(movedChange(document, entry, stood(match.position), stands(position)))
      changes.push(...entryChanges(document, match))
    } else
      changes.push({ document, entry: entry.id, kind: 'added', before: null, after: entry, place: stands(position) })
    changes.push(...(removals.get(entry.id) ?? []))
  })
  return changes
}

function movedChange(document: Slug, entry: Entry, stood: EntryPlace, stands: EntryPlace): Change {
  return { document, entry: entry.id, kind: 'moved', before: stood, after: stands }
}

/** The removals, by the id (in the later version) of the last entry before them that stayed in place. */
function removalsByPlace(
  document: Slug,
  before: Document,
  matching: Matching,
  moved: ReadonlySet<Slug>,
  stood: PlaceAt,
): Map<Slug | null, Change[]> {
  const removals = new Map<Slug | null, Change[]>()
  if (matching.removed.length === 0) return removals
  let behind: Slug | null = null
  before.entries.forEach((entry, position) => {
    const match = matching.byBefore.get(entry.id)
    if (match) {
      if (!moved.has(match.after.id)) behind = match.after.id
      return
    }
    const place = stood(position)
    const removal: Change = { document, entry: entry.id, kind: 'removed', before: entry, after: null, place }
    const others = removals.get(behind)
    if (others) others.push(removal)
    else removals.set(behind, [removal])
  })
  return removals
}
