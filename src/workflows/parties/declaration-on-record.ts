import {
  amendmentsForInstrument,
  checkDeclaration,
  type DeclarationToCheck,
  type Listing,
  listingFor,
  type RecordedProposal,
  remarksOnDeclaration,
} from '../../law/index.ts'
import {
  type CalendarDay,
  type Change,
  type Declaration,
  type Finding,
  idsOfEntries,
  type Party,
  type ReadingChoice,
  type Slug,
} from '../../treaty/index.ts'

/** What the record holds of Annex 1 and of those who may declare on it. */
export interface ListedOnRecord {
  parties: readonly Party[]
  readings: ReadingChoice
  /** The entries of the Convention's own text, or their ids. */
  own: Parameters<typeof listingFor>[0]
  /** The proposals about Annex 1 that were sent out. */
  proposals: readonly RecordedProposal[]
}

/**
 * Why a declaration under Article 17 has no effect; none: it has.
 * @param party its record, with the declarations it made before
 */
export function whyNoEffect(declaration: Declaration, party: Party, record: ListedOnRecord): Finding[] {
  return checkDeclaration(toCheck(declaration, party, record))
}

/** What there is to say of a declaration on record: why it has no effect, where nobody knew when it was filed. */
export function remarksOn(declaration: Declaration, party: Party, record: ListedOnRecord): Finding[] {
  return remarksOnDeclaration(toCheck(declaration, party, record))
}

function toCheck(declaration: Declaration, party: Party, record: ListedOnRecord): DeclarationToCheck {
  const { parties, readings } = record
  const listing = listedTreaty(declaration.treaty, party, declaration.on, record)
  return { declaration, party, parties, readings, ...listing }
}

/**
 * Annex 1 as a Party may declare on a treaty of it on a day, and what else that treaty is or was called there: as it binds the
 * Party or, on the day of its deposit, will bind it when the Convention enters into force for it.
 * @param party the record of its instrument
 */
export function listedTreaty(treaty: Slug, party: Party, on: CalendarDay, record: ListedOnRecord): Listing {
  const { parties, readings, own, proposals } = record
  const entries = own.map((entry) => (typeof entry === 'string' ? { id: entry } : entry))
  const entryOf = idsOfEntries(
    proposals.flatMap(({ proposal }) => proposal.changes),
    entries,
  )
  const lists = ({ kind, entry }: Change) =>
    (kind === 'added' || kind === 'renamed') && entry !== null && entryOf(entry) === entryOf(treaty)
  const about = proposals.filter(({ proposal }) => proposal.changes.some(lists))
  return listingFor(own, amendmentsForInstrument(parties, about, party, on, readings))
}
