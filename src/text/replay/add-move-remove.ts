import type { Added, Change, Entry, Moved, Removed, Renamed } from '../../treaty/index.ts'
import { rewordedParts } from '../diff/changes-in-entry.ts'
import { sameValue } from '../diff/same-value.ts'
import { type EditableDocument, type EntryNode, nodeOf, presentNode, unlink } from './editable-document.ts'
import { type Mismatch, missingEntry } from './mismatch.ts'
import type { PendingPlacement } from './place-entries.ts'

/** Removes an entry. Its words must be those that the change names; an earlier amendment may have shifted its number. */
export function removeEntry(editable: EditableDocument, change: Removed): Mismatch | null {
  const node = nodeOf(editable, change.entry)
  if (!node) return missingEntry(change, change.entry)
  if (node.isRemoved) return null
  const [difference] = rewordedParts(change.before.text, node.entry.text)
  if (difference) {
    const field = `${difference.field} (${difference.language})`
    return { change, field, expected: difference.before, found: difference.after }
  }
  node.isRemoved = true
  return null
}

/** Gives an entry another id. */
export function renameEntry(editable: EditableDocument, change: Renamed): Mismatch | null {
  const node = presentNode(editable, change.before)
  if (node?.id === change.after) return null
  if (!node || node.id !== change.before)
    return { change, field: 'id', expected: change.before, found: node?.id ?? null }
  if (editable.nodes.get(change.after)?.isRemoved === false) {
    return { change, field: 'id', expected: null, found: change.after }
  }
  editable.nodes.delete(node.id)
  editable.laterIds.set(node.id, change.after)
  editable.laterIds.delete(change.after)
  editable.nodes.set(change.after, node)
  node.id = change.after
  node.entry = withFormerIds({ ...node.entry, id: change.after }, change)
  return null
}

function withFormerIds(entry: Entry, { formerly }: Renamed): Entry {
  if (!formerly) return entry
  const { formerly: _, ...rest } = entry
  return formerly.after === null ? rest : { ...rest, formerly: formerly.after }
}

/** Prepares the node that a change adds or moves; returns null if the change does neither, or cannot be applied. */
export function preparePlacement(
  editable: EditableDocument,
  change: Change,
  report: (mismatch: Mismatch) => void,
): PendingPlacement | null {
  if (change.kind === 'added') return prepareAdded(editable, change, report)
  if (change.kind === 'moved') return prepareMoved(editable, change, report)
  return null
}

function prepareAdded(
  editable: EditableDocument,
  change: Added,
  report: (mismatch: Mismatch) => void,
): PendingPlacement | null {
  const present = editable.nodes.get(change.entry)
  if (present && !present.isRemoved) {
    if (!sameValue(present.entry.text, change.after.text)) {
      report({ change, field: 'entry', expected: null, found: present.id })
    }
    return null
  }
  const node: EntryNode = { id: change.entry, entry: change.after, isRemoved: false, previous: null, next: null }
  node.addedBy = editable.amendments
  editable.nodes.set(node.id, node)
  editable.laterIds.delete(node.id)
  return { change, node, place: change.place }
}

function prepareMoved(
  editable: EditableDocument,
  change: Moved,
  report: (mismatch: Mismatch) => void,
): PendingPlacement | null {
  const node = presentNode(editable, change.entry)
  if (!node) {
    report(missingEntry(change, change.entry))
    return null
  }
  const { before, after } = change
  if (node.entry.section !== before.section && node.entry.section !== after.section) {
    report({ change, field: 'section', expected: before.section ?? null, found: node.entry.section ?? null })
    return null
  }
  unlink(node)
  const { section: _, ...entry } = node.entry
  node.entry = after.section === undefined ? entry : { ...entry, section: after.section }
  return { change, node, place: after }
}
