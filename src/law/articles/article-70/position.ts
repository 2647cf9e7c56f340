import type { CalendarDay, FiledEvent } from '../../../treaty/index.ts'
import { type LawContext, refusedBy } from '../../decide/docket.ts'
import type { Membership, Register } from '../../party/register.ts'
import { reads } from '../../readings/choice.ts'
import { lastDayToObject } from './paragraph-4-one-third-objects.ts'

/** What a Party has said about an amendment that was sent out under paragraph 4, by its acts that have effect. */
export interface Position {
  /** Its objection; undefined if it did not object, or withdrew its objection. */
  objection: FiledEvent | undefined
  /** The act by which it accepted the amendment after it objected (paragraph 7). */
  acceptance: FiledEvent | undefined
  /** An acceptance that withdrew its objection (reading `early-acceptance`). */
  acceptedInTime: FiledEvent | undefined
}

const SILENT: Position = { objection: undefined, acceptance: undefined, acceptedInTime: undefined }

/**
 * Returns the position of a Party.
 * @param until only acts of this day or earlier; without it all acts that are known
 */
export function positionOf(context: LawContext, membership: Membership, until?: CalendarDay): Position {
  const acts = actsOn(context, membership).filter(({ on }) => until === undefined || on <= until)
  return acts.reduce((position, act) => positionAfter(position, act, context), SILENT)
}

// What a State did before it left and came back does not count.
function actsOn({ docket, choice }: LawContext, { party, from }: Membership): FiledEvent[] {
  const objectsEarly = reads(choice, 'objection-of-a-signatory', 'from-becoming-party')
  return (docket.of.get(party.code) ?? []).filter(
    ({ event, on }) => on >= from || (objectsEarly && event === 'objection' && on >= party.deposited),
  )
}

function positionAfter(position: Position, act: FiledEvent, context: LawContext): Position {
  const isInTime = isInSixMonths(context, act.on)
  const withdrawsByAccepting = isInTime && reads(context.choice, 'early-acceptance', 'withdraws-objection')
  switch (act.event) {
    case 'objection':
      return position.objection === undefined ? { ...SILENT, objection: act } : position
    case 'objection-withdrawn':
      return isInTime ? SILENT : accepted(position, act)
    case 'acceptance':
      return withdrawsByAccepting ? { ...SILENT, acceptedInTime: act } : accepted(position, act)
    default:
      return position
  }
}

function accepted(position: Position, act: FiledEvent): Position {
  return { ...position, acceptance: position.acceptance ?? act }
}

/** Returns whether a day is within the six months (paragraph 4). True if the draft has not been sent. */
export function isInSixMonths({ docket }: LawContext, day: CalendarDay): boolean {
  const sent = docket.first.get('circulated')
  return sent === undefined || day <= lastDayToObject(sent.on)
}

/** Returns whether a State has deposited an instrument by the day, and becomes a Party by it later: a contracting State. */
export function isContractingOn({ byCode }: Register, code: string, day: CalendarDay): boolean {
  const memberships = byCode.get(code) ?? []
  return memberships.some(({ party, from }) => party.organization === undefined && party.deposited <= day && day < from)
}

/** Returns the objections within the six months of States that were not Parties yet, if they have no effect. */
export function objectionsOfSignatories(context: LawContext): FiledEvent[] {
  return refusedBy(context.docket, 'law/event-by-party', 'objection').filter(
    ({ party, on }) =>
      party !== undefined && isInSixMonths(context, on) && isContractingOn(context.register, party, on),
  )
}
