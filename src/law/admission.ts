import { type FiledEvent, type Finding, hasErrors, isCalendarDay } from '../treaty/index.ts'
import { forbids, refuses } from './finding.ts'
import { type Docket, emptyDocket, enter, type Matter } from './matter.ts'
import { type Procedure, procedureOf } from './procedures/index.ts'
import { inWords } from './wording.ts'

/** The docket of the events that have effect, and what there is to say of them and of each other one. */
export interface Hearing {
  docket: Docket
  findings: Finding[]
  /** Why each event that has no effect has none. */
  refused: ReadonlyMap<FiledEvent, readonly Finding[]>
}

/**
 * Hears the events in order. An event that was filed as without effect, or that the law gives none, is left out: it
 * stays on the record and changes nothing.
 */
export function hear(events: readonly FiledEvent[], matter: Omit<Matter, 'docket'>): Hearing {
  const docket = emptyDocket()
  const findings: Finding[] = []
  const refused = new Map<FiledEvent, Finding[]>()
  const procedure = procedureOf(matter)
  for (const event of events) {
    if (event.event === 'objection-withdrawn') docket.withdrawals += 1
    if (event.withoutEffect !== undefined) continue
    const refusals = whyNot(event, { ...matter, docket }, procedure)
    if (hasErrors(refusals)) refused.set(event, refusals)
    else enter(docket, event)
    findings.push(...refusals)
  }
  return { docket, findings, refused }
}

/** Why an event would have no effect, given those before it; warnings are remarks on one that has. */
export function whyNot(event: FiledEvent, matter: Matter, procedure: Procedure): Finding[] {
  if (!isCalendarDay(event.on)) return [notADay(event)]
  const withdrawn = matter.docket.first.get('withdrawn')
  if (withdrawn !== undefined) return [afterTheEnd(event, withdrawn)]
  if (event.event === 'withdrawn') return whyNotWithdrawn(event, matter, procedure)
  const admission = procedure.admits[event.event]
  return admission === undefined ? [unknownTo(event, procedure)] : admission(event, matter)
}

// The Convention is silent on it. What has not been decided is still its proposer's; what has, is not.
function whyNotWithdrawn(event: FiledEvent, matter: Matter, procedure: Procedure): Finding[] {
  const { status } = procedure.judge({ ...matter, asOf: event.on })
  if (['draft', 'circulated', 'submitted', 'recommended', 'suggested'].includes(status)) return []
  return [
    refuses(
      event,
      'on',
      'withdrawn-too-late',
      procedure.cite,
      `The proposal is decided (${status}) on ${inWords(event.on)} and can no longer be withdrawn.`,
      'Draft a new proposal: what is decided is changed by no other means.',
    ),
  ]
}

function notADay(event: FiledEvent): Finding {
  const at = { ...(event.file === undefined ? {} : { file: event.file }), path: ['on'] }
  return forbids('real-day', undefined, `${event.on} is not a day of the calendar.`, 'Give the day as YYYY-MM-DD.', at)
}

function afterTheEnd(event: FiledEvent, withdrawn: FiledEvent): Finding {
  const message = `The proposal was withdrawn on ${inWords(withdrawn.on)}: ${event.event} has no effect.`
  return refuses(event, 'on', 'event-after-withdrawal', '70', message, 'Draft a new proposal for a new text.')
}

function unknownTo(event: FiledEvent, procedure: Procedure): Finding {
  const known = [...Object.keys(procedure.admits), 'withdrawn'].join(', ')
  const message = `${event.event} has no place in the procedure under ${procedure.cite}.`
  return refuses(event, 'event', 'event-possible', procedure.cite, message, `Choose among ${known}.`)
}
