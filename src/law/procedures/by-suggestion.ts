import type { FiledEvent, Finding, PartyCode, Reason } from '../../treaty/index.ts'
import {
  admitAcceptanceOfSuggestion,
  boundByAcceptance,
  type ConferenceDecision,
  decisionInWords,
  declinesToSuggest,
  effectOfSuggestion,
  failsConsensus,
  isAdoptedUnder68,
  opposition,
  recommendationInWords,
} from '../articles/article-62/index.ts'
import { admitInstrument, afterFiveYears, boundByConsent, notYetAdopted } from '../articles/article-68/index.ts'
import { contradictions } from '../decide/ballot.ts'
import type { LawContext } from '../decide/docket.ts'
import type { Verdict } from '../decide/verdict.ts'
import { type Membership, statesOn } from '../party/register.ts'
import { type Choice, reads, restingOn } from '../readings/choice.ts'
import {
  allOf,
  onlyAfter,
  onlyByAConference,
  onlyByStateParty,
  onlyOnce,
  onlyOneVote,
  type Procedure,
  whichVoteCounts,
} from './admission-rules.ts'
import { draftVerdict, entryByConsent } from './shared-verdicts.ts'

/** Article 62(9)-(10): the Commission recommends, the Conference may suggest, and each Party acts for itself. */
export function bySuggestion(choice: Choice): Procedure {
  const individually = reads(choice, 'technical-annex-entry-into-force', 'individual-acceptance')
  const entering: Procedure['admits'] = individually
    ? { acceptance: onlyAfter(['suggested'], '62(10)', onlyByStateParty('62(10)', admitAcceptanceOfSuggestion)) }
    : { ratification: onlyAfter(['suggested'], '68(3)', onlyByStateParty('68(3)', admitInstrumentOfAdopted)) }
  return {
    cite: '62(9)-(10)',
    admits: {
      recommended: allOf(onlyOnce('62(9)'), tooEarly),
      'conference-vote': onlyAfter(
        ['recommended'],
        '62(10)',
        allOf(onlyByAConference, onlyOneVote('62(10)', isInFavour), admitVote),
      ),
      suggested: onlyAfter(['recommended'], '62(10)', allOf(onlyByAConference, onlyOnce('62(10)'))),
      ...entering,
    },
    judge,
  }
}

function judge(context: LawContext): Verdict {
  const recommended = context.docket.first.get('recommended')
  if (recommended === undefined) {
    const nothing = draftVerdict(context, '62(9)')
    return { ...nothing, because: [...nothing.because, ...openQuestions(context)] }
  }
  const decision = decisionOf(context)
  const failed = failsConsensus('commission', recommended, context) || declinesToSuggest(decision, context)
  const known: Verdict = {
    ...draftVerdict(context, '62(9)'),
    status: failed ? 'rejected' : 'recommended',
    opened: recommended.on,
    objections: opposition(recommended),
    because: [
      recommendationInWords(recommended, context),
      ...openQuestions(context),
      ...decisionInWords(decision, context),
      ...whichVoteCounts(context, '62(10)', !declinesToSuggest(decision, context)),
    ],
  }
  if (failed || decision.suggested === undefined) return known
  return { ...known, ...suggestedVerdict(context, decision, known.because) }
}

function suggestedVerdict(
  context: LawContext,
  decision: ConferenceDecision,
  because: Reason[],
): Partial<Verdict> & Pick<Verdict, 'status'> {
  const by68 = reads(context.choice, 'technical-annex-entry-into-force', 'article-68')
  if (by68 && !isAdoptedUnder68(decision, context)) {
    return { status: 'suggested', because: [...because, notAdopted(context)] }
  }
  const own = (membership: Membership) => effectOfSuggestion(context, membership)
  const effect = entryByConsent(context, 'suggested', own, by68 ? boundByConsent : boundByAcceptance)
  const status = effect.status === 'suggested' && effect.entersIntoForce !== null ? 'awaiting-entry' : effect.status
  return { ...effect, status, effectOn: status === 'suggested' ? null : effect.effectOn, because }
}

function decisionOf({ docket: { first } }: LawContext): ConferenceDecision {
  return { vote: first.get('conference-vote'), suggested: first.get('suggested') }
}

function notAdopted({ choice }: LawContext): Reason {
  return restingOn(choice, 'technical-annex-entry-into-force', {
    cite: '68(1)',
    says: 'Under the reading chosen, all of Article 68 applies. The Conference adopted the amendment neither by consensus nor by two thirds of all States Parties, so no instrument brings it into force.',
  })
}

function admitInstrumentOfAdopted(event: FiledEvent, context: LawContext, membership: Membership): Finding[] {
  if (isAdoptedUnder68(decisionOf(context), context)) return admitInstrument(event, context, membership)
  return [notYetAdopted(event)]
}

function isInFavour(context: LawContext, vote: FiledEvent): boolean {
  return !declinesToSuggest({ vote, suggested: undefined }, context)
}

// The Article does not say who votes in the Conference, so everyone named may vote.
function admitVote(event: FiledEvent, { register }: LawContext): Finding[] {
  const voters = { of: statesOn(register, event.on).length, votesOf: (codes: readonly PartyCode[]) => codes.length }
  return contradictions(event, voters, '62(10)')
}

function tooEarly(event: FiledEvent, context: LawContext): Finding[] {
  return reads(context.choice, 'technical-annex-entry-into-force', 'article-68') ? afterFiveYears(event, context) : []
}

function openQuestions(context: LawContext): Reason[] {
  const { choice } = context
  const individually = reads(choice, 'technical-annex-entry-into-force', 'individual-acceptance')
  const how = individually
    ? 'from the day on which it accepts'
    : 'ninety days after it deposits an instrument, as under Article 68'
  const entry = restingOn(choice, 'technical-annex-entry-into-force', {
    cite: '62(10)',
    says: `The text does not say when a suggested amendment binds a Party. Under the reading chosen: ${how}.`,
  })
  if (individually) return [entry]
  const bound = reads(choice, 'five-year-bar', 'annexes-too') ? 'also apply' : 'do not apply'
  return [
    entry,
    restingOn(choice, 'five-year-bar', {
      cite: '68(1)',
      says: `Under the reading chosen, the five years ${bound} to the annexes.`,
    }),
  ]
}
