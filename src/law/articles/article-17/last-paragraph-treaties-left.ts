import type { CalendarDay, Declaration, Finding, Party, RulePage } from '../../../treaty/index.ts'
import { forbids } from '../../decide/finding.ts'
import { dayInWords } from '../../decide/wording.ts'
import { endByDenunciation } from '../article-71/index.ts'
import { provision } from '../provision.ts'

export const quote =
  'When a State Party ceases to be a party to a treaty listed in Annex 1 to this Convention, it may make a declaration as provided for in this article, with respect to that treaty.'

/** The paragraph after paragraph 2, which has no number. */
export const lastParagraph = provision('17, last paragraph', quote, [], {
  cases: 'article-17/last-paragraph',
})

export const DECLARATION_BY_A_PARTY = {
  id: 'law/declaration-by-a-party',
  level: 'error',
  cite: '17, last paragraph',
  title: 'A State that left a listed treaty declares while it is a Party',
  why: 'The paragraph gives this declaration to a State Party that ceases to be party to a listed treaty. A State that is not yet a Party declares under 17(2).',
} as const satisfies RulePage

/** Checks that a State that left the treaty declares while it is a Party to this Convention. */
export function declaredWhileAParty({ on }: Declaration, party: Party, from: CalendarDay | null): Finding[] {
  const until = endByDenunciation(party, from)
  if (from !== null && from <= on && (until === null || on < until)) return []
  const message = `${party.code} is not a State Party on ${dayInWords(on)}, but only a State Party that leaves a listed treaty makes this declaration.`
  const hint =
    'If the State is not party to the treaty when it deposits its instrument, declare under 17(2) on that day.'
  return [forbids(DECLARATION_BY_A_PARTY, message, hint)]
}
