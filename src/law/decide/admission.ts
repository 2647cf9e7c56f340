import { type FiledEvent, type Finding, hasErrors, isCalendarDay } from '../../treaty/index.ts'
import { type Procedure, procedureOf } from '../procedures/index.ts'
import { addToDocket, type DecisionContext, type Docket, newDocket } from './context.ts'
import { forbids, refuses } from './finding.ts'
import { dayInWords } from './wording.ts'

/** The docket of the events that have effect, and what there is to say of them and of each other one. */
export interface AdmittedEvents {
  docket: Docket
  findings: Finding[]
  /** Why each event that has no effect has none. */
  refused: ReadonlyMap<FiledEvent, readonly Finding[]>
}

/**
 * Hears the events in order. One that the law gives no effect is left out: it stays on the record and changes nothing.
 * That is asked anew each time: that it was filed as without effect tells people so, and decides nothing.
 */
export function admitEvents(events: readonly FiledEvent[], context: Omit<DecisionContext, 'docket'>): AdmittedEvents {
  const docket = newDocket()
  const findings: Finding[] = []
  const refused = new Map<FiledEvent, Finding[]>()
  const procedure = procedureOf(context)
  for (const event of events) {
    if (event.event === 'objection-withdrawn') docket.withdrawals += 1
    if (procedure.admits[event.event] === undefined) docket.outOfPlace.add(event.event)
    const refusals = refusalsOf(event, { ...context, docket }, procedure)
    if (hasErrors(refusals)) refused.set(event, refusals)
    else addToDocket(docket, event)
    findings.push(...remarksOnEvent(event, refusals, procedure))
  }
  return { docket, findings, refused }
}

/**
 * What there is to say of an event on record: of one that was filed as without effect nothing while the law agrees, and
 * where it does not, that it has effect after all.
 */
export function remarksOnEvent(
  event: FiledEvent,
  refusals: readonly Finding[],
  procedure: Procedure,
): readonly Finding[] {
  if (event.withoutEffect === undefined) return refusals
  return hasErrors(refusals) ? [] : [...refusals, effectAfterAll(event, procedure)]
}

function effectAfterAll(event: FiledEvent, { cite }: Procedure): Finding {
  const message = `${eventInWords(event)} of ${dayInWords(event.on)} was filed as without effect, and by the readings taken it has effect.`
  const hint = 'Remove its `withoutEffect` if that is right, or look at the readings chosen.'
  return { ...refuses(event, 'withoutEffect', 'effect-after-all', cite, message, hint), level: 'warning' }
}

/** An event by what it is and whose: `objection of BRA`. */
export function eventInWords({ event, party }: FiledEvent): string {
  return party === undefined ? event : `${event} of ${party}`
}

/** Why an event would have no effect, given those before it; warnings are remarks on one that has. */
export function refusalsOf(event: FiledEvent, context: DecisionContext, procedure: Procedure): Finding[] {
  if (!isCalendarDay(event.on)) return [notADay(event)]
  const withdrawn = context.docket.first.get('withdrawn')
  if (withdrawn !== undefined) return [afterTheEnd(event, withdrawn)]
  if (event.event === 'withdrawn') return refusalsOfWithdrawal(event, context, procedure)
  const admission = procedure.admits[event.event]
  return admission === undefined ? [unknownTo(event, procedure)] : admission(event, context)
}

// The Convention is silent on it. What has not been decided is still its proposer's; what has, is not.
function refusalsOfWithdrawal(event: FiledEvent, context: DecisionContext, procedure: Procedure): Finding[] {
  const { status } = procedure.judge({ ...context, asOf: event.on })
  if (['draft', 'circulated', 'submitted', 'recommended', 'suggested'].includes(status)) return []
  return [
    refuses(
      event,
      'on',
      'withdrawn-too-late',
      procedure.cite,
      `The proposal is decided (${status}) on ${dayInWords(event.on)} and can no longer be withdrawn.`,
      'Draft a new proposal: what is decided is changed by no other means.',
    ),
  ]
}

function notADay(event: FiledEvent): Finding {
  const at = { ...(event.file === undefined ? {} : { file: event.file }), path: ['on'] }
  return forbids('real-day', undefined, `${event.on} is not a day of the calendar.`, 'Give the day as YYYY-MM-DD.', at)
}

function afterTheEnd(event: FiledEvent, withdrawn: FiledEvent): Finding {
  const message = `The proposal was withdrawn on ${dayInWords(withdrawn.on)}: ${event.event} has no effect.`
  return refuses(event, 'on', 'event-after-withdrawal', '70', message, 'Draft a new proposal for a new text.')
}

function unknownTo(event: FiledEvent, procedure: Procedure): Finding {
  const known = [...Object.keys(procedure.admits), 'withdrawn'].join(', ')
  const message = `${event.event} has no place in the procedure under ${procedure.cite}.`
  return refuses(event, 'event', 'event-possible', procedure.cite, message, `Choose among ${known}.`)
}
