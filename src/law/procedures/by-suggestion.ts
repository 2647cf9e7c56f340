import type { FiledEvent, Finding, PartyCode, Reason } from '../../treaty/index.ts'
import {
  admitAcceptanceOfSuggestion,
  boundByAcceptance,
  decisionInWords,
  effectOfSuggestion,
  failsConsensus,
  formalObjections,
} from '../articles/article-62/index.ts'
import { admitInstrument, afterFiveYears, boundByConsent } from '../articles/article-68/index.ts'
import { contradictions, sizeOf } from '../decide/ballot.ts'
import type { LawContext } from '../decide/docket.ts'
import { referenceTo, type Verdict } from '../decide/verdict.ts'
import { dayInWords } from '../decide/wording.ts'
import { statesOn } from '../party/register.ts'
import { type Choice, reads, restingOn } from '../readings/choice.ts'
import { allOf, onlyAfter, onlyByStateParty, onlyOnce, type Procedure } from './admission-rules.ts'
import { draftVerdict, entryByConsent } from './shared-verdicts.ts'

/** Article 62(9)-(10): the Commission recommends, the Conference may suggest, and each Party acts for itself. */
export function bySuggestion(choice: Choice): Procedure {
  const individually = reads(choice, 'technical-annex-entry-into-force', 'individual-acceptance')
  const entering: Procedure['admits'] = individually
    ? { acceptance: onlyAfter(['suggested'], '62(10)', onlyByStateParty('62(10)', admitAcceptanceOfSuggestion)) }
    : { ratification: onlyAfter(['suggested'], '68(3)', onlyByStateParty('68(3)', admitInstrument)) }
  return {
    cite: '62(9)-(10)',
    admits: {
      recommended: allOf(onlyOnce('62(9)'), tooEarly),
      'conference-vote': onlyAfter(['recommended'], '62(10)', allOf(onlyOnce('62(10)'), admitVote)),
      suggested: onlyAfter(['recommended'], '62(10)', onlyOnce('62(10)')),
      ...entering,
    },
    judge,
  }
}

function judge(context: LawContext): Verdict {
  const { first } = context.docket
  const recommended = first.get('recommended')
  if (recommended === undefined) {
    const nothing = draftVerdict(context, '62(9)')
    return { ...nothing, because: [...nothing.because, ...openQuestions(context)] }
  }
  const decisions = [first.get('conference-vote'), first.get('suggested')].filter((event) => event !== undefined)
  const failed =
    failsConsensus('commission', recommended, context) || decisions.some((event) => declines(event, context))
  const suggested = first.get('suggested')
  const known: Verdict = {
    ...draftVerdict(context, '62(9)'),
    status: failed ? 'rejected' : 'recommended',
    opened: recommended.on,
    objections: [recommended, ...decisions].reduce((sum, event) => sum + formalObjections(event), 0),
    because: [
      decisionInWords('commission', recommended, context),
      ...decisions.map((event) => decisionInWords('conference', event, context)),
      ...openQuestions(context),
    ],
  }
  return failed || suggested === undefined
    ? known
    : { ...known, ...suggestedVerdict(context, suggested, known.because) }
}

function suggestedVerdict(
  context: LawContext,
  suggested: FiledEvent,
  because: Reason[],
): Partial<Verdict> & Pick<Verdict, 'status'> {
  const says = `The Conference suggested the amendment to the States Parties on ${dayInWords(suggested.on)}.`
  const effect = entryByConsent(
    context,
    'suggested',
    (membership) => effectOfSuggestion(context, membership),
    reads(context.choice, 'technical-annex-entry-into-force', 'article-68') ? boundByConsent : boundByAcceptance,
  )
  const status = effect.status === 'suggested' && effect.entersIntoForce !== null ? 'awaiting-entry' : effect.status
  return {
    ...effect,
    status,
    effectOn: status === 'suggested' ? null : effect.effectOn,
    because: [...because, { cite: '62(10)', says, event: referenceTo(suggested) }],
  }
}

// The Conference "may" suggest. It declines if it lacks a required consensus, or by a vote that is not in favour.
function declines(decision: FiledEvent, context: LawContext): boolean {
  if (failsConsensus('conference', decision, context)) return true
  const { event, consensus, inFavour, against } = decision
  return event === 'conference-vote' && consensus !== true && sizeOf(inFavour) <= sizeOf(against)
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
