import { bindingChanges, checkDeclaration, listingFor, type RecordedProposal } from '../law/index.ts'
import type { Declaration, Finding, Party, ReadingChoice, Slug } from '../treaty/index.ts'

/** What the record holds of Annex 1 and of those who may declare on it. */
export interface ListedOnRecord {
  parties: readonly Party[]
  readings: ReadingChoice
  /** The ids of the entries of the Convention's own text. */
  own: readonly Slug[]
  /** The proposals about Annex 1 that were sent out. */
  proposals: readonly RecordedProposal[]
}

/**
 * Why a declaration under Article 17 has no effect; none: it has.
 * @param party its record, with the declarations it made before
 */
export function whyNoEffect(declaration: Declaration, party: Party, record: ListedOnRecord): Finding[] {
  const { parties, readings, own, proposals } = record
  const adding = proposals.filter(({ proposal }) => addsTreaty(proposal, declaration.treaty))
  // What was added may be declared until the day it binds, which the record may already know.
  const binding = bindingChanges(parties, adding, party.code, declaration.on, readings)
  const known = { amendments: [...binding.amendments, ...binding.others] }
  return checkDeclaration({ declaration, party, parties, readings, ...listingFor(own, known) })
}

function addsTreaty({ changes }: RecordedProposal['proposal'], treaty: Slug): boolean {
  return changes.some(({ kind, entry }) => kind === 'added' && entry === treaty)
}
