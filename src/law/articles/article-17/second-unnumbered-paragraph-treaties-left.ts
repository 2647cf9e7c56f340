import type { CalendarDay, Declaration, Finding, Party } from '../../../treaty/index.ts'
import { forbids } from '../../decide/finding.ts'
import { dayInWords } from '../../decide/wording.ts'
import { endOfMembership } from '../article-71/index.ts'
import type { Provision } from '../provision.ts'

export const quote =
  'When a State Party ceases to be a party to a treaty listed in Annex 1 to this Convention, it may make a declaration as provided for in this article, with respect to that treaty.'

/** It stands after paragraph 2 without a number. */
export const secondUnnumberedParagraph: Provision = {
  cite: '17, second unnumbered paragraph',
  cases: 'article-17/second-unnumbered-paragraph',
  quote,
  of: 'convention',
  readings: [],
}

/** Whether a declaration by a Party that left the treaty is made while it is a Party to this Convention. */
export function declaredWhileAParty({ on }: Declaration, party: Party, from: CalendarDay | null): Finding[] {
  const until = endOfMembership(party)
  if (from !== null && from <= on && (until === null || on < until)) return []
  return [
    forbids(
      'declaration-by-a-party',
      '17, second unnumbered paragraph',
      `${party.code} is not a State Party on ${dayInWords(on)}: the declaration is for a State Party that ceases to be party to a listed treaty.`,
      'Declare under 17(2), on the day of the deposit, for a State that is not party to the treaty then.',
    ),
  ]
}
