import type { Change, Document, Entry, EntryPlace, Slug } from '../../treaty/index.ts'
import { changesInEntry } from './changes-in-entry.ts'
import { type Matching, matchEntries } from './match-entries.ts'
import { movedEntries, type PlaceAt, placesOf } from './order-of-entries.ts'
import { sameValue } from './same-value.ts'

/**
 * Compares two versions of a document, and returns the changes in the terms of treaty drafting: entries are matched by id, with one
 * change per entry and kind and the smallest set of moves. Changes of the document itself come first, then those of entries in the
 * order of `after`, with each removed entry where it was. `apply(before, diff(before, after)).document` is `after`.
 *
 * The changes name the document of `after`. That two different documents are compared is not itself a change.
 *
 * @throws AnnexError `invalid` if an id occurs twice in a document
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
    changes.push({ document, entry: null, kind: 'note', before: noteOf(before), after: noteOf(after) })
  }
  return changes
}

function noteOf(document: Document): { note?: NonNullable<Document['note']> } {
  return document.note === undefined ? {} : { note: document.note }
}

function changesOfEntries(before: Document, after: Document, matching: Matching): Change[] {
  const document = after.document
  const moved = movedEntries(after, matching)
  const stays = (id: Slug) => matching.byAfter.has(id) && !moved.has(id)
  const placeBefore = placesOf(before, (id) => stays(matching.byBefore.get(id)?.after.id ?? ''))
  const placeAfter = placesOf(after, stays)
  const removals = removalsByPlace(document, before, matching, moved, placeBefore)
  const changes = removals.get(null) ?? []
  after.entries.forEach((entry, position) => {
    const match = matching.byAfter.get(entry.id)
    if (match) {
      if (moved.has(entry.id))
        changes.push(movedChange(document, entry, placeBefore(match.position), placeAfter(position)))
      changes.push(...changesInEntry(document, match))
    } else
      changes.push({
        document,
        entry: entry.id,
        kind: 'added',
        before: null,
        after: entry,
        place: placeAfter(position),
      })
    changes.push(...(removals.get(entry.id) ?? []))
  })
  return changes
}

function movedChange(document: Slug, entry: Entry, before: EntryPlace, after: EntryPlace): Change {
  return { document, entry: entry.id, kind: 'moved', before, after }
}

/** Returns the removals, by the id (in the later version) of the last entry before them that stayed in place. */
function removalsByPlace(
  document: Slug,
  before: Document,
  matching: Matching,
  moved: ReadonlySet<Slug>,
  placeBefore: PlaceAt,
): Map<Slug | null, Change[]> {
  const removals = new Map<Slug | null, Change[]>()
  if (matching.removed.length === 0) return removals
  let lastStaying: Slug | null = null
  before.entries.forEach((entry, position) => {
    const match = matching.byBefore.get(entry.id)
    if (match) {
      if (!moved.has(match.after.id)) lastStaying = match.after.id
      return
    }
    const place = placeBefore(position)
    const removal: Change = { document, entry: entry.id, kind: 'removed', before: entry, after: null, place }
    const others = removals.get(lastStaying)
    if (others) others.push(removal)
    else removals.set(lastStaying, [removal])
  })
  return removals
}
