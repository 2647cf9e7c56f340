import type { FiledEvent, Finding, Reason } from '../../treaty/index.ts'
import {
  admitInstrument,
  afterFiveYears,
  boundByConsent,
  effectOfInstrument,
  isAnnex,
  notYetAdopted,
  organizationsNotCounted,
  votersOf,
  votesOfStatesParties,
} from '../articles/article-68/index.ts'
import { contradictions, isTwoThirds, voteInWords, votesNotCounted } from '../decide/ballot.ts'
import type { LawContext } from '../decide/docket.ts'
import { referenceTo, type Verdict } from '../decide/verdict.ts'
import { dayInWords } from '../decide/wording.ts'
import { type Membership, membershipOn, statesOn } from '../party/register.ts'
import { restingOn } from '../readings/choice.ts'
import {
  allOf,
  onlyAfter,
  onlyByStateParty,
  onlyOnce,
  onlyOneVote,
  type Procedure,
  whichVoteCounts,
} from './admission-rules.ts'
import { draftVerdict, entryByConsent, noStatesToCount } from './shared-verdicts.ts'

/** Article 68: a State Party proposes after five years, the Conference adopts, and each Party is bound by its instrument. */
export const byAmendment: Procedure = {
  cite: '68(1)',
  admits: {
    circulated: allOf(onlyOnce('68(1)'), afterFiveYears),
    submitted: allOf(onlyOnce('68(1)'), afterFiveYears),
    'conference-vote': onlyAfter(
      ['circulated', 'submitted'],
      '68(1)',
      allOf(onlyOneVote('68(1)', isAdopted), admitVote),
    ),
    ratification: onlyAfter(['conference-vote'], '68(3)', onlyByStateParty('68(3)', admitInstrumentOfAdopted)),
  },
  judge,
}

function judge(context: LawContext): Verdict {
  const { first } = context.docket
  const nothing = draftVerdict(context, '68(1)')
  const opening = [...first.values()].find(({ event }) => event === 'circulated' || event === 'submitted')
  if (opening === undefined) return { ...nothing, because: [...nothing.because, ...fiveYearBar(context)] }
  const says = `The amendment was communicated for decision on ${dayInWords(opening.on)}.`
  const vote = first.get('conference-vote')
  const ratifying = statesOn(context.register, vote?.on ?? context.asOf).length
  const pending: Verdict = {
    ...nothing,
    status: first.has('submitted') ? 'submitted' : 'circulated',
    ratifying,
    opened: opening.on,
    because: [{ cite: '68(1)', says, event: referenceTo(opening) }, ...fiveYearBar(context)],
    findings: noStatesToCount(context, ratifying, '68(1)'),
  }
  return vote === undefined ? pending : decided(context, pending, vote)
}

function decided(context: LawContext, pending: Verdict, vote: FiledEvent): Verdict {
  const votes = votesOfStatesParties(context.register, vote)
  const says =
    vote.consensus === true
      ? `The Conference decided by consensus on ${dayInWords(vote.on)}.`
      : voteInWords(votes, vote.on)
  const decision = { cite: '68(1)', says, event: referenceTo(vote) }
  const because = [...pending.because, decision, ...whichVoteCounts(context, '68(1)', isAdopted(context, vote))]
  const known = { ...pending, votes, because }
  if (!isAdopted(context, vote)) return { ...known, status: 'rejected' }
  return {
    ...known,
    ...entryByConsent(context, 'adopted', (membership) => effectOfInstrument(context, membership), boundByConsent),
  }
}

function isAdopted(context: LawContext, vote: FiledEvent): boolean {
  const votes = votesOfStatesParties(context.register, vote)
  return vote.consensus === true ? votes.of > 0 : isTwoThirds(votes)
}

// The five years apply to the articles. Whether they apply to an annex is an open question.
function fiveYearBar(context: LawContext): Reason[] {
  if (!isAnnex(context.proposal.document)) return []
  const says = `${context.proposal.document} is an annex. The text does not say whether the five years of paragraph 1 apply to it.`
  return [restingOn(context.choice, 'five-year-bar', { cite: '68(1)', says })]
}

function admitVote(event: FiledEvent, context: LawContext): Finding[] {
  const mayVote = (code: string) => membershipOn(context.register, code, event.on) !== undefined
  return [
    ...contradictions(event, votersOf(context.register, event), '68(1)'),
    ...votesNotCounted(event, mayVote, '68(1)'),
    ...organizationsNotCounted(context.register, event),
  ]
}

function admitInstrumentOfAdopted(event: FiledEvent, context: LawContext, membership: Membership): Finding[] {
  const vote = context.docket.first.get('conference-vote')
  if (vote !== undefined && isAdopted(context, vote)) return admitInstrument(event, context, membership)
  return [notYetAdopted(event)]
}
