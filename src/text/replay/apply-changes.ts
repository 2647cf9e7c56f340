import type { Change, NoteChanged, SectionsChanged, TitleChanged } from '../../treaty/index.ts'
import { sameValue } from '../diff/same-value.ts'
import { openLine, removeLine, renameLine } from './add-move-remove.ts'
import { changeFacts, changeNote, rewordLine } from './edit-entry.ts'
import type { Manuscript } from './editable-document.ts'
import type { Mismatch } from './mismatch.ts'
import { type AnchorElsewhere, type Placing, placeLines } from './place-entries.ts'
import { renumberLine, settleNumbers } from './renumber.ts'

/**
 * Makes one amendment's changes in a manuscript, in the order that makes them well defined whatever order they are listed in:
 * the document's own; what is removed; what is renamed; what is moved or added, each behind the entry it names, top to bottom;
 * then numbers, words, facts and notes. What does not find the *before* that it names is left undone and returned.
 */
export function takeChanges(
  manuscript: Manuscript,
  changes: readonly Change[],
  elsewhere?: AnchorElsewhere,
): Mismatch[] {
  manuscript.taken += 1
  const mismatches: Mismatch[] = []
  const note = (mismatch: Mismatch | null) => {
    if (mismatch) mismatches.push(mismatch)
  }
  for (const change of changes) if (change.entry === null) note(changeDocument(manuscript, change))
  for (const change of changes) if (change.kind === 'removed') note(removeLine(manuscript, change))
  for (const change of changes) if (change.kind === 'renamed') note(renameLine(manuscript, change))
  const placings = changes.map((change) => openLine(manuscript, change, note)).filter((placing) => placing !== null)
  placeLines(manuscript, placings, elsewhere)
  const follows = placings.length > 0 || changes.some(({ kind }) => kind === 'removed')
  for (const change of changes) note(changeLine(manuscript, change, follows))
  settleNumbers(manuscript, addedLines(placings))
  return mismatches
}

function addedLines(placings: readonly Placing[]): Placing['line'][] {
  return placings.filter((placing) => placing.change.kind === 'added').map((placing) => placing.line)
}

function changeLine(manuscript: Manuscript, change: Change, follows: boolean): Mismatch | null {
  switch (change.kind) {
    case 'renumbered':
      return renumberLine(manuscript, change, follows)
    case 'reworded':
      return rewordLine(manuscript, change)
    case 'fact':
      return changeFacts(manuscript, change)
    case 'note':
      return change.entry === null ? null : changeNote(manuscript, change, change.entry)
    default:
      return null
  }
}

function changeDocument(
  manuscript: Manuscript,
  change: Extract<Change, { entry: null }> | TitleChanged | SectionsChanged | NoteChanged,
): Mismatch | null {
  const found = documentPart(manuscript, change)
  if (sameValue(found, change.after)) return null
  if (!sameValue(found, change.before)) {
    return { change, field: change.kind, expected: JSON.stringify(change.before), found: JSON.stringify(found) }
  }
  if (change.kind === 'title') manuscript.title = change.after
  if (change.kind === 'sections') manuscript.sections = change.after ?? undefined
  if (change.kind === 'note') manuscript.note = change.after.note
  return null
}

function documentPart(manuscript: Manuscript, change: TitleChanged | SectionsChanged | NoteChanged): unknown {
  if (change.kind === 'title') return manuscript.title
  if (change.kind === 'sections') return manuscript.sections ?? null
  return manuscript.note === undefined ? {} : { note: manuscript.note }
}
