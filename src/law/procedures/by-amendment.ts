import type { FiledEvent, Finding, Reason } from '../../treaty/index.ts'
import {
  admitInstrument,
  afterFiveYears,
  boundByConsent,
  effectOfInstrument,
  isAnnex,
  organizationsBesideTheirStates,
  votersOf,
  votesOfStatesParties,
} from '../articles/article-68/index.ts'
import { contradictions, strangers } from '../decide/ballot.ts'
import { refuses } from '../decide/finding.ts'
import type { Matter } from '../decide/matter.ts'
import { inSentence, isTwoThirds } from '../decide/two-thirds.ts'
import { met, type Verdict } from '../decide/verdict.ts'
import { type Membership, membershipOn, statesOn } from '../party/register.ts'
import { restingOn } from '../readings/choice.ts'
import { inWords } from '../wording.ts'
import { consentedTo } from './consented-to.ts'
import { draft, nobodyToCount } from './draft.ts'
import { after, byStateParty, inTurn, once } from './opening.ts'
import type { Procedure } from './procedure.ts'

/** Article 68: a State Party proposes after five years, the Conference adopts, and each Party's instrument binds it. */
export const byAmendment: Procedure = {
  cite: '68(1)',
  admits: {
    circulated: inTurn(once('68(1)'), afterFiveYears),
    submitted: inTurn(once('68(1)'), afterFiveYears),
    'conference-vote': after(['circulated', 'submitted'], '68(1)', inTurn(once('68(1)'), admitVote)),
    ratification: after(['conference-vote'], '68(3)', byStateParty('68(3)', admitInstrumentOfAdopted)),
  },
  judge,
}

function judge(matter: Matter): Verdict {
  const { first } = matter.docket
  const nothing = draft(matter, '68(1)')
  const opening = [...first.values()].find(({ event }) => event === 'circulated' || event === 'submitted')
  if (opening === undefined) return { ...nothing, because: [...nothing.because, ...bar(matter)] }
  const says = `The amendment was communicated for decision on ${inWords(opening.on)}.`
  const vote = first.get('conference-vote')
  const ratifying = statesOn(matter.register, vote?.on ?? matter.asOf).length
  const pending: Verdict = {
    ...nothing,
    status: first.has('submitted') ? 'submitted' : 'circulated',
    ratifying,
    opened: opening.on,
    because: [{ cite: '68(1)', says, event: met(opening) }, ...bar(matter)],
    findings: nobodyToCount(matter, ratifying, '68(1)'),
  }
  return vote === undefined ? pending : decided(matter, pending, vote)
}

function decided(matter: Matter, pending: Verdict, vote: FiledEvent): Verdict {
  const votes = votesOfStatesParties(matter.register, vote)
  const says =
    vote.consensus === true ? `The Conference decided by consensus on ${inWords(vote.on)}.` : inSentence(votes, vote.on)
  const because = [...pending.because, { cite: '68(1)', says, event: met(vote) }]
  const known = { ...pending, votes, because }
  if (!isAdopted(matter, vote)) return { ...known, status: 'rejected' }
  return {
    ...known,
    ...consentedTo(matter, 'adopted', (membership) => effectOfInstrument(matter, membership), boundByConsent),
  }
}

function isAdopted(matter: Matter, vote: FiledEvent): boolean {
  const votes = votesOfStatesParties(matter.register, vote)
  return vote.consensus === true ? votes.of > 0 : isTwoThirds(votes)
}

// Whether the five years bind an annex is an open question; that they bind the articles is not.
function bar(matter: Matter): Reason[] {
  if (!isAnnex(matter.proposal.document)) return []
  const says = `${matter.proposal.document} is an annex: whether the five years of paragraph 1 bind it is a reading.`
  return [restingOn(matter.choice, 'five-year-bar', { cite: '68(1)', says })]
}

function admitVote(event: FiledEvent, matter: Matter): Finding[] {
  const mayVote = (code: string) => membershipOn(matter.register, code, event.on) !== undefined
  const beside = organizationsBesideTheirStates(matter.register, event).map((code) => notBeside(event, code))
  return [
    ...contradictions(event, votersOf(matter.register, event), '68(1)'),
    ...strangers(event, mayVote, '68(1)'),
    ...beside,
  ]
}

function notBeside(event: FiledEvent, code: string): Finding {
  const message = `${code} voted although a member State voted itself: its votes are not counted.`
  const hint = 'Record either the vote of the organization or those of its member States.'
  return { ...refuses(event, 'inFavour', 'organization-beside-its-states', '68(2)', message, hint), level: 'warning' }
}

function admitInstrumentOfAdopted(event: FiledEvent, matter: Matter, membership: Membership): Finding[] {
  const vote = matter.docket.first.get('conference-vote')
  if (vote !== undefined && isAdopted(matter, vote)) return admitInstrument(event, matter, membership)
  const message = 'The Conference has not adopted the amendment: there is nothing to ratify.'
  return [refuses(event, 'on', 'ratification-of-an-adopted-amendment', '68(3)', message, 'Record the vote first.')]
}
