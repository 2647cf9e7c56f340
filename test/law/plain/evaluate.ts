import type { Situation } from '../../../src/treaty/index.ts'
import { correction } from './correction.ts'
import { earliest, iso } from './days.ts'
import {
  type Bound,
  type Facts,
  type Finding,
  factsOf,
  firstFor,
  type Happening,
  orJoining,
  ratified,
  type Seat,
  sitting,
} from './facts.ts'
import { recommendation } from './recommendations.ts'
import { silence } from './silence.ts'
import { adoptedOn, amendment, conference } from './votes.ts'

/**
 * The law of Articles 62, 67, 68, 70 and 71, and of corrections, written a second time, plainly and by another plan: days are whole numbers, each
 * Party's story is told anew from the first event for every question, and nothing is admitted or refused beforehand. It
 * shares no code with src/law; property tests hold the two together.
 */
export function evaluate(situation: Situation, asOf: string) {
  const facts = factsOf(situation, asOf)
  const withdrawn = facts.happenings.find((each) => isWithdrawal(facts, each, situation.proposal.by))
  if (withdrawn === undefined) return answer(facts)
  return { ...answer(upTo(facts, withdrawn)), status: 'closed', bound: {} }
}

// By nobody but its proposer, and only while nothing is decided.
function isWithdrawal(facts: Facts, happening: Happening, by: string | undefined): boolean {
  const { event, party } = happening.event
  if (event !== 'withdrawn' || facts.chosen('withdrawal-of-a-proposal') === 'none') return false
  if (party !== undefined && by !== undefined && party !== by) return false
  return PENDING.includes(answer(upTo(facts, happening)).status)
}

const PENDING = ['draft', 'circulated', 'submitted', 'recommended', 'suggested']

function upTo(facts: Facts, happening: Happening): Facts {
  const happenings = facts.happenings.slice(0, facts.happenings.indexOf(happening))
  return { ...facts, today: happening.day, happenings }
}

function answer(facts: Facts) {
  const { status, deadline, ratifying, objections, bound } = findingOf(facts)
  return {
    status,
    deadline: deadline === null ? null : iso(deadline),
    ratifying: countedOnTheDayAsked(facts, status) ? countedNow(facts) : ratifying,
    objections,
    bound:
      bound === null
        ? {}
        : Object.fromEntries(sitting(facts, facts.today).map((seat) => [seat.code, dayOf(seat, bound)])),
  }
}

// Of what nobody has opened, and of a recommendation, which no share of the Parties decides.
function countedOnTheDayAsked({ basis }: Facts, status: string): boolean {
  return basis === '62' || (status === 'draft' && basis !== 'correction')
}

function countedNow(facts: Facts): number {
  return (facts.basis.startsWith('70') ? ratified(facts, facts.today) : sitting(facts, facts.today)).length
}

function dayOf(seat: Parameters<Bound>[0], bound: Bound): string | null {
  const day = bound(seat)
  return day === null || day >= seat.to ? null : iso(day)
}

function findingOf(facts: Facts): Finding {
  if (facts.basis === '68') return amendment(facts)
  if (facts.basis === '62') return recommendation(facts)
  if (facts.basis === 'correction') return correction(facts)
  const route = facts.chosen('conference-route') ?? 'by-proposer'
  if (route === 'by-proposer') return facts.basis === '70.1' ? silence(facts) : conference(facts)
  return route === 'cumulative' ? both(facts, silence(facts), conference(facts)) : either(facts)
}

const PASSED = ['in-force', 'awaiting-entry', 'adopted']

function either(facts: Facts): Finding {
  const sooner = { ...facts, entered: (day: number) => enteredAsOf(facts, day) }
  const [one, two] = [silence(withoutVainAcceptances(sooner)), conference(facts)]
  if (one.status === 'draft') return two
  if (two.status === 'draft') return one
  const order = ['in-force', 'awaiting-entry', 'adopted', 'circulated', 'submitted', 'blocked', 'rejected']
  const status = order.find((each) => each === one.status || each === two.status) ?? 'draft'
  const own: Bound = (seat) => earliest([one.bound?.(seat) ?? null, two.bound?.(seat) ?? null])
  const entry = firstFor(facts, own)
  // In force by either, it is open to those that objected, from the day they accept it and thirty more.
  const bound: Bound = (seat) => {
    const accepted = one.accepted?.(seat) ?? null
    return earliest([own(seat), accepted === null || entry === null ? null : Math.max(accepted, entry)])
  }
  return { ...one, status, bound: PASSED.includes(status) ? bound : null }
}

function enteredAsOf(facts: Facts, day: number): number {
  const known = { ...facts, today: day, happenings: facts.happenings.filter((each) => each.day <= day) }
  const { deadline } = silence(known)
  const adoption = adoptedOn(known)
  const bySilence = deadline === null ? Number.POSITIVE_INFINITY : deadline + 30
  return adoption === null ? bySilence : Math.min(bySilence, adoption + 30)
}

// What a third has stopped may be accepted only while it lies, or has been adopted, before the Conference.
function withoutVainAcceptances(facts: Facts): Facts {
  const { deadline, status } = silence(facts)
  if (deadline === null || status !== 'blocked') return facts
  const onThatDay = (day: number) =>
    conference({ ...facts, today: day, happenings: facts.happenings.filter((each) => each.day <= day) }).status
  const inVain = ({ event, day }: Happening) =>
    ['acceptance', 'objection-withdrawn'].includes(event.event) &&
    day > deadline &&
    ['draft', 'rejected'].includes(onThatDay(day))
  return { ...facts, happenings: facts.happenings.filter((each) => !inVain(each)) }
}

function both(facts: Facts, one: Finding, two: Finding): Finding {
  const [silent, consented] = [one.bound, two.consented]
  const counted = one.status === 'draft' ? two : one
  if (one.status === 'blocked' || two.status === 'rejected') {
    return { ...counted, status: one.status === 'blocked' ? 'blocked' : 'rejected', bound: null }
  }
  if (silent !== null && consented !== undefined) {
    const later = (other: Bound) => (seat: Seat) => {
      const days = [silent(seat), other(seat)].filter((day) => day !== null)
      return days.length < 2 ? null : Math.max(...days)
    }
    // In force on the first day on which somebody has done both; who comes after that need not consent any more.
    const entry = firstFor(facts, later(consented))
    const status = entry !== null && entry <= facts.today ? 'in-force' : 'adopted'
    return { ...one, status, bound: later(orJoining(facts, entry, consented)) }
  }
  return { ...counted, status: pending(one, two), bound: null }
}

function pending(one: Finding, two: Finding): string {
  if (one.status === 'draft') return two.status === 'draft' ? 'draft' : 'submitted'
  return one.status === 'circulated' || two.status === 'draft' ? 'circulated' : 'submitted'
}
