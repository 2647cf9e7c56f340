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
import { inFavour, makesSense } from './votes.ts'

/** Articles 62(9) and (10): what the Commission recommends, the Conference may suggest, and each Party may take up. */
export function recommendation(facts: Facts): Finding {
  const byInstrument = facts.chosen('technical-annex-entry-into-force') !== 'individual-acceptance'
  const opened = since(onlyAfterFiveYears(facts, byInstrument), 'recommended')
  const nothing = { deadline: null, ratifying: 0, objections: 0, bound: null }
  if (opened === null) return { ...nothing, status: 'draft' }
  const meeting = opened.after.filter(({ day }) => sitting(facts, day).length > 0)
  const suggested = meeting.find(({ event }) => event.event === 'suggested')
  const votes = meeting.filter(
    ({ event, day }) => event.event === 'conference-vote' && makesSense(event, sitting(facts, day).length, () => true),
  )
  const again = facts.chosen('second-vote') === 'counts'
  const vote = again ? (votes.find((each) => !stops(facts, each, opened.first)) ?? votes.at(-1)) : votes[0]
  const decisions = [opened.first, suggested, vote].filter((each) => each !== undefined)
  const known = { ...nothing, objections: opposed(opened.first.event) }
  if (decisions.some((each) => stops(facts, each, opened.first))) return { ...known, status: 'rejected' }
  if (suggested === undefined) return { ...known, status: 'recommended' }
  if (byInstrument && !agreed(facts, suggested, vote)) return { ...known, status: 'suggested' }
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
  if (body === 'commission') return false
  const majority = facts.chosen('conference-majority')
  if (majority === 'consensus' && opposed(event) > 0) return true
  if (event.event !== 'conference-vote' || event.consensus === true) return false
  const [yes, no] = [many(event.inFavour), many(event.against)]
  return majority === 'two-thirds' ? yes === 0 || yes < 2 * no : yes <= no
}

// Article 68(1): by consensus, or by two thirds of all; what nobody voted on or opposed was agreed.
function agreed(facts: Facts, suggested: Happening, vote: Happening | undefined): boolean {
  if (vote === undefined) return opposed(suggested.event) === 0
  const all = sitting(facts, vote.day).map(({ code }) => code)
  return vote.event.consensus === true || inFavour(vote.event, all) * 3 >= all.length * 2
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
