import {
  type CalendarDay,
  type Declaration,
  type Finding,
  hasErrors,
  type Party,
  type PartyCode,
  type ReadingChoice,
} from '../../treaty/index.ts'
import {
  type Exclusion,
  exclusionsBy,
  type IneffectiveDeclaration,
  ineffectiveDeclarations,
  type Listing,
  refusalsOfDeclaration,
} from '../articles/article-17/index.ts'
import { entryIntoForceFor } from '../articles/article-67/index.ts'
import { partiesKnownOn } from '../check/known-facts.ts'
import { dayInWords } from '../decide/wording.ts'
import { chosenReadings } from '../readings/choice.ts'
import { isSameTreaty } from './listing.ts'
import { type Membership, membershipOn, registerOf } from './register.ts'

/** A declaration under Article 17, with what it is held against. */
export interface DeclarationToCheck extends Omit<Listing, 'addedFrom'>, Partial<Pick<Listing, 'addedFrom'>> {
  declaration: Declaration
  /** The Party's record, with the declarations it made before. */
  party: Party
  parties: readonly Party[]
  readings: ReadingChoice
}

/** Whether a declaration may be recorded: each finding says why it would have no effect; none: it has. */
export function checkDeclaration(check: DeclarationToCheck): Finding[] {
  return [...declaredAlready(check), ...byArticle17(check)]
}

/**
 * What there is to say of a declaration on record: of one that was filed as without effect nothing while the law agrees,
 * and where it does not, that it has effect after all.
 */
export function remarksOnDeclaration(check: DeclarationToCheck): Finding[] {
  const findings = checkDeclaration(check)
  if (check.declaration.withoutEffect === undefined) return findings
  return hasErrors(findings) ? [] : [...findings, effectAfterAll(check)]
}

function byArticle17({ declaration, party, parties, readings, addedFrom = new Map(), ...listing }: DeclarationToCheck) {
  const from = entryIntoForceFor(party, partiesKnownOn(parties, declaration.on))
  return refusalsOfDeclaration(declaration, party, from, chosenReadings(readings).choice, { ...listing, addedFrom })
}

function effectAfterAll({ declaration, party }: DeclarationToCheck): Finding {
  return {
    rule: 'law/effect-after-all',
    level: 'warning',
    cite: '17(2)',
    message: `The declaration of ${party.code} of ${dayInWords(declaration.on)} on ${declaration.treaty} was filed as without effect, and by the readings taken it has effect.`,
    hint: 'Remove its `withoutEffect` if that is right, or look at the readings chosen.',
  }
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
  return exclusionsDeclaredBy(code, parties, asOf, readings, listing).filter(({ until }) => until === null)
}

/** The same, with those that have lapsed by that day. */
export function exclusionsDeclaredBy(
  code: PartyCode,
  parties: readonly Party[],
  asOf: CalendarDay,
  readings: ReadingChoice,
  listing: Listing,
): Exclusion[] {
  const membership = membershipKnown(code, parties, asOf)
  return membership === undefined ? [] : exclusionsBy(membership, chosenReadings(readings).choice, listing)
}

/** The declarations of a Party known on a day that have no effect, each with why. */
export function ineffectiveDeclarationsOf(
  code: PartyCode,
  parties: readonly Party[],
  asOf: CalendarDay,
  readings: ReadingChoice,
  listing: Listing,
): IneffectiveDeclaration[] {
  const membership = membershipKnown(code, parties, asOf)
  return membership === undefined ? [] : ineffectiveDeclarations(membership, chosenReadings(readings).choice, listing)
}

function membershipKnown(code: PartyCode, parties: readonly Party[], asOf: CalendarDay): Membership | undefined {
  return membershipOn(registerOf(partiesKnownOn(parties, asOf)), code, asOf)
}

// One that has no effect stands in the way of none but itself.
function declaredAlready(check: DeclarationToCheck): Finding[] {
  const { declaration, party, firstListedAs } = check
  const listing = firstListedAs === undefined ? {} : { firstListedAs }
  const stands = (earlier: Declaration) =>
    isSameTreaty(earlier.treaty, declaration.treaty, listing) &&
    (earlier.enteredIntoForce === undefined || earlier.enteredIntoForce > declaration.on)
  const isSame = ({ on, ground }: Declaration) => on === declaration.on && ground === declaration.ground
  const standing = (party.declarations ?? []).find(
    (earlier) => stands(earlier) && (isSame(earlier) || byArticle17({ ...check, declaration: earlier }).length === 0),
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
