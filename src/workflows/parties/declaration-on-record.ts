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

/** The part of the record that declarations are judged by. */
export interface ListedOnRecord {
  parties: readonly Party[]
  readings: ReadingChoice
  /** The entries of the Convention's own text, or their ids. */
  own: Parameters<typeof listingFor>[0]
  /** The proposals about Annex 1 that were sent out. */
  proposals: readonly RecordedProposal[]
}

/**
 * Returns why a declaration under Article 17 has no effect; empty when it has effect.
 * @param party the Party's record, with its earlier declarations
 */
export function whyNoEffect(declaration: Declaration, party: Party, record: ListedOnRecord): Finding[] {
  return checkDeclaration(toCheck(declaration, party, record))
}

/** Returns findings where a recorded declaration has no effect and is not marked so, or is marked and has effect. */
export function remarksOn(declaration: Declaration, party: Party, record: ListedOnRecord): Finding[] {
  return remarksOnDeclaration(toCheck(declaration, party, record))
}

function toCheck(declaration: Declaration, party: Party, record: ListedOnRecord): DeclarationToCheck {
  const { parties, readings } = record
  const listing = listedTreaty(declaration.treaty, party, declaration.on, record)
  return { declaration, party, parties, readings, ...listing }
}

/**
 * Returns Annex 1 as a Party may declare on it on a day, with all ids of one treaty in it: as Annex 1 binds the Party, or on the
 * day of deposit, as it will bind the Party when the Convention enters into force for it.
 * @param party the record of the Party's instrument
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
