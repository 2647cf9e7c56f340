import { type CalendarDay, daysAfter } from '../../../treaty/index.ts'
import type { LawContext } from '../../decide/docket.ts'
import { type Effect, referenceTo } from '../../decide/verdict.ts'
import { dayInWords } from '../../decide/wording.ts'
import type { Membership } from '../../party/register.ts'
import { provision } from '../provision.ts'
import { effectOnLateJoiner } from '../vienna-convention/index.ts'
import { standingObjection } from './paragraph-4-one-third-objects.ts'
import { effectOnObjector } from './paragraph-7-acceptance-by-an-objector.ts'

export const quote =
  '5. If less than one third of the total number of the States Parties which have ratified this Convention file their objections to the entry into force of the amendment with the Secretary-General within six months from the day the draft amendment was sent, such an amendment shall enter into force for the States Parties not objecting to it thirty days after the six-month deadline for filing objections.'

export const paragraph5 = provision('70(5)', quote, [
  'ratifying-parties',
  'denominator-date',
  'late-joiner',
  'objection-withdrawal',
])

const DAYS_AFTER_THE_DEADLINE = 30

/** Returns the day on which an amendment enters into force if less than one third object. */
export function entryAfter(deadline: CalendarDay): CalendarDay {
  return daysAfter(deadline, DAYS_AFTER_THE_DEADLINE)
}

/**
 * Returns what the amendment means for one Party. A Party that keeps silent is bound. A Party that objects in time is not,
 * whether its objection is counted or not. A State that becomes a Party after the last day for objections could not object.
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
  if (membership.from > deadline) {
    return effectOnLateJoiner(context, membership, entry, {
      cite: '70(5)',
      says: `The last day for objections was ${dayInWords(deadline)}. The Convention was not yet in force for ${membership.party.code} on that day.`,
    })
  }
  const objection = standingObjection(context.docket, membership)
  if (objection === undefined) return boundBySilence(membership, entry)
  const rejected = {
    cite: '70(5)',
    says: `${membership.party.code} objected on ${dayInWords(objection.on)}, so the amendment does not enter into force for it under 70(5).`,
    event: referenceTo(objection),
  }
  return effectOnObjector(context, membership, amended ?? entry, rejected)
}

function boundBySilence(membership: Membership, entry: CalendarDay): Effect {
  const says = `${membership.party.code} did not object, so the amendment enters into force for it on ${dayInWords(entry)}, thirty days after the six-month deadline.`
  return { boundFrom: entry, reasons: [{ cite: '70(5)', says }] }
}
