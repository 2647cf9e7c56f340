import { compareDays } from './calendar-day.ts'
import type { Finding } from './finding.ts'
import type {
  Basis,
  CalendarDay,
  Change,
  Entry,
  EventKind,
  EventRecord,
  Party,
  PartyCode,
  Proposer,
  ReadingChoice,
  Slug,
} from './generated/files.ts'
import type { Rectification } from './rectification.ts'

/** An event and the path of its file, relative to the repository, with `/`. */
export interface FiledEvent extends EventRecord {
  file?: string
  /** How it was rectified: the event is as it should have been recorded. */
  rectified?: Rectification
}

/** What the law needs to know about a proposal. */
export interface ProposalFacts {
  proposal: Slug
  basis: Basis
  document: Slug
  by?: Proposer
  statement?: string
  /** The day on which it was proposed, if the proposal records it. */
  proposed?: CalendarDay
  changes: readonly Change[]
  /** Why it was ended without being merged; absent if it was not. */
  closed?: string
  /** The day as of which it was closed, if the record gives it. */
  closedOn?: CalendarDay
}

/** Everything that the law uses to decide one proposal on a given day. */
export interface Situation {
  proposal: ProposalFacts
  parties: readonly Party[]
  /** As rectified. */
  events: readonly FiledEvent[]
  /** What was rectified, void events too; the outcome repeats it. */
  rectifications?: readonly Rectification[]
  /** The chosen options. A reading that is not named has its default. */
  readings: ReadingChoice
  /**
   * The document's entries when the draft was made, if they are known: Article 70(3) may need the facts of an entry that a change
   * only rewords.
   */
  entries?: readonly Entry[]
}

/** The status of a proposal on a day. */
export type Status =
  | 'draft'
  | 'circulated'
  | 'blocked'
  | 'awaiting-entry'
  | 'in-force'
  | 'submitted'
  | 'adopted'
  | 'rejected'
  | 'recommended'
  | 'suggested'
  | 'closed'

/** One step of the reasoning: a provision, what follows from it here, and the facts to which it was applied. */
export interface Reason {
  /** `70(4)`, `17(2)`, `VCLT 40(5)(a)`. */
  cite: string
  /** One sentence for delegates. */
  says: string
  /** The event, by its file and the depositary's reference, and how it was rectified. */
  event?: { file?: string; ref?: string; on: CalendarDay; rectified?: string }
  /** The reading on which this step depends. */
  reading?: { id: string; option: string }
}

/** The day from which a Party is bound (null: it is not bound), and the provisions that decide it. */
export interface PartyEffect {
  boundFrom: CalendarDay | null
  because: string[]
}

/** What another option of a reading would change. */
export interface Divergence {
  reading: string
  option: string
  /** The status under that option. */
  status: Status
  /** The Parties that would be bound from another day, with that day (null: not bound). */
  parties?: Record<PartyCode, CalendarDay | null>
  /** Other readings that must be changed together with it. */
  together?: ReadingChoice
  /** The rules that would give findings for the draft, if these differ; empty for no findings. */
  findings?: string[]
}

/** The outcome of one proposal on one day under the Convention. The shape of `annex proposal status --json`. */
export interface Outcome {
  name: string
  asOf: CalendarDay
  basis: Basis
  status: Status
  /** The last day of the period in which it can be stopped; null if there is no such period. */
  deadline: CalendarDay | null
  /** The day on which it enters into force, once that is known. Each Party's own day is in `parties`. */
  entersIntoForce: CalendarDay | null
  ratifying: number
  objections: number
  /** The number of objections that stops it; null if objections do not decide. */
  blocksAt: number | null
  /** If the Conference votes: the votes in favour, the votes needed, and the number of Parties of which they are a share. */
  votes?: { inFavour: number; needed: number; of: number }
  parties: Record<PartyCode, PartyEffect>
  because: Reason[]
  /** The readings on which it depends, with the chosen options. */
  readings: ReadingChoice
  divergences: Divergence[]
  findings: Finding[]
  /** What was rectified in the record of the proposal; absent if nothing was. */
  rectified?: readonly Rectification[]
}

/** The order of events of one day, by kind. */
const ORDER_OF_KINDS: Readonly<Record<EventKind, number>> = {
  circulated: 1,
  submitted: 2,
  recommended: 3,
  'conference-vote': 4,
  suggested: 5,
  objection: 6,
  'objection-withdrawn': 7,
  'correction-objection': 8,
  consent: 9,
  acceptance: 10,
  ratification: 10,
  withdrawn: 11,
  rectification: 12,
}
const RANKS: ReadonlyMap<string, number> = new Map(Object.entries(ORDER_OF_KINDS))
const LAST = 13

/** The day and kind of an event. The kind is an EventKind, or another word from the name of a file that is not valid. */
export interface DatedEvent {
  on: CalendarDay
  event: string
}

/**
 * Compares two events for sorting: by day, and on one day in the order of the procedure, because the Convention knows no time of day.
 * What opens a proposal comes before the vote on it, the vote before the acts of Parties, an objection before its withdrawal, and
 * the withdrawal of the proposal last. Unknown kinds come after all others. Returns 0 for two events of the same day and rank, so
 * that a stable sort keeps their order.
 */
export function inOrderOfProcedure(one: DatedEvent, other: DatedEvent): number {
  return compareDays(one.on, other.on) || rankOf(one) - rankOf(other)
}

function rankOf({ event }: DatedEvent): number {
  return RANKS.get(event) ?? LAST
}
