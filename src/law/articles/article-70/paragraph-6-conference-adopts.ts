import { type CalendarDay, daysAfter, type FiledEvent, laterOf, type Reason } from '../../../treaty/index.ts'
import { codesIn, isTwoThirds, sizeOf, type Votes, voteInWords, votes } from '../../decide/ballot.ts'
import { firstOf, type LawContext } from '../../decide/docket.ts'
import { type Effect, referenceTo } from '../../decide/verdict.ts'
import { dayInWords } from '../../decide/wording.ts'
import { type Membership, statesOn } from '../../party/register.ts'
import { type Choice, reads, restingOn } from '../../readings/choice.ts'
import { provision } from '../provision.ts'
import { applyLateJoinerRule } from '../vienna-convention/index.ts'
import { howManyRatified, ratifyingStates } from './tally.ts'

export const quote =
  '6. The Conference of the States Parties shall adopt an amendment by a two-thirds majority vote of all States Parties which have ratified this Convention. Such an amendment shall enter into force for the States Parties which have expressed their consent to apply the amendment thirty days after the day of the adoption of the amendment.'

export const paragraph6 = provision('70(6)', quote, [
  'ratifying-parties',
  'conference-route',
  'late-consent',
  'vote-as-consent',
  'second-vote',
  'late-joiner',
])

const DAYS_AFTER_ADOPTION = 30
const DAYS_AFTER_NOTICE = 30

/**
 * Counts the vote. It needs two thirds of *all* States Parties which have ratified on that day, not of those present and
 * voting. A consensus counts as the vote of all, because no Party is against.
 */
export function countVote(
  context: LawContext,
  vote: FiledEvent,
): { votes: Votes; adopted: boolean; because: Reason[] } {
  const states = ratifyingStates(context, vote.on)
  const result = votes(inFavourAmong(states, vote), states.length)
  const adopted = isTwoThirds(result)
  const says = `${vote.consensus === true ? 'The Conference decided by consensus: ' : ''}${voteInWords(result, vote.on)}`
  const because = [
    howManyRatified(context, '70(6)', states.length, vote.on),
    ...votesWithoutNames(context, states, vote),
    {
      cite: '70(6)',
      says: `${says} The amendment is ${adopted ? 'adopted' : 'not adopted'}.`,
      event: referenceTo(vote),
    },
  ]
  return { votes: result, adopted, because }
}

function inFavourAmong(states: readonly Membership[], { inFavour, consensus }: FiledEvent): number {
  if (consensus === true) return states.length
  if (!Array.isArray(inFavour)) return Math.min(sizeOf(inFavour), states.length)
  const codes = new Set(codesIn(inFavour))
  return states.filter(({ party }) => codes.has(party.code)).length
}

// Every State Party may vote. A number does not say which of them did.
function votesWithoutNames({ register }: LawContext, states: readonly Membership[], vote: FiledEvent): Reason[] {
  const areAllCounted = statesOn(register, vote.on).length === states.length
  if (areAllCounted || vote.consensus === true || Array.isArray(vote.inFavour)) return []
  const says =
    'The votes are recorded without names. They are counted as votes of States Parties with a ratification, as far as there are so many.'
  return [{ cite: '70(6)', says, event: referenceTo(vote) }]
}

/** Returns the day on which an amendment that the Conference adopts enters into force. */
export function entryAfterAdoption(adopted: CalendarDay): CalendarDay {
  return daysAfter(adopted, DAYS_AFTER_ADOPTION)
}

/** Returns from which day consent binds a Party. Whether a vote in favour is a consent is the reading `vote-as-consent`. */
function effectOfConsent(context: LawContext, membership: Membership, adopted: CalendarDay): Effect {
  const { code } = membership.party
  const consent = firstOf(context.docket, membership, 'consent')
  const entry = entryAfterAdoption(adopted)
  if (consent !== undefined && consent.on <= adopted) {
    const says = `${code} expressed its consent on ${dayInWords(consent.on)}, so the amendment enters into force for it on ${dayInWords(entry)}, thirty days after its adoption.`
    return { boundFrom: entry, reasons: [{ cite: '70(6)', says, event: referenceTo(consent) }] }
  }
  const voted = voteInFavour(context, membership)
  if (voted.length > 0 && reads(context.choice, 'vote-as-consent', 'yes')) return { boundFrom: entry, reasons: voted }
  if (consent === undefined) {
    const says = `${code} has not expressed its consent to apply the amendment.`
    return { boundFrom: null, reasons: [...voted, { cite: '70(6)', says }] }
  }
  const late = effectOfLateConsent(context, consent, entry)
  return { ...late, reasons: [...voted, ...late.reasons] }
}

function voteInFavour({ docket, choice }: LawContext, { party: { code }, from }: Membership): Reason[] {
  const vote = docket.first.get('conference-vote')
  if (vote === undefined || from > vote.on || !codesIn(vote.inFavour).includes(code)) return []
  const isConsent = reads(choice, 'vote-as-consent', 'yes')
  const effect = isConsent
    ? `expresses its consent, so the amendment enters into force for it on ${dayInWords(entryAfterAdoption(vote.on))}`
    : 'does not express its consent'
  const says = `${code} voted in favour on ${dayInWords(vote.on)}. Under the reading chosen, this ${effect}.`
  return [restingOn(choice, 'vote-as-consent', { cite: '70(6)', says, event: referenceTo(vote) })]
}

function effectOfLateConsent({ choice }: LawContext, consent: FiledEvent, entry: CalendarDay): Effect {
  const boundFrom = dayBoundByLateConsent(choice, consent.on, entry)
  const isLater = reads(choice, 'late-consent', 'thirty-days-after-notice')
  const effect =
    boundFrom === null
      ? 'Under the reading chosen, this is too late.'
      : `Under the reading chosen, the amendment enters into force for it on ${dayInWords(boundFrom)}${isLater ? ', thirty days later' : ''}.`
  const says = `${consent.party} expressed its consent on ${dayInWords(consent.on)}, after the adoption. ${effect}`
  const reason = { cite: '70(6)', says, event: referenceTo(consent) }
  return { boundFrom, reasons: [restingOn(choice, 'late-consent', reason)] }
}

/**
 * Returns the day from which a consent after the adoption binds its Party (reading `late-consent`); null if it does not.
 * @param entry the thirtieth day after the adoption
 */
export function dayBoundByLateConsent(choice: Choice, consented: CalendarDay, entry: CalendarDay): CalendarDay | null {
  if (reads(choice, 'late-consent', 'none')) return null
  if (reads(choice, 'late-consent', 'by-entry-into-force')) return consented <= entry ? entry : null
  if (reads(choice, 'late-consent', 'on-notice')) return laterOf(consented, entry)
  return daysAfter(consented, DAYS_AFTER_NOTICE)
}

/**
 * Returns what the adoption means for a Party. For a State that became a Party after the amendment entered into force, the
 * reading `late-joiner` decides.
 *
 * @param entry the day on which the amendment itself enters into force; null if not known: then only consent binds
 */
export function effectOfAdoption(
  context: LawContext,
  membership: Membership,
  adopted: CalendarDay,
  entry: CalendarDay | null,
): Effect {
  return applyLateJoinerRule(context, membership, effectOfConsent(context, membership, adopted), entry, '70(6)')
}
