import type { Document, Finding, ProposalFacts, Slug } from '../treaty/index.ts'
import type { Applied } from './apply.ts'
import { documentOf, openManuscript } from './manuscript.ts'
import { type Mismatch, quoted } from './mismatch.ts'
import { takeChanges } from './take-changes.ts'

/** An amendment by its proposal's id, with the changes that were sent out. */
export type FrozenAmendment = Pick<ProposalFacts, 'proposal' | 'changes'>

/**
 * The document as amendments left it: the original, then the changes of each amendment taken, in the order given (that of entry into
 * force; `bindingChanges` in the law gives it). A number that an amendment taken before has already shifted shifts by as much again;
 * an addition whose number it gave away takes the next. A change that does not find the words it is to change is left
 * undone, and a finding names it and the amendment that was not taken, for whose words it was made.
 *
 * It costs what the document and the changes hold together: no amendment rebuilds the document.
 *
 * @param original the Convention's own text
 * @param taken those that bind, in order
 * @param untaken all others known, to say why a change finds no place
 * @throws AnnexError `invalid` where the original holds an id twice
 */
export function replay(
  original: Document,
  taken: readonly FrozenAmendment[],
  untaken: readonly FrozenAmendment[] = [],
): Applied {
  const manuscript = openManuscript(original)
  const others: Touching = new Map()
  for (const amendment of untaken) remember(others, amendment)
  const earlier: Touching = new Map()
  const findings: Finding[] = []
  for (const amendment of taken) {
    const mismatches = takeChanges(manuscript, amendment.changes, (anchor) => anchorOf(others.get(anchor), anchor))
    findings.push(...explained(amendment, mismatches, others, earlier))
    remember(earlier, amendment)
  }
  return { document: documentOf(manuscript), findings }
}

/** Amendments by the entries that they change. */
type Touching = Map<Slug, FrozenAmendment[]>

function remember(touching: Touching, amendment: FrozenAmendment): void {
  for (const entry of new Set(amendment.changes.map((change) => change.entry ?? ''))) {
    const others = touching.get(entry)
    if (others) others.push(amendment)
    else touching.set(entry, [amendment])
  }
}

/** Where an amendment not taken would have put an entry: what it stands for, or stands behind. */
function anchorOf(amendments: readonly FrozenAmendment[] = [], anchor: Slug): Slug | null | undefined {
  for (const { changes } of amendments) {
    for (const change of changes) {
      if (change.entry !== anchor) continue
      if (change.kind === 'renamed') return change.before
      if (change.kind === 'added') return change.place.after
    }
  }
  return undefined
}

function explained(
  amendment: FrozenAmendment,
  mismatches: readonly Mismatch[],
  untaken: Touching,
  taken: Touching,
): Finding[] {
  const numbers = mismatches.filter(({ change, field }) => change.kind === 'renumbered' && field === 'number')
  const others = onePerMissingEntry(mismatches.filter((mismatch) => !numbers.includes(mismatch)))
  const findings = others.map((mismatch) => finding(amendment, mismatch, because(mismatch, untaken, taken), 1))
  const [first] = numbers
  if (first) findings.push(finding(amendment, first, because(first, untaken, taken), numbers.length))
  return findings
}

function onePerMissingEntry(mismatches: readonly Mismatch[]): Mismatch[] {
  const missing = new Set<Slug | null>()
  return mismatches.filter(({ change, field }) => {
    if (missing.has(change.entry)) return false
    if (field === 'entry') missing.add(change.entry)
    return true
  })
}

function because({ change }: Mismatch, untaken: Touching, taken: Touching): string {
  const names = (touching: Touching) => (touching.get(change.entry ?? '') ?? []).map(({ proposal }) => proposal)
  const [missed, earlier] = [names(untaken), names(taken)]
  if (missed.length > 0) return `${missed.join(', ')}, which changes it too, does not bind here`
  if (earlier.length > 0) return `${earlier.join(', ')} changed it before`
  return 'no other amendment known changes it'
}

function finding({ proposal }: FrozenAmendment, mismatch: Mismatch, why: string, count: number): Finding {
  const { change, field, expected, found } = mismatch
  const subject = change.entry ?? change.document
  const more = count > 1 ? ` (and so for ${count - 1} more)` : ''
  return {
    rule: 'law/before-does-not-match',
    level: 'error',
    message: `${proposal} (${change.kind} ${subject}) is made for a text where ${field} is ${quoted(expected)}, but it is ${quoted(found)}${more}: ${why}`,
    hint: 'Ask the depositary what it means for a Party bound by the one amendment and not by the other; the change is not shown.',
  }
}
