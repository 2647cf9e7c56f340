import type { Redline } from './difference.ts'
import type { Basis, CalendarDay, Change, EventKind, PartyCode, Proposer, Slug, Words } from './generated/files.ts'
import type { Divergence, Status } from './outcome.ts'
import type { Rectification } from './rectification.ts'

/** What changed in one entry, in one sentence. */
export interface ChangelogLine {
  /** null: the document itself. */
  entry: Slug | null
  /** The kinds of its changes. */
  kinds: Change['kind'][]
  says: string
  /** The old and new words, if words changed. */
  words?: Redline[]
}

/** The Parties that are bound from one day. */
export interface BoundFrom {
  from: CalendarDay
  parties: PartyCode[]
}

/** A recorded event that has a reference of the depositary. */
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
  /** Such as `annex-1/v2`; null if it is not adopted. */
  edition: string | null
  status: Status
  entersIntoForce: CalendarDay | null
  changes: ChangelogLine[]
  /** The provisions that decide the outcome, in order, then those that decide for single Parties: `70(4)`. */
  provisions: string[]
  references: ChangelogReference[]
  bound: BoundFrom[]
  /** The Parties that are not bound. */
  notBound: PartyCode[]
  /** The Parties among `notBound` that objected. */
  objected: PartyCode[]
  /** What other options of readings would change. */
  divergences: Divergence[]
  /** Set if the outcome depends on too many readings to try all combinations: then each was changed alone. */
  oneByOne?: true
  /** What was rectified in its record; absent if nothing was. */
  rectified?: readonly Rectification[]
}

/** An amendment with its frozen changes. */
export interface RecordedAmendment extends ChangelogItem {
  made: readonly Change[]
}

/** The amendments of one document: pending ones first, then adopted ones with the latest edition first. */
export interface ChangelogDocument {
  document: Slug
  title: Words
  items: ChangelogItem[]
}

/** Which amendments a changelog was asked for. */
export interface ChangelogRequest {
  /** Leaves out what was already adopted at this revision. */
  from?: string
  /** Lists what was adopted at this revision (default: main). */
  to?: string
  /** Lists this document only. */
  document?: Slug
  /** Also lists pending proposals. */
  pending?: true
}

/** A changelog, generated from the record. */
export interface Changelog {
  /** The day for which outcomes were computed. */
  asOf: CalendarDay
  /** Which amendments were asked for; absent: all that were adopted. */
  asked?: ChangelogRequest
  documents: ChangelogDocument[]
  /** The register's statement that it is an exercise, if it has one. */
  exercise?: string
}
