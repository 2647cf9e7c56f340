import type { CalendarDay, Declaration, Finding, Party } from '../../treaty/index.ts'
import { forbids } from '../finding.ts'
import type { Provision } from '../provision.ts'
import { type Choice, reads } from '../readings/choice.ts'
import { inWords } from '../wording.ts'

export const quote =
  '2. On depositing its instruments of ratification, acceptance, approval or accession, State Parties which are not parties to a treaty listed in Annex 1 to this Convention may declare that, in the application of this Convention to the State Party, the treaty shall be deemed not to be included in the indicated Annex. The declaration shall cease to have effect as soon as the treaty enters into force for the State Party, which shall notify the depositary of this fact.'

export const paragraph2: Provision = {
  cite: '17(2)',
  cases: 'article-17/paragraph-2',
  quote,
  of: 'convention',
  readings: ['exclusion-of-added-treaties'],
}

/**
 * Whether a declaration by a State that is not party to the treaty is made at the right time: on depositing its
 * instrument; or, by reading `exclusion-of-added-treaties`, also on or before the day on which an amendment that adds
 * the treaty enters into force for it.
 *
 * @param addedFrom that day, for a treaty that an amendment adds
 */
export function declaredInTime(
  { treaty, on }: Declaration,
  party: Party,
  choice: Choice,
  addedFrom: CalendarDay | undefined,
): Finding[] {
  if (on === party.deposited) return []
  const alsoLater = reads(choice, 'exclusion-of-added-treaties', 'also-on-amendment')
  if (alsoLater && addedFrom !== undefined && on <= addedFrom && on > party.deposited) return []
  const last =
    alsoLater && addedFrom !== undefined ? `, or by ${inWords(addedFrom)}, when ${treaty} is added for it` : ''
  return [
    forbids(
      'declaration-on-deposit',
      '17(2)',
      `${party.code} declared on ${inWords(on)}; the declaration is made on depositing the instrument, ${inWords(party.deposited)}${last}.`,
      'Object to the amendment (70(4)) to keep out a treaty added later, or choose another reading.',
    ),
  ]
}

/** The day on which the declaration ceases to have effect, once the treaty has entered into force for the Party. */
export function lapsesOn({ enteredIntoForce }: Declaration): CalendarDay | null {
  return enteredIntoForce ?? null
}
