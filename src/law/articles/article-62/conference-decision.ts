import type { FiledEvent, Reason } from '../../../treaty/index.ts'
import { isTwoThirds, sizeOf, votes } from '../../decide/ballot.ts'
import type { LawContext } from '../../decide/docket.ts'
import { referenceTo } from '../../decide/verdict.ts'
import { counted, dayInWords } from '../../decide/wording.ts'
import { reads, restingOn } from '../../readings/choice.ts'
import { votesOfStatesParties } from '../article-68/index.ts'
import { failsConsensus, opposition } from './paragraph-9-recommendation.ts'

/** What the Conference decided on a recommendation (paragraph 10): a vote, the suggestion itself, or both. */
export interface ConferenceDecision {
  vote: FiledEvent | undefined
  suggested: FiledEvent | undefined
}

/**
 * Returns whether the Conference declines to suggest. It "may" suggest: it declines if it lacks a consensus that is required
 * (reading `commission-consensus`), or the majority in a vote (reading `conference-majority`).
 */
export function declinesToSuggest({ vote, suggested }: ConferenceDecision, context: LawContext): boolean {
  const recorded = [vote, suggested].filter((event) => event !== undefined)
  if (recorded.some((event) => failsConsensus('conference', event, context))) return true
  const byConsensus = reads(context.choice, 'conference-majority', 'consensus')
  if (byConsensus && recorded.some((event) => opposition(event) > 0)) return true
  return vote !== undefined && !hasMajority(vote, context)
}

function hasMajority({ consensus, inFavour, against }: FiledEvent, { choice }: LawContext): boolean {
  if (consensus === true) return true
  const [yes, no] = [sizeOf(inFavour), sizeOf(against)]
  return reads(choice, 'conference-majority', 'two-thirds') ? isTwoThirds(votes(yes, yes + no)) : yes > no
}

/**
 * Returns whether the decision is also an adoption "in accordance with paragraph 1" of Article 68: by consensus, or by two
 * thirds of the States Parties. A suggestion with no vote and no opposition on record was made by consensus.
 */
export function isAdoptedUnder68({ vote, suggested }: ConferenceDecision, { register }: LawContext): boolean {
  if (vote === undefined) return suggested !== undefined && opposition(suggested) === 0
  return vote.consensus === true || isTwoThirds(votesOfStatesParties(register, vote))
}

function isVote({ event }: FiledEvent): boolean {
  return event === 'conference-vote'
}

/** Returns what the Conference decided, as steps of reasoning: each decision once. */
export function decisionInWords(decision: ConferenceDecision, context: LawContext): Reason[] {
  const { vote, suggested } = decision
  const declined = declinesToSuggest(decision, context)
  return [
    ...(vote === undefined ? [] : [stepOf(vote, resultInWords(vote, declined), context)]),
    ...(suggested === undefined ? [] : [stepOf(suggested, suggestionInWords(decision, declined), context)]),
  ]
}

function stepOf(event: FiledEvent, says: string, { choice }: LawContext): Reason {
  const reason = { cite: '62(10)', says, event: referenceTo(event) }
  const isOpen = opposition(event) > 0 || (isVote(event) && lacksVotes(event))
  return isOpen ? restingOn(choice, 'conference-majority', reason) : reason
}

function lacksVotes({ consensus, inFavour, against }: FiledEvent): boolean {
  return consensus !== true && sizeOf(inFavour) <= sizeOf(against)
}

function resultInWords(vote: FiledEvent, declined: boolean): string {
  const result =
    vote.consensus === true
      ? 'decided by consensus'
      : `voted: ${counted(sizeOf(vote.inFavour), 'vote')} in favour, ${sizeOf(vote.against)} against`
  const end = declined ? ' This is not enough to suggest the amendment.' : ''
  return `On ${dayInWords(vote.on)} the Conference ${result}.${end}`
}

function suggestionInWords({ vote, suggested }: ConferenceDecision, declined: boolean): string {
  if (suggested === undefined) return ''
  const day = dayInWords(suggested.on)
  const opposed = opposition(suggested)
  const end =
    opposed > 0
      ? `: ${counted(opposed, 'objection')} recorded`
      : vote === undefined
        ? ': no vote and no objection is recorded'
        : ''
  return declined
    ? `A suggestion of the Conference is recorded on ${day}${end}. The required decision is missing, so it has no effect.`
    : `The Conference suggested the amendment to the States Parties on ${day}${end}.`
}
