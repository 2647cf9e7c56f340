import type { CalendarDay, FiledEvent, Finding } from '../../../treaty/index.ts'
import { type DecisionContext, firstOf } from '../../decide/context.ts'
import { refuses } from '../../decide/finding.ts'
import { type Effect, referenceTo } from '../../decide/verdict.ts'
import { dayInWords } from '../../decide/wording.ts'
import type { Membership } from '../../party/register.ts'
import { reads, restingOn } from '../../readings/choice.ts'
import { effectOfInstrument } from '../article-68/index.ts'
import type { Provision } from '../provision.ts'
import { applyLateJoinerRule } from '../vienna-convention/index.ts'

export const quote =
  '10. Under the recommendation of the ITC, the Conference of the States Parties may suggest to the States Parties amendments to the Technical Annex to this Convention.'

export const paragraph10: Provision = {
  cite: '62(10)',
  cases: 'article-62/paragraph-10',
  quote,
  of: 'convention',
  readings: ['technical-annex-entry-into-force', 'five-year-bar', 'commission-consensus', 'late-joiner'],
}

/**
 * From which day a Party is bound by what it did about a suggested amendment; null: it did nothing. The paragraph ends
 * where the Conference suggests: what follows is the reading `technical-annex-entry-into-force`.
 */
export function effectOfSuggestion(context: DecisionContext, membership: Membership): Effect | null {
  if (reads(context.choice, 'technical-annex-entry-into-force', 'article-68'))
    return effectOfInstrument(context, membership)
  const acceptance = firstOf(context.docket, membership, 'acceptance')
  if (acceptance === undefined) return null
  const says = `${membership.party.code} accepted the suggested amendment on ${dayInWords(acceptance.on)}, and is bound from that day.`
  const reason = { cite: '62(10)', says, event: referenceTo(acceptance) }
  return { boundFrom: acceptance.on, reasons: [restingOn(context.choice, 'technical-annex-entry-into-force', reason)] }
}

/**
 * What a suggested amendment means for a Party where each takes it up for itself: Article 68 is set aside by that reading,
 * and with it what its paragraph 5 says of those that have not consented.
 *
 * @param acceptance what the Party's own act gives it, if it has acted
 * @param entry the first day on which the amendment is in force for any Party; null while it is for none
 */
export function boundByAcceptance(
  context: DecisionContext,
  membership: Membership,
  acceptance: Effect | null,
  entry: CalendarDay | null,
): Effect {
  return applyLateJoinerRule(context, membership, acceptance ?? notAccepted(context, membership), entry, '62(10)')
}

function notAccepted({ choice }: DecisionContext, { party }: Membership): Effect {
  const says = `${party.code} has not accepted the suggested amendment: it stays bound by the text without it.`
  return {
    boundFrom: null,
    reasons: [restingOn(choice, 'technical-annex-entry-into-force', { cite: '62(10)', says })],
  }
}

/** Whether a Party's acceptance of a suggested amendment has effect: once, and by the reading that asks for none else. */
export function admitAcceptanceOfSuggestion(
  event: FiledEvent,
  context: DecisionContext,
  membership: Membership,
): Finding[] {
  if (firstOf(context.docket, membership, 'acceptance') === undefined) return []
  const message = `${membership.party.code} has accepted already.`
  return [refuses(event, 'party', 'acceptance-once', '62(10)', message, 'File none: one acceptance suffices.')]
}
