import type { CalendarDay, Declaration, Finding, Party, RulePage, Slug } from '../../../treaty/index.ts'
import { forbids } from '../../decide/finding.ts'
import { dayInWords } from '../../decide/wording.ts'
import { type Choice, reads } from '../../readings/choice.ts'
import { provision } from '../provision.ts'

export const quote =
  '2. On depositing its instruments of ratification, acceptance, approval or accession, State Parties which are not parties to a treaty listed in Annex 1 to this Convention may declare that, in the application of this Convention to the State Party, the treaty shall be deemed not to be included in the indicated Annex. The declaration shall cease to have effect as soon as the treaty enters into force for the State Party, which shall notify the depositary of this fact.'

export const paragraph2 = provision('17(2)', quote, ['exclusion-of-added-treaties'])

export const DECLARATION_ON_DEPOSIT = {
  id: 'law/declaration-on-deposit',
  level: 'error',
  cite: '17(2)',
  title: 'A State declares when it deposits its instrument',
  why: 'A State that is not party to a listed treaty declares this on the day of its deposit. Whether it may declare again when an amendment adds a treaty is a reading: exclusion-of-added-treaties.',
} as const satisfies RulePage

export const DECLARATION_OF_A_TREATY_ADDED_LATER = {
  id: 'law/declaration-of-a-treaty-added-later',
  level: 'error',
  cite: '17(2)',
  title: 'A declaration on deposit is about Annex 1 as it is when the State joins',
  why: 'A treaty that an amendment adds is listed for a State that joins the Convention as amended. If the State became a Party while it could still object to the amendment, the treaty is added later. Under the reading exclusion-of-added-treaties=deposit-only the State can then only object.',
} as const satisfies RulePage

/** How an amendment adds a treaty to Annex 1 for one Party. */
export interface Addition {
  /** The day from which the amendment binds the Party; null if not known. */
  from: CalendarDay | null
  /** Whether the treaty was in Annex 1 when the Party joined the Convention. */
  joined: boolean
}

/**
 * Checks that a State that is not party to the treaty declares at the right time: when it deposits its instrument, about a
 * treaty that is then in Annex 1. Under the reading `exclusion-of-added-treaties` it may also declare later, until the day
 * on which an amendment that adds the treaty enters into force for it.
 *
 * @param added undefined for an original entry
 */
export function declaredInTime(
  { treaty, on }: Declaration,
  party: Party,
  choice: Choice,
  added: Addition | undefined,
): Finding[] {
  const onDeposit = on === party.deposited
  if (onDeposit && (added === undefined || added.joined)) return []
  const alsoLater = added !== undefined && reads(choice, READING, 'also-on-amendment')
  if (alsoLater && on >= party.deposited && (added.from === null || on <= added.from)) return []
  if (onDeposit) return [addedLater(treaty, party)]
  const last =
    alsoLater && added.from !== null ? `, or by ${dayInWords(added.from)}, when ${treaty} is added for it` : ''
  const message = `${party.code} declared on ${dayInWords(on)}, but it must declare on the day of its deposit, ${dayInWords(party.deposited)}${last}.`
  const hint = 'To keep out a treaty added later, object to the amendment (70(4)), or choose another reading.'
  return [forbids(DECLARATION_ON_DEPOSIT, message, hint)]
}

const READING = 'exclusion-of-added-treaties'

function addedLater(treaty: Slug, { code, deposited }: Party): Finding {
  const message = `When ${code} deposited its instrument on ${dayInWords(deposited)}, Annex 1 did not list ${treaty}. Under the reading ${READING}=deposit-only it can only object to the amendment.`
  const hint = 'Object to the amendment (70(4)) as a Party, or choose another reading.'
  return forbids(DECLARATION_OF_A_TREATY_ADDED_LATER, message, hint)
}

/** Returns the day on which the declaration ceases to have effect: the treaty entered into force for the Party. */
export function lapsesOn({ enteredIntoForce }: Declaration): CalendarDay | null {
  return enteredIntoForce ?? null
}
