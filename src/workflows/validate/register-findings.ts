import { locateFindings, type ParsedFile } from '../../files/index.ts'
import { overlappingInstruments, type RecordedProposal, unknownCodes, voidDenunciations } from '../../law/index.ts'
import type {
  Declaration,
  Document,
  Finding,
  PartiesFile,
  Party,
  Proposal,
  ReadingChoice,
  Slug,
} from '../../treaty/index.ts'
import { type ListedOnRecord, remarksOn } from '../parties/declaration-on-record.ts'

/** What declarations are checked against. */
export interface ListedNow {
  /** Annex 1 in the record now. */
  annex1: Document
  /** The proposals on Annex 1 that were sent out, each with its edition if it was adopted. */
  proposals: readonly (RecordedProposal & Pick<Proposal, 'edition'>)[]
  readings: ReadingChoice
}

/**
 * Checks the register of Parties by the law: each record against the others, and each declaration as on its day.
 * @param listed undefined if Annex 1 cannot be read: then declarations are not checked
 */
export function registerFindings(file: ParsedFile, { parties }: PartiesFile, listed: ListedNow | undefined): Finding[] {
  return locateFindings(
    [
      ...unknownCodes(parties),
      ...overlappingInstruments(parties),
      ...voidDenunciations(parties),
      ...(listed === undefined || !parties.some(hasDeclared) ? [] : declarationFindings(parties, listed)),
    ],
    file,
  )
}

function hasDeclared({ declarations = [] }: Party): boolean {
  return declarations.length > 0
}

function declarationFindings(parties: readonly Party[], { annex1, proposals, readings }: ListedNow): Finding[] {
  const record = { parties, readings, own: originalIds(annex1, proposals), proposals }
  return parties.flatMap((party, index) => declarationsOf(party, ['parties', index], record))
}

// Checks each declaration against those of earlier days, as when it was filed.
function declarationsOf(party: Party, path: (string | number)[], record: ListedOnRecord): Finding[] {
  const declared = (party.declarations ?? []).map((declaration, index) => ({ declaration, index }))
  const inOrder = declared.sort((one, other) => inOrderOfDays(one.declaration, other.declaration))
  return inOrder.flatMap(({ declaration, index }, before) => {
    const declarations = inOrder.slice(0, before).map((earlier) => earlier.declaration)
    const findings = remarksOn(declaration, { ...party, declarations }, record)
    return findings.map((finding) => ({ ...finding, at: { path: [...path, 'declarations', index] } }))
  })
}

// Declarations of one day stay in the order of the file.
function inOrderOfDays(one: Declaration, other: Declaration): number {
  return one.on === other.on ? 0 : one.on < other.on ? -1 : 1
}

/** Returns the ids of the Convention's original entries: the present ones, with the adopted changes undone, latest first. */
function originalIds({ entries }: Document, proposals: ListedNow['proposals']): Slug[] {
  const ids = new Set(entries.map(({ id }) => id))
  const adopted = proposals.filter(({ edition }) => edition !== undefined)
  const latestFirst = adopted.sort((one, other) => numberOf(other.edition) - numberOf(one.edition))
  for (const { proposal } of latestFirst) {
    for (const change of proposal.changes.toReversed()) {
      if (change.kind === 'added') ids.delete(change.entry)
      if (change.kind === 'removed') ids.add(change.entry)
      if (change.kind === 'renamed' && ids.delete(change.after)) ids.add(change.before)
    }
  }
  return [...ids]
}

function numberOf(edition = ''): number {
  return Number(edition.slice(edition.lastIndexOf('v') + 1))
}
