import type { CalendarDay, Finding, Outcome, PartyEffect, Reason, Situation, Status } from '../../treaty/index.ts'
import { type Membership, type Register, statesOn } from '../party/register.ts'
import { procedureOf } from '../procedures/index.ts'
import type { Choice } from '../readings/choice.ts'
import { admitEvents } from './admission.ts'
import type { DecisionContext } from './context.ts'
import type { Effect, Verdict } from './verdict.ts'
import { dayInWords } from './wording.ts'

/** What the law says of a proposal on a day, before it is spelled out for every Party. */
export interface Judgement {
  verdict: Verdict
  /** Whether anybody can be bound on or after the day asked. */
  effectOn: (membership: Membership) => Effect | null
  findings: Finding[]
}

/** Judges a proposal on the facts known on the day asked, under one choice of readings. */
export function judge(known: Situation, register: Register, choice: Choice, asOf: CalendarDay): Judgement {
  const { proposal } = known
  const context = { proposal, register, choice, asOf }
  const { docket, findings } = admitEvents(known.events, context)
  const verdict = ended({ ...context, docket }, procedureOf(context).judge({ ...context, docket }))
  return {
    verdict,
    effectOn: (membership) =>
      verdict.effectOn === null ? null : unlessMembershipEndsBefore(verdict.effectOn(membership), membership),
    findings: [...verdict.findings, ...findings.map(asRemark)],
  }
}

/** The outcome: a judgement spelled out for every State that is a Party on the day asked, with the readings that it all rests on. */
export function outcomeOf(known: Situation, register: Register, choice: Choice, asOf: CalendarDay): Outcome {
  return outcomeFromJudgement(judge(known, register, choice, asOf), known, register, asOf)
}

/** The same of a judgement that was made already. */
export function outcomeFromJudgement(
  { verdict, effectOn, findings }: Judgement,
  known: Situation,
  register: Register,
  asOf: CalendarDay,
): Outcome {
  const { effectOn: _, opened: __, replayedFrom: ___, findings: ____, ...says } = verdict
  const reasons: Reason[] = [...verdict.because]
  const parties: Record<string, PartyEffect> = {}
  for (const membership of statesOn(register, asOf)) {
    const effect = effectOn(membership)
    if (effect === null) break
    reasons.push(...effect.reasons)
    parties[membership.party.code] = {
      boundFrom: effect.boundFrom,
      because: [...new Set(effect.reasons.map((reason) => reason.cite))],
    }
  }
  const { proposal, basis } = known.proposal
  return { name: proposal, asOf, basis, ...says, parties, readings: restsOn(reasons), divergences: [], findings }
}

/** The readings named by steps of reasoning, with the options taken. */
export function restsOn(reasons: readonly Reason[]): Record<string, string> {
  return Object.fromEntries(
    reasons.flatMap(({ reading }) => (reading === undefined ? [] : [[reading.id, reading.option]])),
  )
}

// What the law or nobody has sent on its way any further; closing the record then only says so.
const OVER: ReadonlySet<Status> = new Set(['draft', 'blocked', 'rejected'])

// A proposal ends by its proposer's withdrawal, or when its record is closed. Closing a record is no act that the
// Convention knows: it ends no period that runs, takes nothing from the Conference, and undoes nothing that is done.
function ended(context: DecisionContext, verdict: Verdict): Verdict {
  const withdrawn = context.docket.first.get('withdrawn')
  if (withdrawn !== undefined) return end(verdict, `The proposal was withdrawn on ${dayInWords(withdrawn.on)}.`)
  const { closed, closedOn } = context.proposal
  if (closed === undefined || (closedOn !== undefined && context.asOf < closedOn)) return verdict
  if (OVER.has(verdict.status)) return end(verdict, `The record was closed: ${closed}`)
  if (verdict.effectOn !== null) return { ...verdict, findings: [...verdict.findings, closedInVain()] }
  const says = `The record was closed (${closed}), which ends nothing: the proposal is ${verdict.status} until the law or its proposer ends it.`
  return { ...verdict, because: [...verdict.because, { cite: citeOf(verdict), says }] }
}

function closedInVain(): Finding {
  const message =
    'The record is closed, but the amendment stands: closing a record undoes nothing that the law has done.'
  return {
    rule: 'law/closed-in-vain',
    level: 'error',
    message,
    hint: 'Reopen the record by removing `closed`.',
    at: { path: ['closed'] },
  }
}

function end(verdict: Verdict, says: string): Verdict {
  const because = [...verdict.because, { cite: citeOf(verdict), says }]
  return { ...verdict, status: 'closed', entersIntoForce: null, because, replayedFrom: null, effectOn: null }
}

function citeOf({ because: [first] }: Verdict): string {
  return first?.cite ?? '70'
}

// On record and without effect: worth knowing, and no fault of whoever asks.
function asRemark(finding: Finding): Finding {
  return { ...finding, level: 'warning' }
}

/** An amendment does not bind a State that is no longer a Party on the day it would enter into force for it. */
export function unlessMembershipEndsBefore(effect: Effect, { party, until }: Membership): Effect {
  if (effect.boundFrom === null || until === null || effect.boundFrom < until) return effect
  const says = `${party.code} ceases to be a Party on ${dayInWords(until)}, before the amendment would enter into force for it on ${dayInWords(effect.boundFrom)}.`
  return { boundFrom: null, reasons: [...effect.reasons, { cite: '71(1)', says }] }
}
