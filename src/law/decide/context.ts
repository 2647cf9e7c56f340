import type { CalendarDay, FiledEvent, PartyCode, ProposalFacts } from '../../treaty/index.ts'
import type { Membership, Register } from '../party/register.ts'
import type { Choice } from '../readings/choice.ts'

/** One proposal before the law on one day: all that the provisions look at. */
export interface DecisionContext {
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
export function newDocket(): Docket {
  return { first: new Map(), of: new Map(), withdrawals: 0, outOfPlace: new Set() }
}

/** Enters an event that has effect. */
export function addToDocket(docket: Docket, event: FiledEvent): void {
  if (!docket.first.has(event.event)) docket.first.set(event.event, event)
  if (event.party === undefined) return
  const earlier = docket.of.get(event.party)
  if (earlier === undefined) docket.of.set(event.party, [event])
  else earlier.push(event)
}

/**
 * What a Party did of these kinds since it became one, in order. What a State did before it left and came back counts no
 * more, and stands in the way of nothing that it does now.
 */
function actsOf(docket: Docket, { party, from }: Membership, kinds: readonly FiledEvent['event'][]): FiledEvent[] {
  return (docket.of.get(party.code) ?? []).filter((event) => event.on >= from && kinds.includes(event.event))
}

/** The first of these acts of a Party, if any. */
export function firstOf(
  docket: Docket,
  membership: Membership,
  ...kinds: readonly FiledEvent['event'][]
): FiledEvent | undefined {
  return actsOf(docket, membership, kinds)[0]
}

/** The latest of these acts of a Party, if any. */
export function latestOf(
  docket: Docket,
  membership: Membership,
  ...kinds: readonly FiledEvent['event'][]
): FiledEvent | undefined {
  return actsOf(docket, membership, kinds).at(-1)
}
