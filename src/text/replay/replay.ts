import type { Document, Slug } from '../../treaty/index.ts'
import type { Applied } from './apply.ts'
import { applyAmendment } from './apply-amendment.ts'
import { rewordEntry } from './edit-entry.ts'
import { type EditableDocument, toDocument, toEditable } from './editable-document.ts'
import {
  type AmendmentsByEntry,
  addAmendment,
  allIdsOf,
  type FrozenAmendment,
  type ReplayFinding,
  type UnappliedChange,
  unappliedChanges,
} from './unapplied-changes.ts'

/** A document with amendments applied, and a finding for each change that could not be applied. */
export interface Replayed extends Applied {
  findings: ReplayFinding[]
  /** The amendments of which a change could be applied only after a later correction of the words that it changes. */
  late?: Slug[]
}

/**
 * Applies amendments to the original text, and returns the document as it binds.
 *
 * - A number that an earlier amendment shifted is shifted again by the same difference. An added entry whose number an earlier
 *   amendment gave to another entry gets the next number.
 * - A change that does not find its *before* is not applied. A finding names it, and the amendment that explains why, under
 *   whatever id that amendment knows the entry.
 * - A correction replaces the text from the beginning: if it produces the words that an earlier change expected, that change is
 *   applied then.
 *
 * The cost is proportional to the document plus the changes: the document is not rebuilt for each amendment.
 *
 * @param original the Convention's own text
 * @param taken the amendments that bind, in the order of their entry into force; `bindingChanges` in the law returns it
 * @param untaken all other known amendments, which may explain why a change cannot be applied
 * @throws AnnexError `invalid` if an id occurs twice in the original
 */
export function replay(
  original: Document,
  taken: readonly FrozenAmendment[],
  untaken: readonly FrozenAmendment[] = [],
): Replayed {
  const editable = toEditable(original)
  const others: AmendmentsByEntry = new Map()
  for (const amendment of untaken) addAmendment(others, amendment)
  const earlier: AmendmentsByEntry = new Map()
  const late: Slug[] = []
  const known = { allIdsOf: allIdsOf(original, [...taken, ...untaken]), untaken: others, taken: earlier }
  let unapplied: UnappliedChange[] = []
  for (const amendment of taken) {
    const mismatches = applyAmendment(editable, amendment.changes, (missing) => anchorOf(others.get(missing), missing))
    const corrected = unapplied.filter((each) => isCorrectedBy(amendment, each) && canBeApplied(editable, each))
    late.push(...corrected.map(({ proposal }) => proposal))
    unapplied = unapplied.filter((each) => !corrected.includes(each))
    unapplied.push(...unappliedChanges(amendment, mismatches, known))
    addAmendment(earlier, amendment)
  }
  const findings = unapplied.map(({ finding }) => finding)
  return { document: toDocument(editable), findings, ...(late.length === 0 ? {} : { late }) }
}

/** Returns whether an amendment corrects the very words that a change did not find. */
function isCorrectedBy({ basis, changes }: FrozenAmendment, { mismatch: { change, field } }: UnappliedChange): boolean {
  if (basis !== 'correction') return false
  return changes.some(
    (correction) =>
      correction.kind === 'reworded' &&
      correction.entry === change.entry &&
      correction.parts.some((part) => `${part.field} (${part.language})` === field),
  )
}

/** Applies a rewording that could not be applied before, and returns whether that worked. */
function canBeApplied(editable: EditableDocument, { mismatch: { change } }: UnappliedChange): boolean {
  return change.kind === 'reworded' && rewordEntry(editable, change) === null
}

/** Returns after which entry one of these amendments would have put an entry; for a renamed entry, its earlier id. */
function anchorOf(amendments: readonly FrozenAmendment[] = [], entry: Slug): Slug | null | undefined {
  for (const { changes } of amendments) {
    for (const change of changes) {
      if (change.entry !== entry) continue
      if (change.kind === 'renamed') return change.before
      if (change.kind === 'added') return change.place.after
    }
  }
  return undefined
}
