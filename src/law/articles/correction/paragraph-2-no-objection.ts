import {
  type CalendarDay,
  daysAfter,
  type FiledEvent,
  type Finding,
  type Party,
  type PartyCode,
  type Proposer,
} from '../../../treaty/index.ts'
import type { DecisionContext, Docket } from '../../decide/context.ts'
import { forbids, refuses } from '../../decide/finding.ts'
import { dayInWords } from '../../decide/wording.ts'
import { endOfMembership } from '../article-71/index.ts'
import type { Provision } from '../provision.ts'

export const quote =
  '2. Where the treaty is one for which there is a depositary, the latter shall notify the signatory States and the contracting States of the error and of the proposal to correct it and shall specify an appropriate time-limit within which objection to the proposed correction may be raised. If, on the expiry of the time-limit: (a) no objection has been raised, the depositary shall make and initial the correction in the text and shall execute a procès-verbal of the rectification of the text and communicate a copy of it to the parties and to the States entitled to become parties to the treaty; (b) an objection has been raised, the depositary shall communicate the objection to the signatory States and to the contracting States.'

export const paragraph2: Provision = {
  cite: 'VCLT 79(2)',
  cases: 'correction/paragraph-2',
  quote,
  of: 'vienna-convention',
  readings: [],
}

/** The time-limit of United Nations depositary practice, where the notification names no other. */
const DAYS_IN_PRACTICE = 90

/** The last day on which an objection to a proposed correction may be raised: the one named, or ninety days later. */
export function lastDayToObjectToCorrection(notified: FiledEvent): CalendarDay {
  return notified.until ?? daysAfter(notified.on, DAYS_IN_PRACTICE)
}

/** Whether the correction is the depositary's. */
export function standingOfDepositary(by: Proposer | undefined): Finding[] {
  if (by === 'depositary') return []
  const message = `Only the depositary proposes a correction; this one is by ${by ?? 'nobody'}.`
  return [forbids('standing', 'VCLT 79(2)', message, 'Set `by: depositary`.', { path: ['by'] })]
}

/** Whether a notification of a correction names a time-limit that can be kept. */
export function admitNotification(event: FiledEvent): Finding[] {
  if (event.until === undefined || event.until > event.on) return []
  const message = `The last day named, ${dayInWords(event.until)}, is not after ${dayInWords(event.on)}.`
  return [refuses(event, 'until', 'correction-time-limit', 'VCLT 79(2)', message, 'Name a later day as `until`.')]
}

/** Whether an objection to a correction has effect: within the time-limit, from a named State, once; no organization is a State. */
export function admitCorrectionObjection(event: FiledEvent, context: DecisionContext): Finding[] {
  const { docket, register } = context
  const code = event.party
  if (code === undefined) {
    const message = 'The objection names no State.'
    return [refuses(event, 'event', 'event-by-party', 'VCLT 79(2)', message, 'Name the State (`party`).')]
  }
  const records = register.parties.filter((party) => party.code === code && party.deposited <= event.on)
  if (records.some(({ organization }) => organization !== undefined)) return [noState(event, code)]
  const notified = docket.first.get('circulated')
  const deadline = notified === undefined ? undefined : lastDayToObjectToCorrection(notified)
  if (deadline !== undefined && event.on > deadline) {
    const message = `The objection of ${dayInWords(event.on)} is too late: the last day was ${dayInWords(deadline)}.`
    return [
      refuses(
        event,
        'on',
        'objection-in-time',
        'VCLT 79(2)',
        message,
        'Keep it, if received, marked `withoutEffect`, as --force files it.',
      ),
    ]
  }
  if (hasObjected(docket, code)) {
    const message = `${code} has objected already.`
    return [refuses(event, 'party', 'objection-once', 'VCLT 79(2)', message, 'File none: one objection suffices.')]
  }
  return records.some((party) => isContracting(party, event.on)) ? [] : [signatory(event, code, records)]
}

// A contracting State has consented to be bound, whether or not the treaty is in force; one that has left is none any more.
function isContracting(party: Party, day: CalendarDay): boolean {
  const left = endOfMembership(party)
  return left === null || day < left
}

function noState(event: FiledEvent, code: PartyCode): Finding {
  const message = `${code} is a regional organization, and signatory and contracting States object to a correction: its objection has no effect.`
  return refuses(event, 'party', 'event-by-party', 'VCLT 79(2)', message, 'Record the objections of its member States.')
}

function hasObjected(docket: Docket, code: PartyCode): boolean {
  return docket.of.get(code)?.some(({ event }) => event === 'correction-objection') ?? false
}

/** How many States have objected to a correction. */
export function objectionsToCorrection(docket: Docket): number {
  return [...docket.of.keys()].filter((code) => hasObjected(docket, code)).length
}

// Signatory States may object as well, and the register holds those only that have deposited an instrument.
function signatory(event: FiledEvent, code: PartyCode, records: readonly Party[]): Finding {
  const why = records.length === 0 ? 'is not in the register' : 'has left the Convention'
  const message = `${code} ${why}: its objection counts if it has signed the Convention.`
  const finding = refuses(event, 'party', 'objection-by-a-signatory', 'VCLT 79(2)', message, 'Check the signatories.')
  return { ...finding, level: 'warning' }
}
