import type { Slug } from './generated/files.ts'

/** One thing that two sides changed in different ways, with the three texts; null where a text has none. */
export interface Conflict {
  document: Slug
  /** The entry's id in the base, or in the side that added it; null: the document itself. */
  entry: Slug | null
  /** A field of the text (`title`), or `entry`, `id`, `number`, `place`, `section`, `sections`, `note`, `formerly`, `facts.inForce`. */
  field: string
  language: string | null
  base: string | null
  ours: string | null
  theirs: string | null
}
