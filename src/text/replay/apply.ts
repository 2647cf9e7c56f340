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
