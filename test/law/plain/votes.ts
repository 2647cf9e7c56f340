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
  ratified,
  type Seat,
  since,
  sitting,
} from './facts.ts'

/** Article 70(6). */
export function conference(facts: Facts): Finding {
  const opened = since(facts, 'submitted')
  const nothing = { deadline: null, objections: 0, bound: null }
  if (opened === null) return { ...nothing, status: 'draft', ratifying: 0 }
  const vote = firstVote(opened.after, (day) => sitting(facts, day))
  if (vote === undefined) return { ...nothing, status: 'submitted', ratifying: ratified(facts, facts.today).length }
  const all = ratified(facts, vote.day).map(({ code }) => code)
  if (all.length === 0 || inFavour(vote.event, all) * 3 < all.length * 2)
    return { ...nothing, status: 'rejected', ratifying: all.length }
  const late = facts.chosen('late-consent') !== 'none'
  const own = byAct(facts, opened.after, 'consent', (day) => (day <= vote.day ? vote.day + 30 : late ? day + 30 : null))
  return { ...nothing, ...adopted(facts, own), ratifying: all.length, consented: own }
}

/** Article 68. */
export function amendment(facts: Facts): Finding {
  const exempt = facts.document !== 'article-4' && facts.chosen('five-year-bar') !== 'annexes-too'
  const from = exempt ? 0 : facts.start === Number.POSITIVE_INFINITY ? facts.start : plusMonths(facts.start, 60)
  const allowed = {
    ...facts,
    happenings: facts.happenings.filter(({ event, day }) => !OPENING.includes(event.event) || day >= from),
  }
  const opened = since(allowed, ...OPENING)
  const nothing = { deadline: null, objections: 0, bound: null }
  if (opened === null) return { ...nothing, status: 'draft', ratifying: 0 }
  const vote = firstVote(opened.after, (day) => sitting(facts, day))
  const pending = since(allowed, 'submitted') === null ? 'circulated' : 'submitted'
  if (vote === undefined) return { ...nothing, status: pending, ratifying: sitting(facts, facts.today).length }
  const all = sitting(facts, vote.day).map(({ code }) => code)
  const agreed = all.length > 0 && (vote.event.consensus === true || inFavour(vote.event, all) * 3 >= all.length * 2)
  if (!agreed) return { ...nothing, status: 'rejected', ratifying: all.length }
  const after = opened.after.slice(opened.after.indexOf(vote) + 1)
  return {
    ...nothing,
    ...adopted(
      facts,
      byAct(facts, after, 'ratification', (day) => day + 90),
    ),
    ratifying: all.length,
  }
}

const OPENING = ['circulated', 'submitted']

function adopted(facts: Facts, own: Bound): Pick<Finding, 'status' | 'bound'> {
  const entry = firstFor(facts, own)
  return {
    status: entry !== null && entry <= facts.today ? 'in-force' : 'adopted',
    bound: orJoining(facts, entry, own),
  }
}

// The Party's first act of the kind from this seat counts.
function byAct(facts: Facts, then: Happening[], kind: string, from: (day: number) => number | null): Bound {
  return (seat) => {
    const act = actsFrom(seat, facts, then).find(({ event }) => event.event === kind)
    return act === undefined ? null : from(act.day)
  }
}

function firstVote(then: Happening[], voters: (day: number) => Seat[]): Happening | undefined {
  return then.find(({ event, day }) => {
    const codes = voters(day).map(({ code }) => code)
    return event.event === 'conference-vote' && makesSense(event, codes.length, (name) => codes.includes(name))
  })
}

/** Whether a vote can have been as it was recorded; who is named and could not vote is overlooked. */
export function makesSense(vote: FiledEvent, voters: number, couldVote: (name: string) => boolean): boolean {
  const [one, two, three] = [vote.inFavour ?? 0, vote.against ?? 0, vote.abstaining ?? 0]
  const named = [one, two, three].flatMap((side) => (typeof side === 'number' ? [] : side))
  const unnamed = [one, two, three].filter((side) => typeof side === 'number')
  const nobody = [one, two].every((side) => side === 0 || (typeof side !== 'number' && side.length === 0))
  if (vote.consensus === true && !nobody) return false
  if (new Set(named).size < named.length) return false
  return unnamed.reduce((sum, number) => sum + number, named.filter(couldVote).length) <= voters
}

export function inFavour(vote: FiledEvent, all: string[]): number {
  if (vote.consensus === true) return all.length
  if (vote.inFavour === undefined) return 0
  return Array.isArray(vote.inFavour)
    ? all.filter((code) => [vote.inFavour].flat().includes(code)).length
    : vote.inFavour
}
