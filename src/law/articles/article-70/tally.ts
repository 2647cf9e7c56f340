import type { CalendarDay, FiledEvent, Reason } from '../../../treaty/index.ts'
import { type LawContext, refusedBy } from '../../decide/docket.ts'
import { referenceTo } from '../../decide/verdict.ts'
import { counted, dayInWords } from '../../decide/wording.ts'
import { type Membership, statesOn } from '../../party/register.ts'
import { reads, restingOn } from '../../readings/choice.ts'
import { isOneThird, lastDayToObject } from './paragraph-4-one-third-objects.ts'
import { isContractingOn, objectionsOfSignatories, positionOf } from './position.ts'

/** Returns "the States Parties which have ratified" on a day (paragraphs 4 to 6; reading `ratifying-parties`). */
export function ratifyingStates(context: LawContext, day: CalendarDay): Membership[] {
  const states = statesOn(context.register, day)
  if (!reads(context.choice, 'ratifying-parties', 'ratification-only')) return states
  return states.filter((membership) => membership.party.instrument === 'ratification')
}

/** Returns their number as a step of reasoning under the paragraph cited. */
export function howManyRatified(context: LawContext, cite: string, number: number, day: CalendarDay): Reason {
  const there = `There ${number === 1 ? 'was' : 'were'}`
  const states = counted(number, 'State Party', 'States Parties')
  const says = reads(context.choice, 'ratifying-parties', 'ratification-only')
    ? `${there} ${states} with a ratification on ${dayInWords(day)}; other instruments do not count.`
    : `${there} ${states} on ${dayInWords(day)}; all count as having ratified.`
  return restingOn(context.choice, 'ratifying-parties', { cite, says })
}

/** The number of States Parties counted, and the number of those that object. */
export interface Tally {
  ratifying: number
  objections: number
  /** The smallest number of objections that is one third or more. */
  blocksAt: number
}

/** Counts on the day of reading `denominator-date`, or on the day asked about while the period has not ended. */
export function tallyObjections(context: LawContext, sent: FiledEvent): Tally {
  const ratifying = ratifyingStates(context, dayOfCount(context, sent))
  const deadline = lastDayToObject(sent.on)
  const objecting = ratifying.filter((membership) => positionOf(context, membership, deadline).objection !== undefined)
  return {
    ratifying: ratifying.length,
    objections: objecting.length,
    blocksAt: Math.ceil(ratifying.length / 3),
  }
}

function dayOfCount(context: LawContext, sent: FiledEvent): CalendarDay {
  if (reads(context.choice, 'denominator-date', 'circulation')) return sent.on
  const deadline = lastDayToObject(sent.on)
  return context.asOf < deadline ? context.asOf : deadline
}

/** Returns the steps of the count. */
export function whyTallied(context: LawContext, sent: FiledEvent, tally: Tally): Reason[] {
  const day = dayOfCount(context, sent)
  const deadline = dayInWords(lastDayToObject(sent.on))
  return [
    restingOn(context.choice, 'conference-route', {
      cite: '70(4)',
      says: `The draft was sent to the States Parties on ${dayInWords(sent.on)}. Objections received on or before ${deadline}, six months from that day, count.`,
      event: referenceTo(sent),
    }),
    howManyRatified(context, '70(4)', tally.ratifying, day),
    restingOn(context.choice, 'denominator-date', {
      cite: '70(4)',
      says: `They are counted on ${dayInWords(day)}, ${whichDay(context, day, sent)}.`,
    }),
    ...withdrawals(context),
    ...acceptancesInTime(context, sent),
    ...objectionsBeforeJoining(context),
    { cite: '70(4)', says: compared(tally) },
  ]
}

function compared({ ratifying, objections, blocksAt }: Tally): string {
  if (ratifying === 0) return 'No State Party is counted, so the one-third test cannot be met.'
  const share = isOneThird(objections, ratifying) ? 'one third or more' : 'less than one third'
  return `${counted(objections, 'objection')} out of ${ratifying}: ${share} (${blocksAt} or more stop the amendment).`
}

function whichDay(context: LawContext, day: CalendarDay, sent: FiledEvent): string {
  if (reads(context.choice, 'denominator-date', 'circulation')) return 'the day the draft was sent'
  return day < lastDayToObject(sent.on) ? 'when the period had not ended' : 'the last day of the period'
}

function withdrawals(context: LawContext): Reason[] {
  const withdrawn = context.docket.withdrawals
  if (withdrawn === 0) return []
  const effect = reads(context.choice, 'objection-withdrawal', 'irrevocable')
    ? 'Under the reading chosen, an objection cannot be withdrawn.'
    : 'A withdrawal received within the period cancels the objection.'
  const says = `Withdrawals of objections received: ${withdrawn}. ${effect}`
  return [restingOn(context.choice, 'objection-withdrawal', { cite: '70(4)', says })]
}

function acceptancesInTime({ docket, choice }: LawContext, sent: FiledEvent): Reason[] {
  const admitted = [...docket.of.values()].flat().filter(({ event }) => event === 'acceptance')
  const early = [...admitted, ...refusedBy(docket, 'law/acceptance-before-entry', 'acceptance')]
  const number = early.filter(({ on }) => on <= lastDayToObject(sent.on)).length
  if (number === 0) return []
  const effect = reads(choice, 'early-acceptance', 'withdraws-objection')
    ? 'Under the reading chosen, each withdraws the objection of that Party.'
    : 'Under the reading chosen, the objections of those Parties are counted.'
  const says = `Acceptances received within the six months: ${number}. ${effect}`
  return [restingOn(choice, 'early-acceptance', { cite: '70(4)', says })]
}

function objectionsBeforeJoining(context: LawContext): Reason[] {
  const { docket, choice, register } = context
  const admitted = [...docket.of.values()].flat().filter(({ event, party, on }) => {
    return event === 'objection' && party !== undefined && isContractingOn(register, party, on)
  })
  const number = admitted.length + objectionsOfSignatories(context).length
  if (number === 0) return []
  const effect = reads(choice, 'objection-of-a-signatory', 'none')
    ? 'Under the reading chosen, they have no effect.'
    : 'Under the reading chosen, each counts from the day on which the State becomes a Party.'
  const says = `Objections of States for which the Convention was not yet in force: ${number}. ${effect}`
  return [restingOn(choice, 'objection-of-a-signatory', { cite: '70(4)', says })]
}
