import type { Redline } from './difference.ts'
import type { Basis, CalendarDay, Change, EventKind, PartyCode, Proposer, Slug, Words } from './generated/files.ts'
import type { Divergence, Status } from './outcome.ts'

/** What became of one entry, in one sentence. */
export interface ChangelogLine {
  /** null: the document itself. */
  entry: Slug | null
  /** What happened to it, as its changes have it. */
  kinds: Change['kind'][]
  says: string
  /** New words beside the old, where words changed. */
  words?: Redline[]
}

/** Parties bound from one day. */
export interface BoundFrom {
  from: CalendarDay
  parties: PartyCode[]
}

/** A step on record, with the depositary's reference. */
export interface ChangelogReference {
  event: EventKind
  on: CalendarDay
  ref: string
}

/** One amendment: what changed, on what basis, for whom from when. */
export interface ChangelogItem {
  proposal: Slug
  title: string
  basis: Basis
  by: Proposer
  /** `annex-1/v2`; null while it is not adopted. */
  edition: string | null
  status: Status
  entersIntoForce: CalendarDay | null
  changes: ChangelogLine[]
  /** The provisions that the outcome rests on, in the order it met them, then those that bind single Parties: `70(4)`. */
  provisions: string[]
  references: ChangelogReference[]
  bound: BoundFrom[]
  /** Parties that are not bound. */
  notBound: PartyCode[]
  /** Those of them that objected. */
  objected: PartyCode[]
  /** What would be otherwise under another reading. */
  divergences: Divergence[]
  /** Where the outcome rests on too many readings to be changed in combination: they were changed one by one. */
  oneByOne?: true
}

/** An amendment with its changes one by one, as they were frozen. */
export interface RecordedAmendment extends ChangelogItem {
  made: readonly Change[]
}

/** The amendments of one document, the latest edition first; those under way come before all. */
export interface ChangelogDocument {
  document: Slug
  title: Words
  items: ChangelogItem[]
}

/** What a changelog was asked to leave out or to take in. */
export interface ChangelogAsked {
  /** Without what was adopted at this revision already. */
  from?: string
  /** What was adopted at this revision (default: main). */
  to?: string
  /** Of this document alone. */
  document?: Slug
  /** Also what is under way. */
  pending?: true
}

/** What changed, generated from the record. */
export interface Changelog {
  /** The day for which outcomes were computed. */
  asOf: CalendarDay
  /** With what it was made beside the day; absent: all that was adopted. */
  asked?: ChangelogAsked
  documents: ChangelogDocument[]
  /** Said of the register of Parties, where it is an exercise. */
  exercise?: string
}
