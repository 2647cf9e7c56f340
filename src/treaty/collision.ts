import type { Conflict } from './conflict.ts'
import type { Finding } from './finding.ts'
import type { Slug } from './generated/files.ts'
import type { Status } from './outcome.ts'

/** What stands in the way of a merge: what both changed, and what the rules forbid in the text that comes of it. */
export interface Obstacles {
  conflicts: Conflict[]
  findings: Finding[]
}

/** Proposals that do not merge with one another, or one that does not merge with what stands on main. */
export interface Collision extends Obstacles {
  document: Slug
  /**
   * Two proposals, whose texts are `ours` and `theirs` of the conflicts in this order; or one and `main`; or more where only all of
   * them together collide.
   */
  between: Slug[]
}

/** How the proposals that may still be merged stand to one another and to main. */
export interface Collisions {
  pending: { proposal: Slug; document: Slug; status: Status }[]
  collisions: Collision[]
  /** Those that collide with nothing: two by two in either order, and all of them by id and the reverse. */
  clean: Slug[]
  /** Those that cannot be compared with others, and why. */
  unreadable: { proposal: Slug; why: string }[]
}
