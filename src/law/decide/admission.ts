import { type FiledEvent, type Finding, isRecordableDay, RECORDED_DAYS, type RulePage } from '../../treaty/index.ts'
import { REAL_DAY } from '../check/check-register.ts'
import { type Procedure, procedureOf } from '../procedures/index.ts'
import { reads } from '../readings/choice.ts'
import { addToDocket, type Docket, type LawContext, newDocket } from './docket.ts'
import { effectAfterAll, forbids, refuses } from './finding.ts'
import { leavesWithoutEffect, repeatedBy, repeats, SAME_LETTER } from './second-letter.ts'
import { dayInWords } from './wording.ts'

export const EVENT_POSSIBLE = {
  id: 'law/event-possible',
  level: 'error',
  title: 'The procedure knows the event',
  why: 'Each basis has its own steps: there is no objection under 70(2), and no vote under 70(1).',
} as const satisfies RulePage

export const EVENT_AFTER_WITHDRAWAL = {
  id: 'law/event-after-withdrawal',
  level: 'error',
  title: 'No event follows the withdrawal of a proposal',
  why: 'A proposal ends when it is withdrawn. A new text is a new proposal.',
} as const satisfies RulePage

export const WITHDRAWN_BY_ITS_PROPOSER = {
  id: 'law/withdrawn-by-its-proposer',
  level: 'error',
  title: 'A proposal is withdrawn by its proposer',
  why: 'The Convention does not speak of withdrawal. If a proposal can be withdrawn, only the one who made it can do so.',
} as const satisfies RulePage

export const PROPOSAL_WITHDRAWN = {
  id: 'law/proposal-withdrawn',
  level: 'error',
  title: 'The reading chosen allows a proposal to be withdrawn',
  why: 'The Convention does not say whether a proposal can be withdrawn. Under the reading withdrawal-of-a-proposal=none it cannot.',
} as const satisfies RulePage

export const WITHDRAWN_TOO_LATE = {
  id: 'law/withdrawn-too-late',
  level: 'error',
  title: 'A proposal is withdrawn before it is decided',
  why: 'The Convention does not speak of withdrawal. Until a decision the proposal belongs to its proposer. After a decision, only a new proposal can change the result.',
} as const satisfies RulePage

/** The events that have effect, and the findings about all events. */
export interface AdmittedEvents {
  docket: Docket
  findings: Finding[]
  /** Why each event without effect has none. */
  refused: ReadonlyMap<FiledEvent, readonly Finding[]>
}

/**
 * Decides in order which events have effect. An event without effect stays on record and changes nothing. The mark
 * `withoutEffect` informs readers and decides nothing: the law is asked each time.
 */
export function admitEvents(events: readonly FiledEvent[], context: Omit<LawContext, 'docket'>): AdmittedEvents {
  const docket = newDocket()
  const findings: Finding[] = []
  const refused = new Map<FiledEvent, Finding[]>()
  const procedure = procedureOf(context)
  for (const event of events) {
    if (procedure.admits[event.event] === undefined) docket.outOfPlace.add(event.event)
    const refusals = refusalsOf(event, { ...context, docket }, procedure)
    if (event.event === 'objection-withdrawn' && !isRepeated(refusals)) docket.withdrawals += 1
    if (leavesWithoutEffect(refusals)) {
      refused.set(event, refusals)
      docket.refused.push({ event, rules: new Set(refusals.map(({ rule }) => rule)) })
    } else addToDocket(docket, event)
    findings.push(...remarksOnEvent(event, refusals, procedure))
  }
  return { docket, findings, refused }
}

/** Returns the findings to report for an event on record. For one marked `withoutEffect`: only that the law disagrees. */
export function remarksOnEvent(
  event: FiledEvent,
  refusals: readonly Finding[],
  { cite }: Procedure,
): readonly Finding[] {
  if (event.withoutEffect === undefined) return refusals
  if (leavesWithoutEffect(refusals)) return []
  const at = { ...(event.file === undefined ? {} : { file: event.file }), path: ['withoutEffect'] }
  return [...refusals, effectAfterAll(`${eventInWords(event)} of ${dayInWords(event.on)}`, { cite, at })]
}

/** Returns an event with its Party: `objection of BRA`. */
export function eventInWords({ event, party }: FiledEvent): string {
  return party === undefined ? event : `${event} of ${party}`
}

/** Returns why an event would have no effect after the earlier ones. Warnings are remarks on an event with effect. */
export function refusalsOf(event: FiledEvent, context: LawContext, procedure: Procedure): Finding[] {
  if (!isRecordableDay(event.on)) return [notADay(event)]
  const earlier = repeatedBy(event, context.docket)
  if (earlier !== undefined) return [repeats(event, earlier)]
  const withdrawn = context.docket.first.get('withdrawn')
  if (withdrawn !== undefined) return [afterTheEnd(event, withdrawn)]
  if (event.event === 'withdrawn') return refusalsOfWithdrawal(event, context, procedure)
  const admission = procedure.admits[event.event]
  return admission === undefined ? [unknownTo(event, procedure)] : admission(event, context)
}

// The Convention is silent on withdrawal. A proposal belongs to its proposer until it is decided.
function refusalsOfWithdrawal(event: FiledEvent, context: LawContext, procedure: Procedure): Finding[] {
  const { by } = context.proposal
  if (event.party !== undefined && by !== undefined && event.party !== by) {
    const message = `${event.party} did not make the proposal, so it cannot withdraw it: the proposer is ${by}.`
    const hint = `Record the withdrawal of ${by}, or an objection of ${event.party}.`
    return [refuses(WITHDRAWN_BY_ITS_PROPOSER, event, 'party', message, hint, procedure.cite)]
  }
  const { status } = procedure.judge({ ...context, asOf: event.on })
  if (['draft', 'circulated', 'submitted', 'recommended', 'suggested'].includes(status)) {
    return reads(context.choice, 'withdrawal-of-a-proposal', 'none') ? [cannotBeWithdrawn(event, procedure)] : []
  }
  const message = `The proposal can no longer be withdrawn on ${dayInWords(event.on)}: it is already decided (${status}).`
  const hint = 'Draft a new proposal: only a new proposal can change what is decided.'
  return [refuses(WITHDRAWN_TOO_LATE, event, 'on', message, hint, procedure.cite)]
}

function cannotBeWithdrawn(event: FiledEvent, { cite }: Procedure): Finding {
  const message = 'Under the reading withdrawal-of-a-proposal=none a proposal cannot be withdrawn.'
  const hint = 'Under withdrawal-of-a-proposal=proposer-only it can.'
  return refuses(PROPOSAL_WITHDRAWN, event, 'event', message, hint, cite)
}

function isRepeated(refusals: readonly Finding[]): boolean {
  return refusals.some(({ rule }) => rule === SAME_LETTER.id)
}

function notADay(event: FiledEvent): Finding {
  const at = { ...(event.file === undefined ? {} : { file: event.file }), path: ['on'] }
  return forbids(
    REAL_DAY,
    `${event.on} is not a day of the calendar ${RECORDED_DAYS}.`,
    'Write the day as YYYY-MM-DD.',
    {
      at,
    },
  )
}

function afterTheEnd(event: FiledEvent, withdrawn: FiledEvent): Finding {
  const message = `The proposal was withdrawn on ${dayInWords(withdrawn.on)}, so ${event.event} has no effect.`
  return refuses(EVENT_AFTER_WITHDRAWAL, event, 'on', message, 'Draft a new proposal for a new text.', '70')
}

function unknownTo(event: FiledEvent, procedure: Procedure): Finding {
  const known = [...Object.keys(procedure.admits), 'withdrawn'].join(', ')
  const message = `The procedure under ${procedure.cite} has no event "${event.event}".`
  return refuses(EVENT_POSSIBLE, event, 'event', message, `Choose one of ${known}.`, procedure.cite)
}
