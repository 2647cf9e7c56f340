import type { Finding } from './finding.ts'
import type {
  Basis,
  CalendarDay,
  Change,
  Entry,
  EventRecord,
  Party,
  PartyCode,
  Proposer,
  ReadingChoice,
  Slug,
} from './generated/files.ts'

/** An event as filed: what it says, and the file that says it (relative to the repository, with `/`). */
export interface FiledEvent extends EventRecord {
  file?: string
}

/** What the law needs to know of a proposal. */
export interface ProposalFacts {
  proposal: Slug
  basis: Basis
  document: Slug
  by?: Proposer
  statement?: string
  /** The day on which it was proposed, where the proposal records one. */
  proposed?: CalendarDay
  changes: readonly Change[]
  /** Set when it was ended unmerged. */
  closed?: string
  /** The day as of which it was closed, where the record gives one. */
  closedOn?: CalendarDay
}

/** Everything the law looks at to decide one proposal. The day asked is given beside it. */
export interface Situation {
  proposal: ProposalFacts
  parties: readonly Party[]
  events: readonly FiledEvent[]
  /** Options chosen; a reading not named takes its default. */
  readings: ReadingChoice
  /**
   * The document's entries as they stood when the draft was made, where they are known: Article 70(3) may ask for the facts of
   * one that a change only rewords.
   */
  entries?: readonly Entry[]
}

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

/** One step of the reasoning: the provision, what it says of these facts, and the facts that it met. */
export interface Reason {
  /** `70(4)`, `17(2)`, `VCLT 40(5)(a)`. */
  cite: string
  /** A sentence a delegate can read. */
  says: string
  /** The event met, by its file and the depositary's reference. */
  event?: { file?: string; ref?: string; on: CalendarDay }
  /** The reading that this step rests on. */
  reading?: { id: string; option: string }
}

/** From which day a Party is bound (null: it is not), and by which provisions. */
export interface PartyEffect {
  boundFrom: CalendarDay | null
  because: string[]
}

/** What would be otherwise under another option of a reading. */
export interface Divergence {
  reading: string
  option: string
  /** The status under that option. */
  status: Status
  /** The Parties whose day differs, with the day under that option. */
  parties?: Record<PartyCode, CalendarDay | null>
  /** Other readings changed together with it, where it takes several. */
  together?: ReadingChoice
  /** Where they differ: the rules of what would be found of the draft itself; empty for nothing. */
  findings?: string[]
}

/** What the Convention says of one proposal on one day. The shape of `annex proposal status --json`. */
export interface Outcome {
  name: string
  asOf: CalendarDay
  basis: Basis
  status: Status
  /** The last day of the period in which it can be stopped, where there is such a period. */
  deadline: CalendarDay | null
  /** The day it enters into force, once that is known; each Party's own day is in `parties`. */
  entersIntoForce: CalendarDay | null
  ratifying: number
  objections: number
  /** The number of objections that stops it; null where objections do not decide. */
  blocksAt: number | null
  /** Where the Conference votes: the votes in favour, those needed, and of how many. */
  votes?: { inFavour: number; needed: number; of: number }
  parties: Record<PartyCode, PartyEffect>
  because: Reason[]
  /** The readings it rests on, with the option taken. */
  readings: ReadingChoice
  divergences: Divergence[]
  findings: Finding[]
}
