import type {
  EditorialRemarks,
  EntryText,
  FactChanged,
  NoteChanged,
  Reworded,
  RewordedPart,
  Slug,
} from '../../treaty/index.ts'
import { sameValue } from '../diff/same-value.ts'
import { type EditableDocument, presentNode } from './editable-document.ts'
import { type Mismatch, missingEntry } from './mismatch.ts'

/** Changes the words of an entry: all parts of the change, or none. */
export function rewordEntry(editable: EditableDocument, change: Reworded): Mismatch | null {
  const node = presentNode(editable, change.entry)
  if (!node) return missingEntry(change, change.entry)
  const { text } = node.entry
  for (const part of change.parts) {
    const found = text[part.field]?.[part.language] ?? null
    if (found === part.before || found === part.after) continue
    return { change, field: `${part.field} (${part.language})`, expected: part.before, found }
  }
  node.entry = { ...node.entry, text: withParts(text, change.parts) }
  return null
}

function withParts(text: EntryText, parts: readonly RewordedPart[]): EntryText {
  const result: EntryText = { ...text }
  for (const { field, language, after } of parts) {
    const { [language]: _, ...others } = result[field] ?? {}
    if (after !== null) result[field] = { ...result[field], [language]: after }
    else if (Object.keys(others).length > 0) result[field] = others
    else delete result[field]
  }
  return result
}

/** Changes the editorial facts of an entry. */
export function changeFacts(editable: EditableDocument, change: FactChanged): Mismatch | null {
  const node = presentNode(editable, change.entry)
  if (!node) return missingEntry(change, change.entry)
  const found = node.entry.facts ?? null
  if (sameValue(found, change.after)) return null
  if (!sameValue(found, change.before)) {
    return { change, field: 'facts', expected: JSON.stringify(change.before), found: JSON.stringify(found) }
  }
  const { facts: _, ...rest } = node.entry
  node.entry = change.after === null ? rest : { ...rest, facts: change.after }
  return null
}

/** Changes the editorial note of an entry, and the list of its earlier ids if the change names them. */
export function changeNote(editable: EditableDocument, change: NoteChanged, entry: Slug): Mismatch | null {
  const node = presentNode(editable, entry)
  if (!node) return missingEntry(change, entry)
  const { note, formerly, ...rest } = node.entry
  const found: EditorialRemarks = {
    ...(note === undefined ? {} : { note }),
    // A change that names no earlier ids does not compare them: a renaming has its own list.
    ...(formerly === undefined || !namesFormerIds(change) ? {} : { formerly }),
  }
  if (sameValue(found, change.after)) return null
  if (!sameValue(found, change.before)) {
    return { change, field: 'note', expected: JSON.stringify(change.before), found: JSON.stringify(found) }
  }
  const formerIds = namesFormerIds(change) ? change.after.formerly : formerly
  node.entry = {
    ...rest,
    ...(formerIds === undefined ? {} : { formerly: formerIds }),
    ...(change.after.note === undefined ? {} : { note: change.after.note }),
  }
  return null
}

function namesFormerIds({ before, after }: NoteChanged): boolean {
  return before.formerly !== undefined || after.formerly !== undefined
}
