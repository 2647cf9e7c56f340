import type {
  CalendarDay,
  Finding,
  Outcome,
  PartyEffect,
  Reason,
  RulePage,
  Situation,
  Status,
} from '../../treaty/index.ts'
import { type Membership, type Register, statesOn } from '../party/register.ts'
import { procedureOf } from '../procedures/index.ts'
import { type Choice, restingOn } from '../readings/choice.ts'
import { admitEvents, PROPOSAL_WITHDRAWN } from './admission.ts'
import { type LawContext, refusedBy } from './docket.ts'
import { asRemark, forbids } from './finding.ts'
import { type Effect, referenceTo, type Verdict } from './verdict.ts'
import { dayInWords } from './wording.ts'

export const CLOSED_IN_VAIN = {
  id: 'law/closed-in-vain',
  level: 'error',
  title: 'A record is closed only if nothing was decided',
  why: 'The Convention does not know the closing of a record. It ends no period that is running, and it undoes nothing that the law has done: the amendment remains.',
} as const satisfies RulePage

/** What the law says about a proposal on a day, before the effect on each Party is listed. */
export interface Judgement {
  verdict: Verdict
  /** Returns what it means for a Party; null if nobody can be bound on or after the day asked about. */
  effectOn: (membership: Membership) => Effect | null
  findings: Finding[]
}

/** Judges a proposal by the facts known on the day asked about, under one choice of readings. */
export function judge(known: Situation, register: Register, choice: Choice, asOf: CalendarDay): Judgement {
  const { proposal } = known
  const context = { proposal, register, choice, asOf }
  const { docket, findings } = admitEvents(known.events, context)
  const verdict = verdictOf({ ...context, docket })
  return {
    verdict,
    effectOn: (membership) =>
      verdict.effectOn === null ? null : unlessMembershipEndsBefore(verdict.effectOn(membership), membership),
    findings: [...verdict.findings, ...findings.map(asRemark)],
  }
}

/** Returns the outcome of a proposal: status, effect on every State Party of the day asked about, and the readings it depends on. */
export function outcomeOf(known: Situation, register: Register, choice: Choice, asOf: CalendarDay): Outcome {
  return outcomeFromJudgement(judge(known, register, choice, asOf), known, register, asOf)
}

/** Returns the same outcome from a judgement. */
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

/** Returns the readings that steps of reasoning name, with the options chosen. */
export function restsOn(reasons: readonly Reason[]): Record<string, string> {
  return Object.fromEntries(
    reasons.flatMap(({ reading }) => (reading === undefined ? [] : [[reading.id, reading.option]])),
  )
}

// Nothing further happens to a proposal of these statuses, so closing the record only states that.
const OVER: ReadonlySet<Status> = new Set(['draft', 'blocked', 'rejected'])

// A withdrawn proposal is as it was on the day of the withdrawal: what would have followed is no reason for anything.
function verdictOf(context: LawContext): Verdict {
  const { docket, asOf, choice } = context
  const withdrawn = docket.first.get('withdrawn')
  const verdict = procedureOf(context).judge({ ...context, asOf: withdrawn?.on ?? asOf })
  if (withdrawn !== undefined) {
    const says = `The proposal was withdrawn on ${dayInWords(withdrawn.on)}.`
    const reason = { cite: citeOf(verdict), says, event: referenceTo(withdrawn) }
    return closedVerdict(verdict, restingOn(choice, 'withdrawal-of-a-proposal', reason))
  }
  return withClosing(context, { ...verdict, because: [...verdict.because, ...vainWithdrawal(context, verdict)] })
}

function vainWithdrawal({ docket, choice }: LawContext, verdict: Verdict): Reason[] {
  const [vain] = refusedBy(docket, PROPOSAL_WITHDRAWN.id, 'withdrawn')
  if (vain === undefined) return []
  const says = `A withdrawal of the proposal was received on ${dayInWords(vain.on)}. Under the reading chosen, a proposal cannot be withdrawn.`
  return [restingOn(choice, 'withdrawal-of-a-proposal', { cite: citeOf(verdict), says, event: referenceTo(vain) })]
}

// The Convention does not know the closing of a record: it ends no period, takes nothing from the Conference and undoes
// nothing that is done.
function withClosing(context: LawContext, verdict: Verdict): Verdict {
  const { closed, closedOn } = context.proposal
  if (closed === undefined || (closedOn !== undefined && context.asOf < closedOn)) return verdict
  const cite = citeOf(verdict)
  if (OVER.has(verdict.status)) return closedVerdict(verdict, { cite, says: `The record was closed: ${closed}` })
  if (verdict.effectOn !== null) return { ...verdict, findings: [...verdict.findings, closedInVain()] }
  const says = `The record was closed (${closed}). This does not end the proposal: it is ${verdict.status} until the law or its proposer ends it.`
  return { ...verdict, because: [...verdict.because, { cite, says }] }
}

function closedInVain(): Finding {
  const message =
    'The record is closed, but the amendment is not undone: closing a record does not change what the law did.'
  return forbids(CLOSED_IN_VAIN, message, 'Remove `closed` to reopen the record.', { at: { path: ['closed'] } })
}

function closedVerdict(verdict: Verdict, end: Reason): Verdict {
  const because = [...verdict.because, end]
  return { ...verdict, status: 'closed', entersIntoForce: null, because, replayedFrom: null, effectOn: null }
}

function citeOf({ because: [first] }: Verdict): string {
  return first?.cite ?? '70'
}

// An amendment does not bind a State that is no longer a Party on the day of its entry into force.
function unlessMembershipEndsBefore(effect: Effect, { party, until }: Membership): Effect {
  if (effect.boundFrom === null || until === null || effect.boundFrom < until) return effect
  const says = `${party.code} ceases to be a Party on ${dayInWords(until)}, before the amendment would enter into force for it on ${dayInWords(effect.boundFrom)}.`
  return { boundFrom: null, reasons: [...effect.reasons, { cite: '71(1)', says }] }
}
