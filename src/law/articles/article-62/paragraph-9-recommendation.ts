import type { FiledEvent, Finding, Proposer, Reason } from '../../../treaty/index.ts'
import { sizeOf } from '../../decide/ballot.ts'
import type { LawContext } from '../../decide/docket.ts'
import { forbids } from '../../decide/finding.ts'
import { referenceTo } from '../../decide/verdict.ts'
import { counted, dayInWords } from '../../decide/wording.ts'
import { reads, restingOn } from '../../readings/choice.ts'
import { STANDING } from '../article-70/index.ts'
import { provision } from '../provision.ts'

export const quote =
  '9. If necessary, the Commission shall give recommendations to the Conference of the States Parties on amendments to the Technical Annex to this Convention. Decisions on such recommendations shall be taken by consensus.'

export const paragraph9 = provision('62(9)', quote, ['commission-consensus'])

/** Checks that the Commission makes the proposal. */
export function standingOfCommission(by: Proposer | undefined): Finding[] {
  if (by === 'commission') return []
  const message = `Only the International Technical Commission recommends under 62(9), but the proposer is ${by ?? 'missing'}.`
  return [forbids(STANDING, message, 'Set `by: commission`.', { cite: '62(9)', at: { path: ['by'] } })]
}

/**
 * Returns how many in a body were against its decision: formal objections, or votes against. `consensus: false` means one or
 * more.
 */
export function opposition({ formalObjections, against, consensus }: FiledEvent): number {
  const recorded = Math.max(sizeOf(formalObjections), sizeOf(against))
  return consensus === false ? Math.max(recorded, 1) : recorded
}

/** Returns whether a body's decision needs consensus (reading `commission-consensus`) and does not have it. */
export function failsConsensus(body: 'commission' | 'conference', decision: FiledEvent, context: LawContext): boolean {
  const bound =
    reads(context.choice, 'commission-consensus', body) || reads(context.choice, 'commission-consensus', 'both')
  return bound && opposition(decision) > 0
}

/** Returns the Commission's recommendation, and whether it was made by consensus, as a step of reasoning. */
export function recommendationInWords(recommended: FiledEvent, context: LawContext): Reason {
  const objections = opposition(recommended)
  const what =
    objections === 0 ? 'no formal objection is recorded' : `${counted(objections, 'formal objection')} recorded`
  const end = failsConsensus('commission', recommended, context) ? ', so the required consensus is missing' : ''
  return restingOn(context.choice, 'commission-consensus', {
    cite: '62(9)',
    says: `The Commission recommended the amendment on ${dayInWords(recommended.on)}: ${what}${end}.`,
    event: referenceTo(recommended),
  })
}
