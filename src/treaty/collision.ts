import type { Finding } from './finding.ts'
import type { Slug } from './generated/files.ts'
import type { Status } from './outcome.ts'

/**
 * One thing that the two sides of a merge changed differently, so that a person must decide. `base` is the text before both changes,
 * `ours` and `theirs` are the two sides. Each is null if that version does not have the thing.
 */
export interface Conflict {
  document: Slug
  /** The entry's id in the base, or in the side that added it; null: the document itself. */
  entry: Slug | null
  /**
   * What conflicts. A field of the text (`title`) or an editorial field (`note`, `formerly`, `facts.inForce`); or `entry`: one side
   * removed the entry and the other changed it; `id`: the sides renamed it differently, or gave one id to two entries; `number`,
   * `section`; `place`: the sides put it after different entries; `sections`: the document's list of sections.
   */
  field: string
  /** The language of the words, if words conflict. */
  language: string | null
  base: string | null
  ours: string | null
  theirs: string | null
}

/** An entry to which a merge gave another number than the amendment's text prints. */
export interface GivenNumber {
  entry: Slug
  /** The number in the amendment's text, or in the text it was merged into for an entry that it does not number; null: none. */
  number: string | null
  becomes: string
}

/** The number that an entry gets if a proposal is adopted after another, or after what main has. */
export interface NumberToCome extends GivenNumber {
  document: Slug
  proposal: Slug
  /** The proposal adopted before it; `main` where what main has is enough. */
  after: Slug
}

/** Why a merge is refused: the conflicts, and what the rules find wrong in the merged text. */
export interface MergeProblems {
  conflicts: Conflict[]
  findings: Finding[]
}

/** A group of proposals that cannot be merged together, or one proposal that cannot be merged into main. */
export interface Collision extends MergeProblems {
  document: Slug
  /**
   * The ids. For two proposals, the first is `ours` in the conflicts and the second `theirs`. For a proposal and main, the proposal
   * and `main`. More than two if they collide only when all of them are merged.
   */
  between: Slug[]
}

/** Which pending proposals collide with each other or with main. */
export interface Collisions {
  pending: { proposal: Slug; document: Slug; status: Status }[]
  collisions: Collision[]
  /** Proposals that collide with nothing. Tested pair by pair in both orders, and all together by id and in reverse order. */
  clean: Slug[]
  /** Entries that will not have the number of the circulated text. */
  numbers: NumberToCome[]
  /** Proposals that could not be tested, and why. */
  unreadable: { proposal: Slug; why: string }[]
}
