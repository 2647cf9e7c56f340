import type { FiledEvent, Finding, PartyCode } from '../../../treaty/index.ts'
import { contradictions, votesNotCounted } from '../../decide/ballot.ts'
import { type DecisionContext, firstOf } from '../../decide/context.ts'
import { refuses } from '../../decide/finding.ts'
import { dayInWords } from '../../decide/wording.ts'
import type { Membership } from '../../party/register.ts'
import { reads } from '../../readings/choice.ts'
import { ratifyingStates } from './paragraph-4-one-third-objects.ts'
import { countVote } from './paragraph-6-conference-adopts.ts'

/** What is wrong with a vote of the Conference; who is no State Party is not counted. */
export function admitVote(event: FiledEvent, context: DecisionContext): Finding[] {
  const states = new Set(ratifyingStates(context, event.on).map(({ party }) => party.code))
  const mayVote = (code: PartyCode) => states.has(code)
  const voters = { of: states.size, votesOf: (codes: readonly PartyCode[]) => codes.filter(mayVote).length }
  const contradictory = contradictions(event, voters, '70(6)')
  if (contradictory.length > 0) return contradictory
  return [...votesNotCounted(event, mayVote, '70(6)'), ...silentConsensus(event)]
}

/** Whether a consent has effect: once, to an amendment that was not rejected. */
export function admitConsent(event: FiledEvent, context: DecisionContext, membership: Membership): Finding[] {
  const earlier = firstOf(context.docket, membership, 'consent')
  if (earlier !== undefined) {
    const message = `${membership.party.code} has consented already, on ${dayInWords(earlier.on)}.`
    return [refuses(event, 'party', 'consent-once', '70(6)', message, 'File none: one consent suffices.')]
  }
  const vote = context.docket.first.get('conference-vote')
  if (vote === undefined || vote.on >= event.on) return []
  if (!countVote(context, vote).adopted) {
    const message = `The Conference did not adopt the amendment on ${dayInWords(vote.on)}: there is nothing to consent to.`
    return [refuses(event, 'on', 'consent-to-a-rejected-amendment', '70(6)', message, 'Draft a new proposal.')]
  }
  return afterAdoption(event, context)
}

function afterAdoption(event: FiledEvent, { choice }: DecisionContext): Finding[] {
  if (!reads(choice, 'late-consent', 'none')) return []
  const message = 'By the reading late-consent=none a consent after the adoption has no effect.'
  const hint = 'Ask again with late-consent=thirty-days-after-notice, under which it has one.'
  return [{ ...refuses(event, 'on', 'consent-late', '70(6)', message, hint), level: 'warning' }]
}

function silentConsensus(event: FiledEvent): Finding[] {
  if (event.consensus !== true) return []
  const message =
    'A consensus is taken for the vote of all; whether two thirds of all Parties took part is not recorded.'
  const hint =
    'Record the Parties in favour (`inFavour`) in place of the consensus, if the record of the session names them.'
  return [{ ...refuses(event, 'consensus', 'consensus-not-counted', '70(6)', message, hint), level: 'warning' }]
}
