import type { CalendarDay, FiledEvent, Finding, PartyCode, RulePage } from '../../../treaty/index.ts'
import { contradictions, votesNotCounted } from '../../decide/ballot.ts'
import { firstOf, type LawContext } from '../../decide/docket.ts'
import { refuses } from '../../decide/finding.ts'
import { contradicts } from '../../decide/second-letter.ts'
import { dayInWords } from '../../decide/wording.ts'
import { type Membership, statesOn } from '../../party/register.ts'
import { countVote, dayBoundByLateConsent, entryAfterAdoption } from './paragraph-6-conference-adopts.ts'

export const CONSENSUS_NOT_COUNTED = {
  id: 'law/consensus-not-counted',
  level: 'warning',
  cite: '70(6)',
  title: 'A consensus under 70(6) lists who took part',
  why: 'The majority is of all Parties which have ratified, not of those present. A consensus is counted as the vote of all, but the record does not prove that.',
} as const satisfies RulePage

export const CONSENT_ONCE = {
  id: 'law/consent-once',
  level: 'warning',
  cite: '70(6)',
  title: 'A Party consents once',
  why: 'The first consent sets the day from which the Party is bound.',
} as const satisfies RulePage

export const CONSENT_TO_A_REJECTED_AMENDMENT = {
  id: 'law/consent-to-a-rejected-amendment',
  level: 'error',
  cite: '70(6)',
  title: 'A Party consents to an amendment that was adopted',
  why: 'Without two thirds of all Parties there is no amendment, so there is nothing to consent to.',
} as const satisfies RulePage

export const CONSENT_LATE = {
  id: 'law/consent-late',
  level: 'warning',
  cite: '70(6)',
  title: 'The reading chosen gives effect to a consent after the adoption',
  why: 'Paragraph 6 does not speak of a later consent. Under the reading late-consent=none it binds nobody, and under late-consent=by-entry-into-force only within thirty days.',
} as const satisfies RulePage

/** Checks a vote of the Conference. Every State Party votes in it; which votes count toward the two thirds is a reading. */
export function admitVote(event: FiledEvent, context: LawContext): Finding[] {
  const states = new Set(statesOn(context.register, event.on).map(({ party }) => party.code))
  const mayVote = (code: PartyCode) => states.has(code)
  const voters = { of: states.size, votesOf: (codes: readonly PartyCode[]) => codes.filter(mayVote).length }
  const contradictory = contradictions(event, voters, '70(6)')
  if (contradictory.length > 0) return contradictory
  return [...votesNotCounted(event, mayVote, '70(6)'), ...silentConsensus(event)]
}

/** Checks a consent: it is the first one, and the amendment was not rejected. */
export function admitConsent(event: FiledEvent, context: LawContext, membership: Membership): Finding[] {
  const earlier = firstOf(context.docket, membership, 'consent')
  if (earlier !== undefined) {
    return [contradicts(CONSENT_ONCE, event, earlier, `${membership.party.code} has already consented`, '70(6)')]
  }
  const vote = context.docket.first.get('conference-vote')
  if (vote === undefined || vote.on >= event.on) return []
  if (!countVote(context, vote).adopted) {
    const message = `The Conference did not adopt the amendment on ${dayInWords(vote.on)}, so there is nothing to consent to.`
    return [refuses(CONSENT_TO_A_REJECTED_AMENDMENT, event, 'on', message, 'Draft a new proposal.')]
  }
  return afterAdoption(event, vote.on, context)
}

function afterAdoption(event: FiledEvent, adopted: CalendarDay, { choice }: LawContext): Finding[] {
  if (dayBoundByLateConsent(choice, event.on, entryAfterAdoption(adopted)) !== null) return []
  const option = choice['late-consent']
  const message = `Under the reading late-consent=${option} a consent on ${dayInWords(event.on)}, after the adoption, has no effect.`
  const hint = 'Under late-consent=thirty-days-after-notice it has effect.'
  return [refuses(CONSENT_LATE, event, 'on', message, hint)]
}

function silentConsensus(event: FiledEvent): Finding[] {
  if (event.consensus !== true) return []
  const message =
    'A consensus is counted as the vote of all. The record does not show whether two thirds of all Parties took part.'
  const hint =
    'If the record of the session names the Parties in favour, record them (`inFavour`) instead of the consensus.'
  return [refuses(CONSENSUS_NOT_COUNTED, event, 'consensus', message, hint)]
}
