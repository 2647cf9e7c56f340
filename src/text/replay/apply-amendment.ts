import type { Change, NoteChanged, SectionsChanged, TitleChanged } from '../../treaty/index.ts'
import { sameValue } from '../diff/same-value.ts'
import { preparePlacement, removeEntry, renameEntry } from './add-move-remove.ts'
import { changeFacts, changeNote, rewordEntry } from './edit-entry.ts'
import type { EditableDocument, EntryNode } from './editable-document.ts'
import type { Mismatch } from './mismatch.ts'
import { type AnchorOfUntaken, type PendingPlacement, placeEntries } from './place-entries.ts'
import { numberAddedEntries, renumberEntry } from './renumber.ts'

/**
 * Applies one amendment's changes to an editable document, and returns the changes that could not be applied. The order in which
 * the changes are listed does not matter; they are applied in this order, which makes the result well defined: changes of the
 * document itself; removals; renamings; moves and additions, each after the entry that it names, from top to bottom; then
 * numbers, words, facts and notes.
 */
export function applyAmendment(
  editable: EditableDocument,
  changes: readonly Change[],
  anchorOfUntaken?: AnchorOfUntaken,
): Mismatch[] {
  editable.amendments += 1
  const mismatches: Mismatch[] = []
  const report = (mismatch: Mismatch | null) => {
    if (mismatch) mismatches.push(mismatch)
  }
  for (const change of changes) if (change.entry === null) report(changeDocument(editable, change))
  for (const change of changes) if (change.kind === 'removed') report(removeEntry(editable, change))
  for (const change of changes) if (change.kind === 'renamed') report(renameEntry(editable, change))
  const pending = changes.map((change) => preparePlacement(editable, change, report)).filter((each) => each !== null)
  placeEntries(editable, pending, anchorOfUntaken)
  const ordersEntries = pending.length > 0 || changes.some(({ kind }) => kind === 'removed')
  for (const change of changes) report(changeEntry(editable, change, ordersEntries))
  numberAddedEntries(editable, addedNodes(pending))
  return mismatches
}

function addedNodes(pending: readonly PendingPlacement[]): EntryNode[] {
  return pending.filter(({ change }) => change.kind === 'added').map(({ node }) => node)
}

function changeEntry(editable: EditableDocument, change: Change, ordersEntries: boolean): Mismatch | null {
  switch (change.kind) {
    case 'renumbered':
      return renumberEntry(editable, change, ordersEntries)
    case 'reworded':
      return rewordEntry(editable, change)
    case 'fact':
      return changeFacts(editable, change)
    case 'note':
      return change.entry === null ? null : changeNote(editable, change, change.entry)
    default:
      return null
  }
}

function changeDocument(
  editable: EditableDocument,
  change: Extract<Change, { entry: null }> | TitleChanged | SectionsChanged | NoteChanged,
): Mismatch | null {
  const found = documentPart(editable, change)
  if (sameValue(found, change.after)) return null
  if (!sameValue(found, change.before)) {
    return { change, field: change.kind, expected: JSON.stringify(change.before), found: JSON.stringify(found) }
  }
  if (change.kind === 'title') editable.title = change.after
  if (change.kind === 'sections') editable.sections = change.after ?? undefined
  if (change.kind === 'note') editable.note = change.after.note
  return null
}

function documentPart(editable: EditableDocument, change: TitleChanged | SectionsChanged | NoteChanged): unknown {
  if (change.kind === 'title') return editable.title
  if (change.kind === 'sections') return editable.sections ?? null
  return editable.note === undefined ? {} : { note: editable.note }
}
