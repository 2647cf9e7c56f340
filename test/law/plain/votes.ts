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
  since,
  sitting,
} from './facts.ts'

/** Article 70(6). */
export function conference(facts: Facts): Finding {
  const opened = since(facts, 'submitted')
  const nothing = { deadline: null, objections: 0, bound: null }
  if (opened === null) return { ...nothing, status: 'draft', ratifying: 0 }
  const vote = decisive(facts, opened.after, (each) => isCarried(facts, each))
  if (vote === undefined) return { ...nothing, status: 'submitted', ratifying: ratified(facts, facts.today).length }
  const all = ratified(facts, vote.day).map(({ code }) => code)
  if (!isCarried(facts, vote)) return { ...nothing, status: 'rejected', ratifying: all.length }
  const heard = opened.after.filter((each) => !isVain(facts, opened.after, each))
  const own = consents(facts, heard, vote)
  return { ...nothing, ...adopted(facts, own), ratifying: all.length, consented: own }
}

/** The day on which the Conference adopted, if it did. */
export function adoptedOn(facts: Facts): number | null {
  const opened = since(facts, 'submitted')
  const vote = opened === null ? undefined : decisive(facts, opened.after, (each) => isCarried(facts, each))
  return vote !== undefined && isCarried(facts, vote) ? vote.day : null
}

function isCarried(facts: Facts, { event, day }: Happening): boolean {
  const all = ratified(facts, day).map(({ code }) => code)
  return all.length > 0 && inFavour(event, all) * 3 >= all.length * 2
}

// A consent to what the Conference had voted down by then is no consent.
function isVain(facts: Facts, then: Happening[], { event, day }: Happening): boolean {
  const before = then.filter((each) => each.day < day)
  const vote = decisive(facts, before, (each) => isCarried(facts, each))
  return event.event === 'consent' && vote !== undefined && !isCarried(facts, vote)
}

function consents(facts: Facts, then: Happening[], vote: Happening): Bound {
  const own = byAct(facts, then, 'consent', (day) =>
    day <= vote.day ? vote.day + 30 : lateDay(facts, day, vote.day + 30),
  )
  if (facts.chosen('vote-as-consent') !== 'yes') return own
  const named = Array.isArray(vote.event.inFavour) ? vote.event.inFavour : []
  return (seat) => (named.includes(seat.code) && seat.from <= vote.day ? vote.day + 30 : own(seat))
}

function lateDay(facts: Facts, day: number, entry: number): number | null {
  switch (facts.chosen('late-consent')) {
    case 'none':
      return null
    case 'on-notice':
      return Math.max(day, entry)
    case 'by-entry-into-force':
      return day <= entry ? entry : null
    default:
      return day + 30
  }
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
  const vote = decisive(facts, opened.after, (each) => isAgreed(facts, each))
  const pending = since(allowed, 'submitted') === null ? 'circulated' : 'submitted'
  if (vote === undefined) return { ...nothing, status: pending, ratifying: sitting(facts, facts.today).length }
  const all = sitting(facts, vote.day).map(({ code }) => code)
  if (!isAgreed(facts, vote)) return { ...nothing, status: 'rejected', ratifying: all.length }
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

function isAgreed(facts: Facts, { event, day }: Happening): boolean {
  const all = sitting(facts, day).map(({ code }) => code)
  return all.length > 0 && (event.consensus === true || inFavour(event, all) * 3 >= all.length * 2)
}

/** The vote that decides: the first that can have been so; or, by the reading, the first that carries, or else the last. */
export function decisive(
  facts: Facts,
  then: Happening[],
  carries: (vote: Happening) => boolean,
): Happening | undefined {
  const votes = then.filter(({ event, day }) => {
    const codes = sitting(facts, day).map(({ code }) => code)
    return event.event === 'conference-vote' && makesSense(event, codes.length, (name) => codes.includes(name))
  })
  if (facts.chosen('second-vote') !== 'counts') return votes[0]
  return votes.find(carries) ?? votes.at(-1)
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
