import type { EntryText, FactChanged, Note, NoteChanged, Reworded, RewordedPart, Slug } from '../../treaty/index.ts'
import { sameValue } from '../diff/same-value.ts'
import { type Manuscript, standingLine } from './editable-document.ts'
import type { Mismatch } from './mismatch.ts'

/** Changes the words of an entry; all parts of the change, or none. */
export function rewordLine(manuscript: Manuscript, change: Reworded): Mismatch | null {
  const line = standingLine(manuscript, change.entry)
  if (!line) return { change, field: 'entry', expected: change.entry, found: null }
  const { text } = line.entry
  for (const part of change.parts) {
    const found = text[part.field]?.[part.language] ?? null
    if (found === part.before || found === part.after) continue
    return { change, field: `${part.field} (${part.language})`, expected: part.before, found }
  }
  line.entry = { ...line.entry, text: withParts(text, change.parts) }
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
export function changeFacts(manuscript: Manuscript, change: FactChanged): Mismatch | null {
  const line = standingLine(manuscript, change.entry)
  if (!line) return { change, field: 'entry', expected: change.entry, found: null }
  const found = line.entry.facts ?? null
  if (sameValue(found, change.after)) return null
  if (!sameValue(found, change.before)) {
    return { change, field: 'facts', expected: JSON.stringify(change.before), found: JSON.stringify(found) }
  }
  const { facts: _, ...rest } = line.entry
  line.entry = change.after === null ? rest : { ...rest, facts: change.after }
  return null
}

/** Changes the editorial note of an entry and the list of its earlier ids. */
export function changeNote(manuscript: Manuscript, change: NoteChanged, entry: Slug): Mismatch | null {
  const line = standingLine(manuscript, entry)
  if (!line) return { change, field: 'entry', expected: entry, found: null }
  const { note, formerly, ...rest } = line.entry
  const found: { note?: Note; formerly?: Slug[] } = {
    ...(note === undefined ? {} : { note }),
    // Where the change says nothing of earlier ids, they may be what they are: a renaming carries its own.
    ...(formerly === undefined || !speaksOfNames(change) ? {} : { formerly }),
  }
  if (sameValue(found, change.after)) return null
  if (!sameValue(found, change.before)) {
    return { change, field: 'note', expected: JSON.stringify(change.before), found: JSON.stringify(found) }
  }
  const names = speaksOfNames(change) ? change.after.formerly : formerly
  line.entry = {
    ...rest,
    ...(names === undefined ? {} : { formerly: names }),
    ...(change.after.note === undefined ? {} : { note: change.after.note }),
  }
  return null
}

function speaksOfNames({ before, after }: NoteChanged): boolean {
  return before.formerly !== undefined || after.formerly !== undefined
}
