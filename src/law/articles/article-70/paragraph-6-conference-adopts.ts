import { type CalendarDay, daysAfter, type FiledEvent, type Reason } from '../../../treaty/index.ts'
import { codesIn, isTwoThirds, sizeOf, type Votes, voteInWords, votes } from '../../decide/ballot.ts'
import { firstOf, type LawContext } from '../../decide/docket.ts'
import { type Effect, referenceTo } from '../../decide/verdict.ts'
import { dayInWords } from '../../decide/wording.ts'
import { type Membership, statesOn } from '../../party/register.ts'
import { reads, restingOn } from '../../readings/choice.ts'
import { provision } from '../provision.ts'
import { applyLateJoinerRule } from '../vienna-convention/index.ts'
import { howManyRatified, ratifyingStates } from './paragraph-4-one-third-objects.ts'

export const quote =
  '6. The Conference of the States Parties shall adopt an amendment by a two-thirds majority vote of all States Parties which have ratified this Convention. Such an amendment shall enter into force for the States Parties which have expressed their consent to apply the amendment thirty days after the day of the adoption of the amendment.'

export const paragraph6 = provision('70(6)', quote, [
  'ratifying-parties',
  'conference-route',
  'late-consent',
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

/** Returns from which day consent binds a Party. A vote in favour is not a consent. */
function effectOfConsent(context: LawContext, membership: Membership, adopted: CalendarDay): Effect {
  const { code } = membership.party
  const consent = firstOf(context.docket, membership, 'consent')
  if (consent === undefined) {
    return {
      boundFrom: null,
      reasons: [{ cite: '70(6)', says: `${code} has not expressed its consent to apply the amendment.` }],
    }
  }
  const entry = daysAfter(adopted, DAYS_AFTER_ADOPTION)
  if (consent.on <= adopted) {
    const says = `${code} expressed its consent on ${dayInWords(consent.on)}, so the amendment enters into force for it on ${dayInWords(entry)}, thirty days after its adoption.`
    return { boundFrom: entry, reasons: [{ cite: '70(6)', says, event: referenceTo(consent) }] }
  }
  return effectOfLateConsent(context, consent, code)
}

function effectOfLateConsent(context: LawContext, consent: FiledEvent, code: string): Effect {
  const given = `${code} expressed its consent on ${dayInWords(consent.on)}, after the adoption`
  if (reads(context.choice, 'late-consent', 'none')) {
    const reason = {
      cite: '70(6)',
      says: `${given}. Under the reading chosen, this is too late.`,
      event: referenceTo(consent),
    }
    return { boundFrom: null, reasons: [restingOn(context.choice, 'late-consent', reason)] }
  }
  const boundFrom = daysAfter(consent.on, DAYS_AFTER_NOTICE)
  const says = `${given}. The amendment enters into force for it on ${dayInWords(boundFrom)}, thirty days later.`
  const reason = { cite: '70(6)', says, event: referenceTo(consent) }
  return { boundFrom, reasons: [restingOn(context.choice, 'late-consent', reason)] }
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
