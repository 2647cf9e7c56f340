import { type Document, type Finding, idsOfEntries, type ProposalFacts, type Slug } from '../../treaty/index.ts'
import { type Mismatch, quoted } from './mismatch.ts'

/** An amendment: its proposal's id and the changes that were sent out. The basis shows whether it is a correction. */
export type FrozenAmendment = Pick<ProposalFacts, 'proposal' | 'changes'> & Partial<Pick<ProposalFacts, 'basis'>>

/** A finding of a replay, and the entry that it is about. */
export interface ReplayFinding extends Finding {
  /** The id that the change names; null: the document itself. */
  entry: Slug | null
}

/** A change of an amendment that could not be applied, and its finding. */
export interface UnappliedChange {
  proposal: Slug
  mismatch: Mismatch
  finding: ReplayFinding
}

/** Amendments by the ids of the entries that they change; the empty id is the document itself. */
export type AmendmentsByEntry = Map<Slug, FrozenAmendment[]>

/** What may explain why a change cannot be applied. */
interface KnownAmendments {
  allIdsOf: (id: Slug) => ReadonlySet<Slug>
  untaken: AmendmentsByEntry
  taken: AmendmentsByEntry
}

/** Adds an amendment under each entry that it changes. */
export function addAmendment(byEntry: AmendmentsByEntry, amendment: FrozenAmendment): void {
  for (const entry of new Set(amendment.changes.map((change) => change.entry ?? ''))) {
    const others = byEntry.get(entry)
    if (others) others.push(amendment)
    else byEntry.set(entry, [amendment])
  }
}

/** Returns a function that returns all ids of an entry. Renamings are collected on its first call, because most replays need none. */
export function allIdsOf(original: Document, amendments: readonly FrozenAmendment[]): (id: Slug) => ReadonlySet<Slug> {
  let known: ((id: Slug) => ReadonlySet<Slug>) | null = null
  return (id) => {
    known ??= idGroups(original, amendments)
    return known(id)
  }
}

function idGroups({ entries }: Document, amendments: readonly FrozenAmendment[]): (id: Slug) => ReadonlySet<Slug> {
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

/** Returns the unapplied changes of an amendment, with their findings: one for all numbers, and one for each missing entry. */
export function unappliedChanges(
  { proposal }: FrozenAmendment,
  mismatches: readonly Mismatch[],
  known: KnownAmendments,
): UnappliedChange[] {
  const isOfNumber = ({ change, field }: Mismatch) => change.kind === 'renumbered' && field === 'number'
  const numbers = mismatches.filter(isOfNumber)
  const others = onePerMissingEntry(mismatches.filter((mismatch) => !isOfNumber(mismatch)))
  const unapplied = (mismatch: Mismatch, count: number): UnappliedChange => ({
    proposal,
    mismatch,
    finding: findingOf(proposal, mismatch, explain(mismatch, known), count),
  })
  const [first] = numbers
  return [
    ...others.map((mismatch) => unapplied(mismatch, 1)),
    ...(first === undefined ? [] : [unapplied(first, numbers.length)]),
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

/** Why a change cannot be applied. */
interface MismatchReason {
  why: string
  /** Whether the amendment that explains it also binds here. */
  bothBind: boolean
}

function explain({ change }: Mismatch, { allIdsOf: idsOf, untaken, taken }: KnownAmendments): MismatchReason {
  const ids = change.entry === null ? [''] : [...idsOf(change.entry)]
  const proposals = (byEntry: AmendmentsByEntry) => [
    ...new Set(ids.flatMap((id) => byEntry.get(id) ?? []).map(({ proposal }) => proposal)),
  ]
  const [notBinding, earlier] = [proposals(untaken), proposals(taken)]
  if (notBinding.length > 0) {
    const doNotBind = notBinding.length === 1 ? 'also changes it, but does not' : 'also change it, but do not'
    return { why: `${notBinding.join(', ')} ${doNotBind} bind here`, bothBind: false }
  }
  if (earlier.length > 0) return { why: `${earlier.join(', ')} already changed it`, bothBind: true }
  return { why: 'no other known amendment changes it', bothBind: false }
}

function findingOf(
  proposal: Slug,
  { change, field, expected, found }: Mismatch,
  { why, bothBind }: MismatchReason,
  count: number,
): ReplayFinding {
  const subject = change.entry ?? change.document
  const more = count > 1 ? ` (and ${count - 1} more)` : ''
  return {
    rule: 'law/before-does-not-match',
    level: 'error',
    message: `${proposal} (${change.kind} ${subject}) was written for a text in which ${field} is ${quoted(expected)}, but it is ${quoted(found)}${more}: ${why}`,
    hint: bothBind
      ? 'Ask the depositary which words apply to a Party bound by both; the change is not shown.'
      : 'Ask the depositary what applies to a Party bound by one of the amendments only; the change is not shown.',
    entry: change.entry,
  }
}
