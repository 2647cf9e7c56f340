import type { CalendarDay, Declaration, Finding, Party, Slug } from '../../../treaty/index.ts'
import { forbids } from '../../decide/finding.ts'
import { dayInWords } from '../../decide/wording.ts'
import { type Choice, reads } from '../../readings/choice.ts'
import type { Provision } from '../provision.ts'

export const quote =
  '2. On depositing its instruments of ratification, acceptance, approval or accession, State Parties which are not parties to a treaty listed in Annex 1 to this Convention may declare that, in the application of this Convention to the State Party, the treaty shall be deemed not to be included in the indicated Annex. The declaration shall cease to have effect as soon as the treaty enters into force for the State Party, which shall notify the depositary of this fact.'

export const paragraph2: Provision = {
  cite: '17(2)',
  cases: 'article-17/paragraph-2',
  quote,
  of: 'convention',
  readings: ['exclusion-of-added-treaties'],
}

/** A treaty that an amendment adds to Annex 1, as the declaring Party meets it. */
export interface Addition {
  /** The day from which the amendment binds the Party; null while that is not known. */
  from: CalendarDay | null
  /** Whether the treaty is in Annex 1 as the Party joined the Convention. */
  joined: boolean
}

/**
 * Whether a declaration by a State that is not party to the treaty is made at the right time: on depositing its
 * instrument, of a treaty in Annex 1 as it joins the Convention; or, by reading `exclusion-of-added-treaties`, from then on
 * until the day on which an amendment that adds the treaty enters into force for it.
 *
 * @param added undefined for a treaty of the Convention's own
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
  return [
    forbids(
      'declaration-on-deposit',
      '17(2)',
      `${party.code} declared on ${dayInWords(on)}; the declaration is made on depositing the instrument, ${dayInWords(party.deposited)}${last}.`,
      'Object to the amendment (70(4)) to keep out a treaty added later, or choose another reading.',
    ),
  ]
}

const READING = 'exclusion-of-added-treaties'

function addedLater(treaty: Slug, { code, deposited }: Party): Finding {
  return forbids(
    'declaration-of-a-treaty-added-later',
    '17(2)',
    `${code}, by its deposit of ${dayInWords(deposited)}, joins Annex 1 without ${treaty}: by the reading ${READING}=deposit-only it can only object to the amendment.`,
    'Object to the amendment (70(4)) as a Party, or choose another reading.',
  )
}

/** The day on which the declaration ceases to have effect, once the treaty has entered into force for the Party. */
export function lapsesOn({ enteredIntoForce }: Declaration): CalendarDay | null {
  return enteredIntoForce ?? null
}
