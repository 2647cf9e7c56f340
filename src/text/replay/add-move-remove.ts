import type { Added, Change, Moved, Removed, Renamed } from '../../treaty/index.ts'
import { rewordedParts } from '../diff/changes-in-entry.ts'
import { sameValue } from '../diff/same-value.ts'
import { type Line, liftLine, lineOf, type Manuscript, standingLine } from './editable-document.ts'
import type { Mismatch } from './mismatch.ts'
import type { Placing } from './place-entries.ts'

/** Strikes an entry out. Its words must be those that the change names; its number may have shifted meanwhile. */
export function removeLine(manuscript: Manuscript, change: Removed): Mismatch | null {
  const line = lineOf(manuscript, change.entry)
  if (!line) return { change, field: 'entry', expected: change.entry, found: null }
  if (line.struck) return null
  const [difference] = rewordedParts(change.before.text, line.entry.text)
  if (difference) {
    const field = `${difference.field} (${difference.language})`
    return { change, field, expected: difference.before, found: difference.after }
  }
  line.struck = true
  return null
}

/** Gives an entry another id. */
export function renameLine(manuscript: Manuscript, change: Renamed): Mismatch | null {
  const line = standingLine(manuscript, change.before)
  if (line?.id === change.after) return null
  if (!line || line.id !== change.before)
    return { change, field: 'id', expected: change.before, found: line?.id ?? null }
  if (manuscript.lines.get(change.after)?.struck === false) {
    return { change, field: 'id', expected: null, found: change.after }
  }
  manuscript.lines.delete(line.id)
  manuscript.renamed.set(line.id, change.after)
  manuscript.renamed.delete(change.after)
  manuscript.lines.set(change.after, line)
  line.id = change.after
  line.entry = withFormerly({ ...line.entry, id: change.after }, change)
  return null
}

function withFormerly(entry: Line['entry'], { formerly }: Renamed): Line['entry'] {
  if (!formerly) return entry
  const { formerly: _, ...rest } = entry
  return formerly.after === null ? rest : { ...rest, formerly: formerly.after }
}

/** Makes ready the line that a change adds or moves; null where it does neither, or cannot. */
export function openLine(manuscript: Manuscript, change: Change, report: (mismatch: Mismatch) => void): Placing | null {
  if (change.kind === 'added') return openAdded(manuscript, change, report)
  if (change.kind === 'moved') return openMoved(manuscript, change, report)
  return null
}

function openAdded(manuscript: Manuscript, change: Added, report: (mismatch: Mismatch) => void): Placing | null {
  const there = manuscript.lines.get(change.entry)
  if (there && !there.struck) {
    if (!sameValue(there.entry.text, change.after.text)) {
      report({ change, field: 'entry', expected: null, found: there.id })
    }
    return null
  }
  const line: Line = { id: change.entry, entry: change.after, struck: false, previous: null, next: null }
  line.addedBy = manuscript.taken
  manuscript.lines.set(line.id, line)
  manuscript.renamed.delete(line.id)
  return { change, line, place: change.place }
}

function openMoved(manuscript: Manuscript, change: Moved, report: (mismatch: Mismatch) => void): Placing | null {
  const line = standingLine(manuscript, change.entry)
  if (!line) {
    report({ change, field: 'entry', expected: change.entry, found: null })
    return null
  }
  const { before, after } = change
  if (line.entry.section !== before.section && line.entry.section !== after.section) {
    report({ change, field: 'section', expected: before.section ?? null, found: line.entry.section ?? null })
    return null
  }
  liftLine(line)
  const { section: _, ...entry } = line.entry
  line.entry = after.section === undefined ? entry : { ...entry, section: after.section }
  return { change, line, place: after }
}
