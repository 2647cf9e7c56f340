import type { CalendarDay, Declaration, Finding, Party, PartyCode, ReadingChoice, Slug } from '../treaty/index.ts'
import {
  type DeclarationInVain,
  declaredInVain,
  type Exclusion,
  exclusionsBy,
  type Listing,
  whyNotDeclared,
} from './article-17/index.ts'
import { entryIntoForceFor } from './article-67/index.ts'
import { partiesKnownOn } from './known-facts.ts'
import { isSameTreaty } from './listing.ts'
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
  /** By each other id of a treaty: the one that it was listed under first. */
  firstListedAs?: ReadonlyMap<Slug, Slug>
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

/** The declarations of a Party known on a day that have no effect, each with why. */
export function inVainBy(
  code: PartyCode,
  parties: readonly Party[],
  asOf: CalendarDay,
  readings: ReadingChoice,
  listing: Listing,
): DeclarationInVain[] {
  const membership = membershipOn(registerOf(partiesKnownOn(parties, asOf)), code, asOf)
  return membership === undefined ? [] : declaredInVain(membership, chosenReadings(readings).choice, listing)
}

function declaredAlready({ declaration, party, firstListedAs }: DeclarationToCheck): Finding[] {
  const listing = firstListedAs === undefined ? {} : { firstListedAs }
  const standing = (party.declarations ?? []).find(
    ({ treaty, enteredIntoForce }) =>
      isSameTreaty(treaty, declaration.treaty, listing) &&
      (enteredIntoForce === undefined || enteredIntoForce > declaration.on),
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
