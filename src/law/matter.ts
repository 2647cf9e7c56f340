import type { CalendarDay, FiledEvent, PartyCode, ProposalFacts } from '../treaty/index.ts'
import type { Choice } from './readings/choice.ts'
import type { Register } from './register.ts'

/** One proposal before the law on one day: all that the provisions look at. */
export interface Matter {
  proposal: ProposalFacts
  register: Register
  docket: Docket
  choice: Choice
  asOf: CalendarDay
}

/** The events that the law gives effect, in order. */
export interface Docket {
  /** The first of each kind. */
  first: Map<FiledEvent['event'], FiledEvent>
  /** Those of each Party. */
  of: Map<PartyCode, FiledEvent[]>
  /** How many withdrawals of an objection were received, with effect or not: what they do is an open question. */
  withdrawals: number
  /** The kinds on record that have no place in the procedure: in another, by another reading, they may have one. */
  outOfPlace: Set<FiledEvent['event']>
}

/** A docket without events. */
export function emptyDocket(): Docket {
  return { first: new Map(), of: new Map(), withdrawals: 0, outOfPlace: new Set() }
}

/** Enters an event that has effect. */
export function enter(docket: Docket, event: FiledEvent): void {
  if (!docket.first.has(event.event)) docket.first.set(event.event, event)
  if (event.party === undefined) return
  const earlier = docket.of.get(event.party)
  if (earlier === undefined) docket.of.set(event.party, [event])
  else earlier.push(event)
}

/** The latest event of one of these kinds from a Party, if any. */
export function latestOf(
  docket: Docket,
  code: PartyCode,
  ...kinds: readonly FiledEvent['event'][]
): FiledEvent | undefined {
  return docket.of.get(code)?.findLast((event) => kinds.includes(event.event))
}
