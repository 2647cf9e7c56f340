import type { CalendarDay, EventKind, FiledEvent, LawRuleId, PartyCode, ProposalFacts } from '../../treaty/index.ts'
import type { Membership, Register } from '../party/register.ts'
import type { Choice } from '../readings/choice.ts'

/** Everything that the provisions need to decide about one proposal on one day. */
export interface LawContext {
  proposal: ProposalFacts
  register: Register
  docket: Docket
  choice: Choice
  asOf: CalendarDay
}

/** The docket: the events that have effect, in order. */
export interface Docket {
  /** The first event of each kind; of the votes of the Conference, the one that decides. */
  first: Map<EventKind, FiledEvent>
  /** The events of each Party. */
  of: Map<PartyCode, FiledEvent[]>
  /** The number of withdrawals of objections received, with or without effect: the text does not say what they do. */
  withdrawals: number
  /** The votes of the Conference: more than one only if a later one replaces those before it. */
  votes: FiledEvent[]
  /** The events without effect, each with the rules that deny it effect. */
  refused: RefusedEvent[]
  /** The kinds on record that this procedure does not know. Under another reading another procedure may know them. */
  outOfPlace: Set<EventKind>
}

/** An event without effect, and the rules that deny it effect. */
export interface RefusedEvent {
  event: FiledEvent
  rules: ReadonlySet<string>
}

/** Returns a docket without events. */
export function newDocket(): Docket {
  return { first: new Map(), of: new Map(), withdrawals: 0, votes: [], refused: [], outOfPlace: new Set() }
}

/** Adds an event that has effect. Only a vote that replaces an earlier one has effect after it. */
export function addToDocket(docket: Docket, event: FiledEvent): void {
  const isVote = event.event === 'conference-vote'
  if (isVote) docket.votes.push(event)
  if (isVote || !docket.first.has(event.event)) docket.first.set(event.event, event)
  if (event.party === undefined) return
  const earlier = docket.of.get(event.party)
  if (earlier === undefined) docket.of.set(event.party, [event])
  else earlier.push(event)
}

/**
 * Returns the acts of these kinds that a Party did since it became a Party, in order. What a State did before it left and
 * came back does not count, and does not prevent a new act.
 */
function actsOf(docket: Docket, { party, from }: Membership, kinds: readonly EventKind[]): FiledEvent[] {
  return (docket.of.get(party.code) ?? []).filter((event) => event.on >= from && kinds.includes(event.event))
}

/** Returns the events of a kind to which this rule denies effect. */
export function refusedBy({ refused }: Docket, rule: LawRuleId, kind: EventKind): FiledEvent[] {
  return refused.flatMap(({ event, rules }) => (event.event === kind && rules.has(rule) ? [event] : []))
}

/** Returns the first of these acts of a Party, if any. */
export function firstOf(docket: Docket, membership: Membership, ...kinds: EventKind[]): FiledEvent | undefined {
  return actsOf(docket, membership, kinds)[0]
}
