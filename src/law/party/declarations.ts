import {
  type CalendarDay,
  type Declaration,
  type Finding,
  hasErrors,
  type Party,
  type PartyCode,
  type ReadingChoice,
  type RulePage,
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
import { effectAfterAll, forbids } from '../decide/finding.ts'
import { dayInWords } from '../decide/wording.ts'
import { chosenReadings } from '../readings/choice.ts'
import { isSameTreaty } from './listing.ts'
import { membershipOn, registerOf } from './register.ts'

export const DECLARATION_ONCE = {
  id: 'law/declaration-once',
  level: 'error',
  cite: '17(2)',
  title: 'A Party declares once about a treaty',
  why: 'The first declaration has effect until the treaty enters into force for the Party.',
} as const satisfies RulePage

/** A declaration under Article 17, with what is needed to check it. */
export interface DeclarationToCheck extends Omit<Listing, 'addedFrom'>, Partial<Pick<Listing, 'addedFrom'>> {
  declaration: Declaration
  /** The Party's record, with the declarations it made before. */
  party: Party
  parties: readonly Party[]
  readings: ReadingChoice
}

/** Checks whether a declaration may be recorded. Each finding says why it would have no effect. */
export function checkDeclaration(check: DeclarationToCheck): Finding[] {
  return [...declaredAlready(check), ...byArticle17(check)]
}

/** Returns the findings to report for a declaration on record. For one marked `withoutEffect`: only that the law disagrees. */
export function remarksOnDeclaration(check: DeclarationToCheck): Finding[] {
  const findings = checkDeclaration(check)
  if (check.declaration.withoutEffect === undefined) return findings
  if (hasErrors(findings)) return []
  const { declaration, party } = check
  const what = `The declaration of ${party.code} of ${dayInWords(declaration.on)} on ${declaration.treaty}`
  return [...findings, effectAfterAll(what, { cite: '17(2)' })]
}

function byArticle17({ declaration, party, parties, readings, addedFrom = new Map(), ...listing }: DeclarationToCheck) {
  const from = entryIntoForceFor(party, partiesKnownOn(parties, declaration.on))
  return refusalsOfDeclaration(declaration, party, from, chosenReadings(readings).choice, { ...listing, addedFrom })
}

/**
 * Returns the treaties deemed not to be included in Annex 1 for a Party on a day, each with the reasons (Article 17).
 *
 * @param listing Annex 1 as the Party may declare on it
 */
export function exclusionsOf(
  code: PartyCode,
  parties: readonly Party[],
  asOf: CalendarDay,
  readings: ReadingChoice,
  listing: Listing,
): Exclusion[] {
  return declaredBy(code, parties, asOf, readings, listing).exclusions.filter(({ until }) => until === null)
}

/** Returns a Party's exclusions, including lapsed ones, and its declarations without effect. */
export function declaredBy(
  code: PartyCode,
  parties: readonly Party[],
  asOf: CalendarDay,
  readings: ReadingChoice,
  listing: Listing,
): { exclusions: Exclusion[]; ineffective: IneffectiveDeclaration[] } {
  const membership = membershipOn(registerOf(partiesKnownOn(parties, asOf)), code, asOf)
  if (membership === undefined) return { exclusions: [], ineffective: [] }
  const { choice } = chosenReadings(readings)
  return {
    exclusions: exclusionsBy(membership, choice, listing),
    ineffective: ineffectiveDeclarations(membership, choice, listing),
  }
}

// An earlier declaration without effect does not prevent a new one.
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
  const message = `${party.code} already has a declaration on ${declaration.treaty}, of ${dayInWords(standing.on)}.`
  const hint = 'Do not file it: the first declaration has effect until the treaty enters into force for the Party.'
  return [forbids(DECLARATION_ONCE, message, hint)]
}
