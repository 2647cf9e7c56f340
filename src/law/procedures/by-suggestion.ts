import type { FiledEvent, Finding, PartyCode, Reason } from '../../treaty/index.ts'
import {
  admitAcceptanceOfSuggestion,
  boundByAcceptance,
  effectOfSuggestion,
  failsConsensus,
  formalObjections,
  howItDecided,
} from '../articles/article-62/index.ts'
import { admitInstrument, afterFiveYears, boundByConsent } from '../articles/article-68/index.ts'
import { contradictions } from '../decide/ballot.ts'
import { sizeOf } from '../decide/counts.ts'
import type { Matter } from '../decide/matter.ts'
import { met, type Verdict } from '../decide/verdict.ts'
import { statesOn } from '../party/register.ts'
import { type Choice, reads, restingOn } from '../readings/choice.ts'
import { inWords } from '../wording.ts'
import { consentedTo } from './consented-to.ts'
import { draft } from './draft.ts'
import { after, byStateParty, inTurn, once } from './opening.ts'
import type { Procedure } from './procedure.ts'

/** Article 62(9)-(10): the Commission recommends, the Conference may suggest, and each Party takes it up for itself. */
export function bySuggestion(choice: Choice): Procedure {
  const individually = reads(choice, 'technical-annex-entry-into-force', 'individual-acceptance')
  const taking: Procedure['admits'] = individually
    ? { acceptance: after(['suggested'], '62(10)', byStateParty('62(10)', admitAcceptanceOfSuggestion)) }
    : { ratification: after(['suggested'], '68(3)', byStateParty('68(3)', admitInstrument)) }
  return {
    cite: '62(9)-(10)',
    admits: {
      recommended: inTurn(once('62(9)'), barred),
      'conference-vote': after(['recommended'], '62(10)', inTurn(once('62(10)'), admitVote)),
      suggested: after(['recommended'], '62(10)', once('62(10)')),
      ...taking,
    },
    judge,
  }
}

function judge(matter: Matter): Verdict {
  const { first } = matter.docket
  const recommended = first.get('recommended')
  if (recommended === undefined) {
    const nothing = draft(matter, '62(9)')
    return { ...nothing, because: [...nothing.because, ...openQuestions(matter)] }
  }
  const decisions = [first.get('conference-vote'), first.get('suggested')].filter((event) => event !== undefined)
  const failed = failsConsensus('commission', recommended, matter) || decisions.some((event) => declines(event, matter))
  const suggested = first.get('suggested')
  const known: Verdict = {
    ...draft(matter, '62(9)'),
    status: failed ? 'rejected' : 'recommended',
    opened: recommended.on,
    objections: [recommended, ...decisions].reduce((sum, event) => sum + formalObjections(event), 0),
    because: [
      howItDecided('commission', recommended, matter),
      ...decisions.map((event) => howItDecided('conference', event, matter)),
      ...openQuestions(matter),
    ],
  }
  return failed || suggested === undefined ? known : { ...known, ...taken(matter, suggested, known.because) }
}

function taken(matter: Matter, suggested: FiledEvent, because: Reason[]): Partial<Verdict> & Pick<Verdict, 'status'> {
  const says = `The Conference suggested the amendment to the States Parties on ${inWords(suggested.on)}.`
  const effect = consentedTo(
    matter,
    'suggested',
    (membership) => effectOfSuggestion(matter, membership),
    reads(matter.choice, 'technical-annex-entry-into-force', 'article-68') ? boundByConsent : boundByAcceptance,
  )
  const status = effect.status === 'suggested' && effect.entersIntoForce !== null ? 'awaiting-entry' : effect.status
  return {
    ...effect,
    status,
    effectOn: status === 'suggested' ? null : effect.effectOn,
    because: [...because, { cite: '62(10)', says, event: met(suggested) }],
  }
}

// The Conference "may" suggest: it declines by failing to agree where it must, or by a vote that is not in favour.
function declines(decision: FiledEvent, matter: Matter): boolean {
  if (failsConsensus('conference', decision, matter)) return true
  const { event, consensus, inFavour, against } = decision
  return event === 'conference-vote' && consensus !== true && sizeOf(inFavour) <= sizeOf(against)
}

// The Article says nothing of who votes in the Conference: whoever is named is taken for one that may.
function admitVote(event: FiledEvent, { register }: Matter): Finding[] {
  const voters = { of: statesOn(register, event.on).length, votesOf: (codes: readonly PartyCode[]) => codes.length }
  return contradictions(event, voters, '62(10)')
}

function barred(event: FiledEvent, matter: Matter): Finding[] {
  return reads(matter.choice, 'technical-annex-entry-into-force', 'article-68') ? afterFiveYears(event, matter) : []
}

function openQuestions(matter: Matter): Reason[] {
  const { choice } = matter
  const individually = reads(choice, 'technical-annex-entry-into-force', 'individual-acceptance')
  const how = individually
    ? 'from the day it accepts it'
    : 'ninety days after it deposits an instrument, as under Article 68'
  const entry = restingOn(choice, 'technical-annex-entry-into-force', {
    cite: '62(10)',
    says: `The text does not say how a suggested amendment binds a Party; by the reading taken, ${how}.`,
  })
  if (individually) return [entry]
  const bound = reads(choice, 'five-year-bar', 'annexes-too') ? 'bind the annexes too' : 'do not bind the annexes'
  return [
    entry,
    restingOn(choice, 'five-year-bar', { cite: '68(1)', says: `By the reading taken the five years ${bound}.` }),
  ]
}
