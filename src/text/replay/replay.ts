import { type Document, type Finding, idsOfEntries, type ProposalFacts, type Slug } from '../../treaty/index.ts'
import type { Applied } from './apply.ts'
import { takeChanges } from './apply-changes.ts'
import { rewordLine } from './edit-entry.ts'
import { documentOf, type Manuscript, openManuscript } from './editable-document.ts'
import { type Mismatch, quoted } from './mismatch.ts'

/** An amendment by its proposal's id, with the changes that were sent out; its basis tells a correction. */
export type FrozenAmendment = Pick<ProposalFacts, 'proposal' | 'changes'> & Partial<Pick<ProposalFacts, 'basis'>>

/** A finding of a replay, and the entry that it is about. */
export interface ReplayFinding extends Finding {
  /** By the id that the change names; null: the document itself. */
  entry: Slug | null
}

/** A document as amendments left it, and what of them found no place. */
export interface Replayed extends Applied {
  findings: ReplayFinding[]
  /** The amendments whose words found their place only when a later correction had brought about those they were made for. */
  late?: Slug[]
}

/**
 * The document as amendments left it: the original, then the changes of each amendment taken, in the order given (that of entry into
 * force; `bindingChanges` in the law gives it). A number that an amendment taken before has already shifted shifts by as much again;
 * an addition whose number it gave away takes the next. A change that does not find the words it is to change is left
 * undone, and a finding names it and the amendment that was not taken, for whose words it was made, by whatever id either knows the
 * entry; unless a later correction brings about those words. A correction replaces the text from the beginning, so that what was
 * made for the corrected words finds them.
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
): Replayed {
  const manuscript = openManuscript(original)
  const others: Touching = new Map()
  for (const amendment of untaken) remember(others, amendment)
  const earlier: Touching = new Map()
  const late: Slug[] = []
  const idsOf = idsBeside(original, taken, untaken)
  let unmade: Unmade[] = []
  for (const amendment of taken) {
    const mismatches = takeChanges(manuscript, amendment.changes, (anchor) => anchorOf(others.get(anchor), anchor))
    const corrected = unmade.filter((each) => isCorrected(each, amendment) && isMadeNow(manuscript, each))
    late.push(...corrected.map(({ proposal }) => proposal))
    unmade = unmade.filter((each) => !corrected.includes(each))
    unmade.push(...explained(amendment, mismatches, { idsOf, untaken: others, taken: earlier }))
    remember(earlier, amendment)
  }
  const findings = unmade.map(({ finding }) => finding)
  return { document: documentOf(manuscript), findings, ...(late.length === 0 ? {} : { late }) }
}

/** A change that found no place, and the finding that says so. */
interface Unmade {
  proposal: Slug
  mismatch: Mismatch
  finding: ReplayFinding
}

/** Whether an amendment is a correction of the very words that a change did not find. */
function isCorrected({ mismatch: { change, field } }: Unmade, { basis, changes }: FrozenAmendment): boolean {
  if (basis !== 'correction') return false
  return changes.some(
    (made) =>
      made.kind === 'reworded' &&
      made.entry === change.entry &&
      made.parts.some((part) => `${part.field} (${part.language})` === field),
  )
}

function isMadeNow(manuscript: Manuscript, { mismatch: { change } }: Unmade): boolean {
  return change.kind === 'reworded' && rewordLine(manuscript, change) === null
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

/** All ids of the entry that an id names, by every renaming known. Put together only once something finds no place. */
function idsBeside(original: Document, ...amendments: (readonly FrozenAmendment[])[]): (id: Slug) => ReadonlySet<Slug> {
  let known: ((id: Slug) => ReadonlySet<Slug>) | null = null
  return (id) => {
    known ??= groupsOf(original, amendments.flat())
    return known(id)
  }
}

function groupsOf({ entries }: Document, amendments: readonly FrozenAmendment[]): (id: Slug) => ReadonlySet<Slug> {
  const renamings = amendments.flatMap(({ changes }) => changes.filter(({ kind }) => kind === 'renamed'))
  const entryOf = idsOfEntries(renamings, entries)
  const groups = new Map<Slug, Set<Slug>>()
  const put = (id: Slug) => {
    const group = groups.get(entryOf(id))
    if (group) group.add(id)
    else groups.set(entryOf(id), new Set([id]))
  }
  for (const { id, formerly = [] } of entries) for (const former of formerly) [id, former].forEach(put)
  for (const change of renamings) if (change.kind === 'renamed') [change.before, change.after].forEach(put)
  return (id) => groups.get(entryOf(id)) ?? new Set([id])
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

/** What may explain that a change finds no place. */
interface Surroundings {
  idsOf: (id: Slug) => ReadonlySet<Slug>
  untaken: Touching
  taken: Touching
}

function explained(amendment: FrozenAmendment, mismatches: readonly Mismatch[], surroundings: Surroundings): Unmade[] {
  const isOfNumber = ({ change, field }: Mismatch) => change.kind === 'renumbered' && field === 'number'
  const numbers = mismatches.filter(isOfNumber)
  const others = onePerMissingEntry(mismatches.filter((mismatch) => !isOfNumber(mismatch)))
  const unmade = (mismatch: Mismatch, count: number): Unmade => ({
    proposal: amendment.proposal,
    mismatch,
    finding: finding(amendment, mismatch, because(mismatch, surroundings), count),
  })
  const [first] = numbers
  return [
    ...others.map((mismatch) => unmade(mismatch, 1)),
    ...(first === undefined ? [] : [unmade(first, numbers.length)]),
  ]
}

function onePerMissingEntry(mismatches: readonly Mismatch[]): Mismatch[] {
  const missing = new Set<Slug | null>()
  return mismatches.filter(({ change, field }) => {
    if (missing.has(change.entry)) return false
    if (field === 'entry') missing.add(change.entry)
    return true
  })
}

/** Why a change found no place. */
interface Because {
  why: string
  /** Whether what it stands against binds here too. */
  bound: 'by both' | 'by one'
}

function because({ change }: Mismatch, { idsOf, untaken, taken }: Surroundings): Because {
  const ids = change.entry === null ? [''] : [...idsOf(change.entry)]
  const names = (touching: Touching) => [
    ...new Set(ids.flatMap((id) => touching.get(id) ?? []).map(({ proposal }) => proposal)),
  ]
  const [missed, earlier] = [names(untaken), names(taken)]
  if (missed.length > 0)
    return { why: `${missed.join(', ')}, which changes it too, does not bind here`, bound: 'by one' }
  if (earlier.length > 0) return { why: `${earlier.join(', ')} changed it before`, bound: 'by both' }
  return { why: 'no other amendment known changes it', bound: 'by one' }
}

function finding(
  { proposal }: FrozenAmendment,
  mismatch: Mismatch,
  { why, bound }: Because,
  count: number,
): ReplayFinding {
  const { change, field, expected, found } = mismatch
  const subject = change.entry ?? change.document
  const more = count > 1 ? ` (and so for ${count - 1} more)` : ''
  return {
    rule: 'law/before-does-not-match',
    level: 'error',
    message: `${proposal} (${change.kind} ${subject}) is made for a text where ${field} is ${quoted(expected)}, but it is ${quoted(found)}${more}: ${why}`,
    hint:
      bound === 'by both'
        ? 'Ask the depositary which words stand for a Party bound by both; the change is not shown.'
        : 'Ask the depositary what it means for a Party bound by the one amendment and not by the other; the change is not shown.',
    entry: change.entry,
  }
}
