import type { CalendarDay, Declaration, Finding, Party, PartyCode, ReadingChoice, Slug } from '../treaty/index.ts'
import { type Exclusion, exclusionsBy, type Listing, whyNotDeclared } from './article-17/index.ts'
import { entryIntoForceFor } from './article-67/index.ts'
import type { Binding } from './binding.ts'
import { partiesKnownOn } from './known-facts.ts'
import { chosenReadings } from './readings/choice.ts'
import { membershipOn, registerOf } from './register.ts'

/** A declaration under Article 17, with what it is held against. */
export interface DeclarationToCheck {
  declaration: Declaration
  /** The Party's record, with the declarations it made before. */
  party: Party
  parties: readonly Party[]
  /** The ids of Annex 1's entries, those added by amendments with them. */
  listed: readonly Slug[]
  /** Of those added by amendments: the day from which each binds the Party. */
  addedFrom?: ReadonlyMap<Slug, CalendarDay>
  readings: ReadingChoice
}

/** Whether a declaration may be recorded: each finding says why it would have no effect; none: it has. */
export function checkDeclaration(check: DeclarationToCheck): Finding[] {
  const { declaration, party, parties, listed, addedFrom = new Map() } = check
  const { choice } = chosenReadings(check.readings)
  const from = entryIntoForceFor(party, partiesKnownOn(parties, declaration.on))
  return [...declaredAlready(check), ...whyNotDeclared(declaration, party, from, choice, { listed, addedFrom })]
}

/**
 * The treaties deemed not to be included in Annex 1 for a Party on a day, each with why (Article 17).
 *
 * @param listing the entries of Annex 1, and from which day those added bind the Party
 */
export function exclusionsOf(
  code: PartyCode,
  parties: readonly Party[],
  asOf: CalendarDay,
  readings: ReadingChoice,
  listing: Listing,
): Exclusion[] {
  return declaredBy(code, parties, asOf, readings, listing).filter(({ until }) => until === null)
}

/** The same, with those that have lapsed by that day. */
export function declaredBy(
  code: PartyCode,
  parties: readonly Party[],
  asOf: CalendarDay,
  readings: ReadingChoice,
  listing: Listing,
): Exclusion[] {
  const membership = membershipOn(registerOf(partiesKnownOn(parties, asOf)), code, asOf)
  return membership === undefined ? [] : exclusionsBy(membership, chosenReadings(readings).choice, listing)
}

/** The entries of Annex 1 as a Party may exclude them: the Convention's own, and those added by what binds it. */
export function listingFor(own: readonly Slug[], { amendments }: Pick<Binding, 'amendments'>): Listing {
  const addedFrom = new Map<Slug, CalendarDay>()
  for (const { proposal, boundFrom } of amendments) {
    if (boundFrom === null) continue
    for (const change of proposal.changes) if (change.kind === 'added') addedFrom.set(change.entry, boundFrom)
  }
  return { listed: [...own, ...addedFrom.keys()], addedFrom }
}

function declaredAlready({ declaration, party }: DeclarationToCheck): Finding[] {
  const standing = (party.declarations ?? []).find(
    ({ treaty, enteredIntoForce }) =>
      treaty === declaration.treaty && (enteredIntoForce === undefined || enteredIntoForce > declaration.on),
  )
  if (standing === undefined) return []
  return [
    {
      rule: 'law/declaration-once',
      level: 'error',
      cite: '17(2)',
      message: `${party.code} has a declaration on ${declaration.treaty} already, of ${standing.on}.`,
      hint: 'File none: it stands until the treaty enters into force for the Party.',
    },
  ]
}
