import {
  type CalendarDay,
  daysAfter,
  type FiledEvent,
  type Finding,
  type Party,
  type PartyCode,
  type Proposer,
  type RulePage,
} from '../../../treaty/index.ts'
import type { Docket, LawContext } from '../../decide/docket.ts'
import { EVENT_BY_PARTY, forbids, refuses } from '../../decide/finding.ts'
import { contradicts } from '../../decide/second-letter.ts'
import { dayInWords } from '../../decide/wording.ts'
import type { Register } from '../../party/register.ts'
import { KEEP_WITHOUT_EFFECT, OBJECTION_IN_TIME, OBJECTION_ONCE, STANDING } from '../article-70/index.ts'
import { provision } from '../provision.ts'

export const quote =
  '2. Where the treaty is one for which there is a depositary, the latter shall notify the signatory States and the contracting States of the error and of the proposal to correct it and shall specify an appropriate time-limit within which objection to the proposed correction may be raised. If, on the expiry of the time-limit: (a) no objection has been raised, the depositary shall make and initial the correction in the text and shall execute a procès-verbal of the rectification of the text and communicate a copy of it to the parties and to the States entitled to become parties to the treaty; (b) an objection has been raised, the depositary shall communicate the objection to the signatory States and to the contracting States.'

export const paragraph2 = provision('VCLT 79(2)', quote, [], {
  cases: 'correction/paragraph-2',
  of: 'vienna-convention',
})

export const OBJECTION_BY_A_SIGNATORY = {
  id: 'law/objection-by-a-signatory',
  level: 'warning',
  cite: 'VCLT 79(2)',
  title: 'An objection to a correction comes from a Party or a signatory',
  why: 'Signatory States may also object to a correction, but the register only lists States that have deposited an instrument. If the State is not listed, or has left, check whether it has signed the Convention.',
} as const satisfies RulePage

export const CORRECTION_TIME_LIMIT = {
  id: 'law/correction-time-limit',
  level: 'error',
  cite: 'VCLT 79(2)',
  title: 'The last day for objections to a correction is after its notification',
  why: 'The depositary names an appropriate time-limit when it notifies the correction. A day that has passed leaves no time to object.',
} as const satisfies RulePage

/** The time-limit of United Nations depositary practice, if the notification names no other. */
const DAYS_IN_PRACTICE = 90

/** Returns the last day for objections to a proposed correction: the day named, or ninety days after the notification. */
export function lastDayToObjectToCorrection(notified: FiledEvent): CalendarDay {
  return notified.until ?? daysAfter(notified.on, DAYS_IN_PRACTICE)
}

/** Checks that the depositary proposes the correction. */
export function standingOfDepositary(by: Proposer | undefined): Finding[] {
  if (by === 'depositary') return []
  const message = `Only the depositary proposes a correction, but the proposer is ${by ?? 'missing'}.`
  return [forbids(STANDING, message, 'Set `by: depositary`.', { cite: 'VCLT 79(2)', at: { path: ['by'] } })]
}

/** Checks that the last day named for objections is after the notification. */
export function admitNotification(event: FiledEvent): Finding[] {
  if (event.until === undefined || event.until > event.on) return []
  const message = `The last day named, ${dayInWords(event.until)}, is not after ${dayInWords(event.on)}.`
  return [refuses(CORRECTION_TIME_LIMIT, event, 'until', message, 'Set `until` to a later day.')]
}

/** Checks an objection to a correction: a State is named, it is not an organization, it objects in time and once. */
export function admitCorrectionObjection(event: FiledEvent, context: LawContext): Finding[] {
  const { docket, register } = context
  const code = event.party
  if (code === undefined) {
    const message = 'The objection names no State.'
    return [refuses(EVENT_BY_PARTY, event, 'event', message, 'Add the State (`party`).', 'VCLT 79(2)')]
  }
  const records = register.parties.filter((party) => party.code === code && party.deposited <= event.on)
  if (records.some(({ organization }) => organization !== undefined)) return [noState(event, code)]
  const notified = docket.first.get('circulated')
  const deadline = notified === undefined ? undefined : lastDayToObjectToCorrection(notified)
  if (deadline !== undefined && event.on > deadline) {
    const message = `The objection received on ${dayInWords(event.on)} is too late: the last day was ${dayInWords(deadline)}.`
    return [refuses(OBJECTION_IN_TIME, event, 'on', message, KEEP_WITHOUT_EFFECT, 'VCLT 79(2)')]
  }
  const earlier = objectionOf(docket, code)
  if (earlier !== undefined) {
    return [contradicts(OBJECTION_ONCE, event, earlier, `${code} has already objected`, 'VCLT 79(2)')]
  }
  return records.some((party) => isContracting(party, register, event.on)) ? [] : [signatory(event, code, records)]
}

// A contracting State has consented to be bound, whether or not the treaty is in force. A State that has left is not one.
function isContracting(party: Party, { memberships }: Register, day: CalendarDay): boolean {
  const until = memberships.find((membership) => membership.party === party)?.until ?? null
  return until === null || day < until
}

function noState(event: FiledEvent, code: PartyCode): Finding {
  const message = `${code} is a regional organization, but only signatory and contracting States object to a correction: its objection has no effect.`
  return refuses(EVENT_BY_PARTY, event, 'party', message, 'Record the objections of its member States.', 'VCLT 79(2)')
}

function objectionOf(docket: Docket, code: PartyCode): FiledEvent | undefined {
  return docket.of.get(code)?.find(({ event }) => event === 'correction-objection')
}

/** Returns the number of States that have objected to a correction. */
export function objectionsToCorrection(docket: Docket): number {
  return [...docket.of.keys()].filter((code) => objectionOf(docket, code) !== undefined).length
}

// Signatory States may also object, but the register only lists States that have deposited an instrument.
function signatory(event: FiledEvent, code: PartyCode, records: readonly Party[]): Finding {
  const why = records.length === 0 ? 'is not in the register' : 'has left the Convention'
  const message = `${code} ${why}: its objection counts only if it has signed the Convention.`
  return refuses(OBJECTION_BY_A_SIGNATORY, event, 'party', message, 'Check the list of signatories.')
}
