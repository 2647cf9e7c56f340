import type { CalendarDay, FiledEvent, Finding } from '../../../treaty/index.ts'
import { firstOf, type LawContext } from '../../decide/docket.ts'
import { contradicts } from '../../decide/second-letter.ts'
import { type Effect, referenceTo } from '../../decide/verdict.ts'
import { dayInWords } from '../../decide/wording.ts'
import type { Membership } from '../../party/register.ts'
import { reads, restingOn } from '../../readings/choice.ts'
import { effectOfInstrument } from '../article-68/index.ts'
import { ACCEPTANCE_ONCE } from '../article-70/index.ts'
import { provision } from '../provision.ts'
import { applyLateJoinerRule } from '../vienna-convention/index.ts'

export const quote =
  '10. Under the recommendation of the ITC, the Conference of the States Parties may suggest to the States Parties amendments to the Technical Annex to this Convention.'

export const paragraph10 = provision('62(10)', quote, [
  'technical-annex-entry-into-force',
  'five-year-bar',
  'commission-consensus',
  'conference-majority',
  'late-joiner',
])

/**
 * Returns from which day a Party is bound by its own act about a suggested amendment; null if it did not act. The
 * paragraph ends with the suggestion: what follows is the reading `technical-annex-entry-into-force`.
 */
export function effectOfSuggestion(context: LawContext, membership: Membership): Effect | null {
  if (reads(context.choice, 'technical-annex-entry-into-force', 'article-68'))
    return effectOfInstrument(context, membership)
  const acceptance = firstOf(context.docket, membership, 'acceptance')
  if (acceptance === undefined) return null
  const says = `${membership.party.code} accepted the suggested amendment on ${dayInWords(acceptance.on)} and is bound from that day.`
  const reason = { cite: '62(10)', says, event: referenceTo(acceptance) }
  return { boundFrom: acceptance.on, reasons: [restingOn(context.choice, 'technical-annex-entry-into-force', reason)] }
}

/**
 * Returns what a suggested amendment means for a Party if each Party accepts for itself. Under that reading Article 68
 * does not apply, nor does its paragraph 5 on Parties that have not consented.
 *
 * @param acceptance the effect of the Party's own act, if any
 * @param entry the first day on which the amendment is in force for any Party; null if it is in force for none
 */
export function boundByAcceptance(
  context: LawContext,
  membership: Membership,
  acceptance: Effect | null,
  entry: CalendarDay | null,
): Effect {
  return applyLateJoinerRule(context, membership, acceptance ?? notAccepted(context, membership), entry, '62(10)')
}

function notAccepted({ choice }: LawContext, { party }: Membership): Effect {
  const says = `${party.code} has not accepted the suggested amendment, so it remains bound by the text without it.`
  return {
    boundFrom: null,
    reasons: [restingOn(choice, 'technical-annex-entry-into-force', { cite: '62(10)', says })],
  }
}

/** Checks that a Party accepts a suggested amendment only once. */
export function admitAcceptanceOfSuggestion(event: FiledEvent, context: LawContext, membership: Membership): Finding[] {
  const earlier = firstOf(context.docket, membership, 'acceptance')
  if (earlier === undefined) return []
  return [contradicts(ACCEPTANCE_ONCE, event, earlier, `${membership.party.code} has already accepted`, '62(10)')]
}
