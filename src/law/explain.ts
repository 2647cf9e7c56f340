import type {
  CalendarDay,
  Change,
  Entry,
  Finding,
  Party,
  PartyCode,
  ReadingChoice,
  Reason,
  Slug,
} from '../treaty/index.ts'
import { type Amendment, type Binding, bindingChanges, type RecordedProposal } from './binding.ts'
import { declaredBy, listingFor } from './declarations.ts'
import { restsOn } from './judgement.ts'
import { inWords } from './wording.ts'

/** The question whether and why an entry binds a Party on a day, with the record that answers it. */
export interface EntryQuestion {
  document: Slug
  entry: Slug
  /** The document's entries as the Convention printed them. */
  own: readonly Entry[]
  party: PartyCode
  asOf: CalendarDay
  parties: readonly Party[]
  proposals: readonly RecordedProposal[]
  readings: ReadingChoice
}

/** Whether an entry binds a Party on a day, and the chain of provisions, facts and readings that says so. */
export interface Explanation {
  document: Slug
  entry: Slug
  party: PartyCode
  asOf: CalendarDay
  binds: boolean
  /** The answer in a sentence. */
  says: string
  because: Reason[]
  /** What each proposal that touches the entry means for the Party: those that bind it first, in the order of replay. */
  proposals: Touching[]
  readings: ReadingChoice
  findings: Finding[]
}

interface Touching extends Omit<Amendment, 'proposal'> {
  proposal: Slug
  /** What it does to the entry. */
  does: Change['kind'][]
}

/** Explains whether an entry binds a Party on a day. */
export function explain(question: EntryQuestion): Explanation {
  const { document, entry, own, party, asOf, parties, proposals, readings } = question
  const about = proposals.filter(({ proposal }) => proposal.document === document)
  const binding = bindingChanges(parties, about, party, asOf, readings)
  const listing = listingFor(
    own.map(({ id }) => id),
    binding,
  )
  const declared = document === 'annex-1' ? declaredBy(party, parties, asOf, readings, listing) : []
  const exclusions = declared.filter(({ treaty }) => treaty === entry)
  const excluded = exclusions.some(({ until }) => until === null)
  const listed = isListed(entry, own, binding)
  const touching = [...binding.amendments, ...binding.others].flatMap((amendment) => touches(amendment, entry))
  const inTheText: Reason[] = own.some(({ id }) => id === entry) ? [printed(question)] : []
  const because = [
    ...binding.because,
    ...inTheText,
    ...touching.flatMap(({ reasons }) => reasons),
    ...exclusions.flatMap(({ reasons }) => reasons),
  ]
  const binds = binding.record !== null && listed && !excluded
  const says = answer(question, binding, listed, excluded)
  const rests = restsOn(because)
  return {
    document,
    entry,
    party,
    asOf,
    binds,
    says,
    because,
    proposals: touching,
    readings: rests,
    findings: binding.findings,
  }
}

function isListed(entry: Slug, own: readonly Entry[], { amendments }: Binding): boolean {
  const changes = amendments.flatMap(({ proposal }) => proposal.changes)
  return changes.reduce(
    (listed, change) => (isAbout(change, entry) ? standsAfter(change, entry, listed) : listed),
    own.some(({ id }) => id === entry),
  )
}

function standsAfter(change: Change, entry: Slug, before: boolean): boolean {
  if (change.kind === 'added') return true
  if (change.kind === 'removed') return false
  return change.kind === 'renamed' ? change.after === entry : before
}

function isAbout(change: Change, entry: Slug): boolean {
  return change.entry === entry || (change.kind === 'renamed' && change.before === entry)
}

function touches({ proposal, ...amendment }: Amendment, entry: Slug): Touching[] {
  const does = proposal.changes.filter((change) => isAbout(change, entry)).map(({ kind }) => kind)
  return does.length === 0 ? [] : [{ ...amendment, proposal: proposal.proposal, does }]
}

const WHERE: Record<Slug, string> = { 'annex-1': '17(1)', 'technical-annex': '62(9)', 'article-4': '4' }

function printed({ document, entry }: EntryQuestion): Reason {
  return {
    cite: WHERE[document] ?? document,
    says: `${entry} stands in the text of ${document} as the Convention prints it.`,
  }
}

function answer(question: EntryQuestion, { record }: Binding, listed: boolean, excluded: boolean): string {
  const { entry, document, party, asOf } = question
  const day = inWords(asOf)
  if (record === null) return `${party} is not a Party on ${day}: nothing in ${document} binds it.`
  if (excluded) return `On ${day} ${entry} is deemed not to be included in ${document} for ${party}.`
  return listed
    ? `On ${day} ${entry} is part of ${document} for ${party}.`
    : `On ${day} ${entry} is no part of ${document} for ${party}.`
}
