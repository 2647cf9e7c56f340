import type { Change, Document, Finding } from '../../treaty/index.ts'
import { takeChanges } from './apply-changes.ts'
import { documentOf, openManuscript } from './editable-document.ts'
import { mismatchFinding } from './mismatch.ts'

/** A document after changes, and what could not be done. */
export interface Applied {
  document: Document
  findings: Finding[]
}

/**
 * Makes the changes in the document, whatever order they are listed in: `apply(a, diff(a, b)).document` is `b`. A change whose
 * *before* is not what the document has is left undone, and a finding (`law/before-does-not-match`) names its entry and field;
 * one whose *after* is already there is no finding.
 *
 * @throws AnnexError `invalid` where the document holds an id twice
 */
export function apply(document: Document, changes: readonly Change[]): Applied {
  const manuscript = openManuscript(document)
  const findings = takeChanges(manuscript, changes).map(mismatchFinding)
  return { document: documentOf(manuscript), findings }
}
