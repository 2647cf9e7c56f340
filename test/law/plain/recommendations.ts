import type { FiledEvent } from '../../../src/treaty/index.ts'
import { plusMonths } from './days.ts'
import {
  actsFrom,
  type Bound,
  type Facts,
  type Finding,
  firstFor,
  type Happening,
  orJoining,
  since,
  sitting,
} from './facts.ts'
import { makesSense } from './votes.ts'

/** Articles 62(9) and (10): what the Commission recommends, the Conference may suggest, and each Party may take up. */
export function recommendation(facts: Facts): Finding {
  const byInstrument = facts.chosen('technical-annex-entry-into-force') !== 'individual-acceptance'
  const opened = since(onlyAfterFiveYears(facts, byInstrument), 'recommended')
  const nothing = { deadline: null, ratifying: 0, objections: 0, bound: null }
  if (opened === null) return { ...nothing, status: 'draft' }
  const suggested = opened.after.find(({ event }) => event.event === 'suggested')
  const vote = opened.after.find(
    ({ event, day }) => event.event === 'conference-vote' && makesSense(event, sitting(facts, day).length, () => true),
  )
  const decisions = [opened.first, suggested, vote].filter((each) => each !== undefined)
  const known = { ...nothing, objections: decisions.reduce((sum, { event }) => sum + opposed(event), 0) }
  if (decisions.some((each) => stops(facts, each, opened.first))) return { ...known, status: 'rejected' }
  if (suggested === undefined) return { ...known, status: 'recommended' }
  const then = opened.after.slice(opened.after.indexOf(suggested) + 1)
  const own = byInstrument ? taken(facts, then, 'ratification', 90) : taken(facts, then, 'acceptance', 0)
  const entry = firstFor(facts, own)
  if (entry === null) return { ...known, status: 'suggested' }
  return { ...known, status: entry <= facts.today ? 'in-force' : 'awaiting-entry', bound: orJoining(facts, entry, own) }
}

function onlyAfterFiveYears(facts: Facts, byInstrument: boolean): Facts {
  if (!byInstrument || facts.chosen('five-year-bar') !== 'annexes-too') return facts
  const from = facts.start === Number.POSITIVE_INFINITY ? facts.start : plusMonths(facts.start, 60)
  return {
    ...facts,
    happenings: facts.happenings.filter(({ event, day }) => event.event !== 'recommended' || day >= from),
  }
}

// Each body needs its consensus or not, by the reading; and the Conference may decline by a vote that is not in favour.
function stops(facts: Facts, { event }: Happening, opening: Happening): boolean {
  const whose = facts.chosen('commission-consensus') ?? 'commission'
  const body = event === opening.event ? 'commission' : 'conference'
  if ([body, 'both'].includes(whose) && opposed(event) > 0) return true
  return event.event === 'conference-vote' && event.consensus !== true && many(event.inFavour) <= many(event.against)
}

function opposed({ formalObjections, against, consensus }: FiledEvent): number {
  return Math.max(many(formalObjections), many(against), consensus === false ? 1 : 0)
}

function many(count: FiledEvent['inFavour']): number {
  return Array.isArray(count) ? new Set(count).size : (count ?? 0)
}

// The Party's first such act from this seat counts.
function taken(facts: Facts, then: Happening[], kind: string, days: number): Bound {
  return (seat) => {
    const act = actsFrom(seat, facts, then).find(({ event }) => event.event === kind)
    return act === undefined ? null : act.day + days
  }
}
