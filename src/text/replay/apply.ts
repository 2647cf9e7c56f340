import type { Change, Document, Finding } from '../../treaty/index.ts'
import { applyAmendment } from './apply-amendment.ts'
import { toDocument, toEditable } from './editable-document.ts'
import { type Mismatch, quoted } from './mismatch.ts'

/** A document with changes applied, and a finding for each change that could not be applied. */
export interface Applied {
  document: Document
  findings: Finding[]
}

/**
 * Applies changes to a document, in whatever order they are listed: `apply(a, diff(a, b)).document` is `b`. A change whose
 * *before* is not what the document has is not applied, and a finding (`law/before-does-not-match`) names its entry and field.
 * A change whose *after* is already in the document gives no finding.
 *
 * @throws AnnexError `invalid` if an id occurs twice in the document
 */
export function apply(document: Document, changes: readonly Change[]): Applied {
  const editable = toEditable(document)
  const findings = applyAmendment(editable, changes).map(findingOf)
  return { document: toDocument(editable), findings }
}

function findingOf({ change, field, expected, found }: Mismatch): Finding {
  const entry = change.entry === null ? change.document : `${change.document}, ${change.entry}`
  return {
    rule: 'law/before-does-not-match',
    level: 'error',
    message: `${entry}: the change (${change.kind}) expects that ${field} is ${quoted(expected)}, but it is ${quoted(found)}`,
    hint: 'Draft the change again from the text that it is to change; it was not applied.',
  }
}

/** Returns the changes that undo these: `apply(b, invert(diff(a, b))).document` is `a`. */
export function invert(changes: readonly Change[]): Change[] {
  const earlierIds = new Map<string, string>()
  for (const change of changes) if (change.kind === 'renamed') earlierIds.set(change.after, change.before)
  return changes.map((change) => inverse(change, earlierIds)).reverse()
}

function inverse(change: Change, earlierIds: ReadonlyMap<string, string>): Change {
  // A change names an entry by the id that the entry has after the change. After the inverse, that is the earlier id.
  const named = (entry: string) => earlierIds.get(entry) ?? entry
  switch (change.kind) {
    case 'added':
      return { ...change, kind: 'removed', before: change.after, after: null }
    case 'removed':
      return { ...change, kind: 'added', before: null, after: change.before }
    case 'renamed': {
      const { formerly, ...rest } = change
      const inverted = { ...rest, entry: change.before, before: change.after, after: change.before }
      return formerly ? { ...inverted, formerly: { before: formerly.after, after: formerly.before } } : inverted
    }
    case 'moved':
      return { ...change, entry: named(change.entry), before: change.after, after: change.before }
    case 'renumbered':
      return { ...change, entry: named(change.entry), before: change.after, after: change.before }
    case 'reworded': {
      const parts = change.parts.map((part) => ({ ...part, before: part.after, after: part.before }))
      return { ...change, entry: named(change.entry), before: change.after, after: change.before, parts }
    }
    case 'fact':
      return { ...change, entry: named(change.entry), before: change.after, after: change.before }
    case 'note': {
      const entry = change.entry === null ? null : named(change.entry)
      return { ...change, entry, before: change.after, after: change.before }
    }
    case 'title':
      return { ...change, before: change.after, after: change.before }
    case 'sections':
      return { ...change, before: change.after, after: change.before }
  }
}
