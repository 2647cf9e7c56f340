import type { FiledEvent, Party, Situation } from '../../../src/treaty/index.ts'
import { number, plusMonths } from './days.ts'

/** A State or an organization from one day to another. */
export interface Seat {
  code: string
  instrument: string
  isState: boolean
  deposited: number
  from: number
  to: number
}

export interface Happening {
  event: FiledEvent
  day: number
}

/** What is known on the day asked, with days as numbers. */
export interface Facts {
  today: number
  seats: Seat[]
  start: number
  happenings: Happening[]
  basis: string
  document: string
  chosen: (id: string) => string | undefined
  /** Where the Conference may have brought it about sooner: the day of entry into force, as it looks on a day. */
  entered?: (day: number) => number
}

/** From which day a seat is bound; null: it is not. */
export type Bound = (seat: Seat) => number | null

export interface Finding {
  status: string
  deadline: number | null
  ratifying: number
  objections: number
  bound: Bound | null
  /** Where consent binds: what a seat's own consent gives it, whoever else has joined. */
  consented?: Bound
  /** Where objections do not bind: thirty days after a seat that objects accepted, whatever became of the amendment. */
  accepted?: Bound
}

// As if the steps of one day were taken at one hour after another.
const HOURS = [
  'circulated',
  'submitted',
  'recommended',
  'conference-vote',
  'suggested',
  'objection',
  'objection-withdrawn',
  'correction-objection',
  'consent',
  'acceptance ratification',
  'withdrawn',
]

function hour({ event }: Happening): number {
  return HOURS.findIndex((kinds) => kinds.split(' ').includes(event.event))
}

export function factsOf(situation: Situation, asOf: string): Facts {
  const today = number(asOf)
  const parties = situation.parties.filter((party) => number(party.deposited) <= today)
  const start = conventionDay(parties)
  const happenings = situation.events
    .map((event) => ({ event, day: number(event.on) }))
    .filter(({ day }) => day <= today)
    .sort((a, b) => a.day - b.day || hour(a) - hour(b))
  return {
    today,
    start,
    happenings,
    seats: parties.map((party) => ({
      code: party.code,
      instrument: party.instrument,
      isState: party.organization === undefined,
      deposited: number(party.deposited),
      from: fromDay(party, start),
      to: end(party, parties, start),
    })),
    basis: situation.proposal.basis,
    document: situation.proposal.document,
    chosen: (id) => situation.readings[id],
  }
}

export function sitting({ seats }: Facts, day: number): Seat[] {
  const there = seats.filter((seat) => seat.isState && seat.from <= day && day < seat.to)
  return there.filter(({ code }, index) => there.findIndex((seat) => seat.code === code) === index)
}

export function ratified(facts: Facts, day: number): Seat[] {
  const all = sitting(facts, day)
  const strict = facts.chosen('ratifying-parties') === 'ratification-only'
  return strict ? all.filter(({ instrument }) => instrument === 'ratification') : all
}

export function mayAct(facts: Facts, { event, day }: Happening): boolean {
  return facts.seats.some((seat) => seat.isState && seat.code === event.party && seat.from <= day && day < seat.to)
}

/** What a State did that had this seat, and no earlier one, or the next. */
export function actsFrom(seat: Seat, facts: Facts, happenings: Happening[]): Happening[] {
  return happenings.filter((each) => each.event.party === seat.code && each.day >= seat.from && mayAct(facts, each))
}

/** What happened after the first of these. */
export function since({ happenings }: Facts, ...kinds: string[]): { first: Happening; after: Happening[] } | null {
  const first = happenings.find(({ event }) => kinds.includes(event.event))
  return first === undefined ? null : { first, after: happenings.slice(happenings.indexOf(first) + 1) }
}

/** The first day for any State still in its seat on that day. */
export function firstFor(facts: Facts, bound: Bound): number | null {
  const days = facts.seats.filter(({ isState }) => isState).map((seat) => [seat, bound(seat)] as const)
  const staying = days.flatMap(([seat, day]) => (day !== null && day < seat.to ? [day] : []))
  return staying.length === 0 ? null : Math.min(...staying)
}

/** Whoever came after the amendment was in force has joined it, unless the reading says otherwise. */
export function orJoining(facts: Facts, entry: number | null, own: Bound): Bound {
  if (entry === null || facts.chosen('late-joiner') === 'unamended') return own
  return (seat) => (seat.from > entry ? seat.from : own(seat))
}

function fromDay({ deposited }: Party, start: number): number {
  return Math.max(start, number(deposited) + 30)
}

function end(party: Party, parties: Party[], start: number): number {
  const members = party.organization?.members ?? []
  const deserted =
    members.length === 0 ? Number.POSITIVE_INFINITY : desertion(members, number(party.deposited), parties, start)
  return Math.min(leaves(party, start), deserted)
}

// What a State sent before it was a Party, and what an organization sent, is no denunciation.
function leaves(party: Party, start: number): number {
  const sent = party.denounced === undefined ? Number.NaN : number(party.denounced)
  return !party.organization && sent >= fromDay(party, start) ? plusMonths(sent, 12) : Number.POSITIVE_INFINITY
}

// Walks on from one day to the next on which somebody who holds it in the Convention comes or has left.
function desertion(members: string[], day: number, parties: Party[], start: number): number {
  const holding = members.map((code) => {
    const own = parties.filter((each) => each.code === code)
    const came = own.filter((each) => number(each.deposited) <= day)
    if (came.length === 0) return Math.min(Number.POSITIVE_INFINITY, ...own.map((each) => number(each.deposited)))
    return Math.max(day, ...came.map((each) => leaves(each, start)))
  })
  const next = Math.max(...holding)
  return next === day || next === Number.POSITIVE_INFINITY ? next : desertion(members, next, parties, start)
}

function conventionDay(parties: Party[]): number {
  const states = parties
    .filter((party) => !party.organization)
    .sort((a, b) => number(a.deposited) - number(b.deposited))
  for (const { deposited } of states) {
    const codes = states.flatMap((party) => (party.deposited <= deposited ? [party.code] : []))
    if (new Set(codes).size >= 30) return number(deposited) + 90
  }
  return Number.POSITIVE_INFINITY
}
