import { type CalendarDay, daysAfter, type FiledEvent, type Reason } from '../../../treaty/index.ts'
import { type LawContext, refusedBy } from '../../decide/docket.ts'
import { type Effect, referenceTo } from '../../decide/verdict.ts'
import { dayInWords } from '../../decide/wording.ts'
import type { Membership } from '../../party/register.ts'
import { reads, restingOn } from '../../readings/choice.ts'
import { provision } from '../provision.ts'
import { effectOnLateJoiner } from '../vienna-convention/index.ts'
import { effectOnObjector } from './paragraph-7-acceptance-by-an-objector.ts'
import { type Position, positionOf } from './position.ts'

export const quote =
  '5. If less than one third of the total number of the States Parties which have ratified this Convention file their objections to the entry into force of the amendment with the Secretary-General within six months from the day the draft amendment was sent, such an amendment shall enter into force for the States Parties not objecting to it thirty days after the six-month deadline for filing objections.'

export const paragraph5 = provision('70(5)', quote, [
  'ratifying-parties',
  'denominator-date',
  'late-joiner',
  'joiner-before-entry',
  'late-objection',
  'objection-withdrawal',
  'objection-of-a-signatory',
])

const DAYS_AFTER_THE_DEADLINE = 30

/** Returns the day on which an amendment enters into force if less than one third object. */
export function entryAfter(deadline: CalendarDay): CalendarDay {
  return daysAfter(deadline, DAYS_AFTER_THE_DEADLINE)
}

/**
 * Returns what the amendment means for one Party. A Party that keeps silent is bound. A Party that objects in time is not,
 * whether its objection is counted or not. For a State that becomes a Party after the last day for objections, and for acts
 * outside the six months, readings decide.
 *
 * @param amended the day on which the amendment itself enters into force, if the Conference's adoption brings it into force
 *   earlier than silence does
 */
export function effectOfSilence(
  context: LawContext,
  membership: Membership,
  deadline: CalendarDay,
  amended?: CalendarDay,
): Effect {
  const entry = entryAfter(deadline)
  const position = positionOf(context, membership)
  const { objection } = position
  if (objection !== undefined) {
    const rejected = objectionInWords(context, membership, objection, deadline)
    return effectOnObjector(context, membership, amended ?? entry, rejected)
  }
  const remarks = [...vainObjection(context, membership, deadline), ...acceptedInTime(context, position)]
  const effect =
    membership.from > deadline ? effectOnJoiner(context, membership, deadline) : boundBySilence(membership, entry)
  return { ...effect, reasons: [...remarks, ...effect.reasons] }
}

function boundBySilence(membership: Membership, entry: CalendarDay): Effect {
  const says = `${membership.party.code} did not object, so the amendment enters into force for it on ${dayInWords(entry)}, thirty days after the six-month deadline.`
  return { boundFrom: entry, reasons: [{ cite: '70(5)', says }] }
}

function effectOnJoiner(context: LawContext, membership: Membership, deadline: CalendarDay): Effect {
  const entry = entryAfter(deadline)
  const { code } = membership.party
  const joined = `The last day for objections was ${dayInWords(deadline)}. The Convention entered into force for ${code} on ${dayInWords(membership.from)}`
  if (membership.from > entry)
    return effectOnLateJoiner(context, membership, entry, { cite: '70(5)', says: `${joined}.` })
  const says = `${joined}, before the amendment.`
  if (reads(context.choice, 'joiner-before-entry', 'late-joiner')) {
    const late = `${says} Under the reading chosen, it is treated like a State that becomes a Party later.`
    const reason = restingOn(context.choice, 'joiner-before-entry', { cite: '70(5)', says: late })
    return effectOnLateJoiner(context, membership, entry, reason)
  }
  const bound = `${says} Under the reading chosen, it is a State Party that has not objected, so the amendment enters into force for it on ${dayInWords(entry)}.`
  const reason = restingOn(context.choice, 'joiner-before-entry', { cite: '70(5)', says: bound })
  return { boundFrom: entry, reasons: [reason] }
}

// An objection outside the six months, or of a State that was not yet a Party, keeps out only under a reading.
function objectionInWords(
  { choice }: LawContext,
  { party: { code }, from }: Membership,
  objection: FiledEvent,
  deadline: CalendarDay,
): Reason {
  const objected = `${code} objected on ${dayInWords(objection.on)}`
  const event = referenceTo(objection)
  if (objection.on > deadline) {
    const says = `${objected}, after the last day. Under the reading chosen, its objection is not counted, but the amendment does not enter into force for it under 70(5).`
    return restingOn(choice, 'late-objection', { cite: '70(5)', says, event })
  }
  if (objection.on < from) {
    const says = `${objected}, before it became a Party. Under the reading chosen, the amendment does not enter into force for it under 70(5).`
    return restingOn(choice, 'objection-of-a-signatory', { cite: '70(5)', says, event })
  }
  return { cite: '70(5)', says: `${objected}, so the amendment does not enter into force for it under 70(5).`, event }
}

function vainObjection({ docket, choice }: LawContext, { party, from }: Membership, deadline: CalendarDay): Reason[] {
  const late = refusedBy(docket, 'law/objection-in-time', 'objection')
  const own = late.find((event) => event.party === party.code && event.on >= from && event.on < entryAfter(deadline))
  if (own === undefined) return []
  const says = `The objection of ${party.code} was received on ${dayInWords(own.on)}, after the last day. Under the reading chosen, it has no effect.`
  return [restingOn(choice, 'late-objection', { cite: '70(5)', says, event: referenceTo(own) })]
}

function acceptedInTime({ choice }: LawContext, { acceptedInTime: acceptance }: Position): Reason[] {
  if (acceptance === undefined) return []
  const says = `${acceptance.party} objected, and notified its acceptance on ${dayInWords(acceptance.on)}, within the six months. Under the reading chosen, this withdraws its objection.`
  return [restingOn(choice, 'early-acceptance', { cite: '70(5)', says, event: referenceTo(acceptance) })]
}
